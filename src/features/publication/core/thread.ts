import type { EvidenceLink } from '#src/formats/plan-parts.ts'

/** What a thread can begin with: the kinds of evidence, and an answered comment of a public comment. */
export type ThreadKind = EvidenceLink['to']['kind'] | 'comment'

/** Where something comes from. `gone`: an address that leads nowhere; `words`: it was only ever named in words. */
export type ThreadSource = {
  /** Names the page of the source: the id of the thing, a channel of voices, or of the link where there are words only. */
  key: string
  words: string
  href: string
  state: 'found' | 'gone' | 'words'
  /** The part of the thing that is named: `q8` of a survey, `no-3` of a result. */
  part?: string
}

/** A place in the plan, or a changed text of it. */
export type ThreadPlace = {
  kind: 'policy' | 'measure' | 'situation' | 'issue' | 'direction' | 'indicator' | 'change'
  id: string
  words: string
  href: string
}

/** One thread (根拠のたどり方): from a source over the place that rests on it to what that led to. */
export type ThreadEntry = {
  id: string
  kind: ThreadKind
  source: ThreadSource
  /** Row, column, cell or place in the source. */
  cell: string
  n: number | undefined
  asOf: string
  /** How it speaks to the place; absent where it is only the source of a figure, or a count. */
  stance: EvidenceLink['stance'] | undefined
  level: EvidenceLink['level'] | undefined
  quotes: string[]
  note: string
  /** What was decided: the class of an answer, or of a decision. */
  outcome: string
  itemId: string
  indicatorId: string | undefined
  about: ThreadPlace
  ledTo: ThreadPlace[]
}

export const threadKindLabels: Readonly<Record<ThreadKind, string>> = {
  'survey-cell': '調査の集計',
  statistic: '統計',
  voice: '市民の声',
  comment: 'パブリックコメント',
  evaluation: '評価',
  'meeting-decision': '会議の決定',
  document: '文書',
}

/** In this order a page shows them: figures, voices, decisions. */
export const threadKinds = Object.keys(threadKindLabels) as ThreadKind[]

export const placeLabels: Readonly<Record<ThreadPlace['kind'], string>> = {
  policy: '政策',
  measure: '施策',
  situation: '現状',
  issue: '課題',
  direction: '施策の方向',
  indicator: '指標',
  change: '直した文',
}

/** The entries of an item or indicator; those of a measure hold those of its indicators. */
export const threadOf = (entries: readonly ThreadEntry[], id: string): ThreadEntry[] =>
  entries.filter(({ itemId, indicatorId, about, ledTo }) =>
    id.startsWith('in_')
      ? indicatorId === id || about.id === id || ledTo.some((place) => place.id === id)
      : itemId === id,
  )

/** Entries by their source, in the order of the plan. */
export const bySource = (entries: readonly ThreadEntry[]): ThreadEntry[][] => [
  ...Map.groupBy(entries, ({ kind, source }) => `${kind} ${source.key}`).values(),
]
