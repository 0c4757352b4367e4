import type { ThreadEntry, ThreadPlace } from './thread.ts'

/** What a survey, a meeting, a call for comments or a way of speaking led to (その先): the places, and the page of all of it. */
export type LedTo = {
  places: LedPlace[]
  href: string
  /** The same by the anchor of the part of the page that is named: a cell, a figure of a year. */
  byAnchor: ReadonlyMap<string, LedPlace[]>
}
export type LedPlace = Pick<ThreadPlace, 'id' | 'words' | 'href'>

type Asked = {
  sourceKey: string
  /** One part of the source, as a question `q8` of a survey or an area `08235` of a series; all of it without one. */
  part?: string
}

/** The places a source leads to, each once, in the order of the plan. */
export function ledToOf(entries: readonly ThreadEntry[], { sourceKey, part }: Asked): LedTo {
  const own = entries.filter(
    ({ source }) =>
      source.key === sourceKey &&
      (part === undefined ||
        source.part === part ||
        source.part?.startsWith(`${part}_`) ||
        source.part?.startsWith(`${part}@`)),
  )
  const named = Map.groupBy(own, ({ source }) => source.href.split('#')[1] ?? '')
  const byAnchor = new Map([...named].map(([anchor, some]) => [anchor, placesOf(some)] as const))
  return { places: placesOf(own), href: `/evidence/${sourceKey}`, byAnchor }
}

const placesOf = (entries: readonly ThreadEntry[]): LedPlace[] => [
  ...new Map(
    entries.map(({ about }) => [about.id, { id: about.id, words: about.words, href: about.href }]),
  ).values(),
]
