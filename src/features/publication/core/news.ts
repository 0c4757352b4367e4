/** 変わったこと: something that became public, with its day. */
export type News = { day: string; title: string; href: string; note: string }

type Said = {
  versions: readonly { id: string; label: string; publicNote: string; publishedOn: string }[]
  /** Meetings whose minutes and papers were published. */
  meetings: readonly { id: string; name: string; day: string; topics: string }[]
  /** Calls for comments whose answers were published. */
  results: readonly { id: string; title: string; day: string }[]
  surveys: readonly { id: string; title: string; day: string }[]
  frame: { persons: number; yearWords: string; day: string } | undefined
}

const mostNews = 4

/** The latest of all that became public, the newest first. */
export function latestNews({ versions, meetings, results, surveys, frame }: Said): News[] {
  const all: News[] = [
    ...versions.map(({ id, label, publicNote, publishedOn }) => ({
      day: publishedOn,
      title: `${label}を公表しました`,
      href: `/plan/versions/${id}`,
      note: publicNote,
    })),
    ...meetings.map(({ id, name, day, topics }) => ({
      day,
      title: `${name}の記録を公開しました`,
      href: `/meetings/${id}`,
      note: topics,
    })),
    ...results.map(({ id, title, day }) => ({
      day,
      title: `「${title}」の結果を公表しました`,
      href: `/comments/${id}/result`,
      note: 'いただいた意見と、市の考え方です。',
    })),
    ...surveys.map(({ id, title, day }) => ({
      day,
      title: `「${title}」の結果を公表しました`,
      href: `/surveys/${id}`,
      note: '',
    })),
  ]
  if (frame) {
    all.push({
      day: frame.day,
      title: '計画人口を決めました',
      href: '/population',
      note: `${frame.yearWords}に${frame.persons.toLocaleString('ja')}人。理由と、採らなかった見通しも載せています。`,
    })
  }
  return all.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, mostNews)
}
