import type { ThreadEntry, ThreadPlace } from './thread.ts'

/** What a survey, a meeting, a call for comments or a way of speaking led to (その先): the places, and the page of all of it. */
export type LedTo = { places: Pick<ThreadPlace, 'id' | 'words' | 'href'>[]; href: string }

type Asked = {
  sourceKey: string
  /** One part of the source, as a question `q8` of a survey; all of it without one. */
  part?: string
}

/** The places a source leads to, each once, in the order of the plan. */
export function ledToOf(entries: readonly ThreadEntry[], { sourceKey, part }: Asked): LedTo {
  const own = entries.filter(
    ({ source }) =>
      source.key === sourceKey &&
      (part === undefined || source.part === part || source.part?.startsWith(`${part}_`)),
  )
  const places = new Map(
    own.map(({ about }) => [about.id, { id: about.id, words: about.words, href: about.href }]),
  )
  return { places: [...places.values()], href: `/evidence/${sourceKey}` }
}
