import type { Channel } from './labels.ts'
import type { Opinion, Submission } from './submission.ts'

/** An opinion with what its submission says about how it came. */
export type Heard = Opinion & Pick<Submission, 'channel' | 'district' | 'ageBand' | 'frame' | 'personId'>

/** Three numbers that are never mixed: opinions, submissions, and people where all are named. */
export type HeardCounts = { opinions: number; submissions: number }

export const countHeard = (heard: readonly Pick<Heard, 'submissionId'>[]): HeardCounts => ({
  opinions: heard.length,
  submissions: new Set(heard.map(({ submissionId }) => submissionId)).size,
})

/** Channel × district: how many opinions, with the totals of both. A district nobody named is ''. */
export type CountTable = {
  channels: Channel[]
  districts: string[]
  count: (channel: Channel | undefined, district: string | undefined) => number
}

export function countTable(
  heard: readonly Pick<Heard, 'channel' | 'district'>[],
  order: readonly string[],
): CountTable {
  const cells = new Map<string, number>()
  const add = (key: string) => cells.set(key, (cells.get(key) ?? 0) + 1)
  for (const { channel, district } of heard) {
    for (const key of [`${channel}\n${district}`, `${channel}\n*`, `*\n${district}`, '*\n*']) add(key)
  }
  const known = [...new Set(heard.map(({ district }) => district))]
  const rank = (district: string) => {
    const place = order.indexOf(district)
    return district === '' ? order.length + 1 : place < 0 ? order.length : place
  }
  return {
    channels: [...new Set(heard.map(({ channel }) => channel))].sort(),
    districts: known.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)),
    count: (channel, district) => cells.get(`${channel ?? '*'}\n${district ?? '*'}`) ?? 0,
  }
}
