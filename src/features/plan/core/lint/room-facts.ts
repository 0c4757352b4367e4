import type { PlanDocument } from '#src/formats/plan-document.ts'

/** What other rooms hand to the lint: each rule that needs one of them is not run while the room has nothing to say. */

/** The adopted planning frame: residents by year, of all and by the age groups the projection has. */
export type FrameFacts = {
  years: readonly number[]
  groups: readonly { name: AgeGroup; persons: readonly number[] }[]
}
export type AgeGroup = 'all' | 'children' | 'workers' | 'elderly'

/** A published survey. `margin`: half the 95 % interval of a share of 50 %, in points; absent where it is no probability sample. */
export type SurveyFacts = {
  id: string
  title: string
  margin?: number | undefined
  /** Lines in the quarter high importance, low satisfaction. */
  urgent: readonly { label: string; measureId?: string | undefined }[]
}

/** A sheet a unit was asked for and whose answer is not accepted yet. */
export type RequestFacts = { unitId: string; itemId?: string | undefined; title: string; isAnswered: boolean }

/** What was said of an item (empty: of the whole plan) and waits for an answer. Several rooms may speak of one item. */
export type CommentFacts = { itemId: string; count: number }

/** An answer of the class 反映 without a change: `ref` is its address in the register. */
export type PromiseFacts = { itemId?: string | undefined; ref: string; words: string }

/** The day somebody of a unit last signed in or changed something; a unit without anybody is not there. */
export type UsageFacts = Readonly<Record<string, string>>

/** A table of the book in words: its first cell a row names the row, in its first line. */
export type BookTable = {
  /** The item it stands under; the plan where it stands before all of them. */
  subjectId: string
  caption: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

/** A figure of the book: the words that stand for it, and its marks by form and colour. */
export type BookFigure = {
  subjectId: string
  name: string
  alternative: string
  marks: readonly { form: string; colour: string }[]
}

/** What a plan is when it is set as a book. The title is the heading of level 1. */
export type BookFacts = {
  headings: readonly { subjectId: string; level: number; text: string }[]
  tables: readonly BookTable[]
  figures: readonly BookFigure[]
}

/** How any plan is set, so that each version is judged by its own book; and how many pages the book made last has. */
export type RenderedFacts = { of: (plan: PlanDocument) => BookFacts; pages?: number | undefined }

/** What speaks against an item and is kept in another room: a rejection by a meeting. `ref` is its address. */
export type ContraryFacts = { itemId: string; ref: string; words: string }

/** An indicator as another plan of the city has it. */
export type RegistryIndicator = {
  name: string
  unit: string
  definition: string
  baseline: { fiscalYear: number; value: number | null }
  target: { fiscalYear: number; value: number | null } | null
  owner: string
}

/** A related plan (関連計画) that is kept here too. */
export type RegistryPlan = {
  relatedId: string
  title: string
  /** 総合戦略 */
  isStrategy: boolean
  itemIds: ReadonlySet<string>
  indicators: readonly RegistryIndicator[]
}
