/** What a decision can be about (決定の対象), by the prefix of its id. */
export type SubjectKind = 'item' | 'version' | 'round' | 'frame'

export const subjectKindLabels: Record<SubjectKind, string> = {
  item: '計画の該当するところ',
  version: '計画の版',
  round: '依頼シート',
  frame: '計画フレーム',
}

const kinds: Readonly<Record<string, SubjectKind>> = { ve: 'version', rr: 'round', fr: 'frame' }

export const subjectKind = (id: string): SubjectKind => kinds[id.slice(0, 2)] ?? 'item'

/** A thing a decision is about, as staff or residents find it. */
export type Subject = { id: string; title: string }

/** Where staff read it. */
export const staffSubjectHref = (id: string): string =>
  ({
    item: `/plan/items/${id}`,
    version: '/staff/versions',
    round: `/staff/sheets/rounds/${id}`,
    frame: '/staff/frame',
  })[subjectKind(id)]

/** Where residents read it; a round of sheets has no page of theirs. */
export const publicSubjectHref = (id: string): string | undefined =>
  ({
    item: `/plan/items/${id}`,
    version: `/plan/versions/${id}`,
    round: undefined,
    frame: '/population',
  })[subjectKind(id)]
