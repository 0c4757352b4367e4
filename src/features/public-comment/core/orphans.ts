/** What became of the place a comment is about, or that its answer names, in the plan of today. */
export const placeStateLabels = {
  whole: '',
  same: '',
  changed: '引用した言葉が直された',
  paragraph: '引用した言葉はなくなった（段落は残っている）',
  gone: '段落がなくなった',
  'item-gone': '施策がなくなった',
} as const
export type PlaceState = keyof typeof placeStateLabels

/** What a comment is about, as it stood when it was written and as it stands now. */
export type CommentPlace = { about: string; quote: string; now: PlaceState }

/** Whether somebody has to look where the opinion belongs now. A remark on a whole paragraph stays where that is. */
export const isMoved = ({ now, quote }: CommentPlace): boolean =>
  now === 'changed' || now === 'gone' || now === 'item-gone' || (now === 'paragraph' && quote !== '')

/**
 * 行き先のなくなった意見: its place was rewritten or taken out after it was written, or after its answer named it. A
 * section has it, by a day, so that it is not forgotten.
 */
export type Orphan = {
  opinionId: string
  verbatim: string
  about: string
  words: string
  /** '' where nobody has it yet. */
  unitId: string
  dueOn: string
}

type Asked = {
  comments: readonly { id: string; submissionId: string; verbatim: string; kind: string }[]
  about: ReadonlyMap<string, CommentPlace>
  routes: ReadonlyMap<string, { unitId: string; dueOn: string }>
  /** The place each answered opinion was promised a change at, and whether it is there today. */
  lostChanges: ReadonlyMap<string, string>
}

export function orphansIn({ comments, about, routes, lostChanges }: Asked): Orphan[] {
  return comments.flatMap(({ id, submissionId, verbatim, kind }) => {
    const place = about.get(submissionId)
    const lost = lostChanges.get(id)
    if (kind === 'none' || !place || !(isMoved(place) || lost !== undefined)) return []
    const { unitId = '', dueOn = '' } = routes.get(id) ?? {}
    const words = [
      ...(isMoved(place) ? [placeStateLabels[place.now]] : []),
      ...(lost === undefined ? [] : [`市の考え方で直したところ（${lost}）がなくなった`]),
    ].join('、')
    return { opinionId: id, verbatim, about: place.about, words, unitId, dueOn }
  })
}
