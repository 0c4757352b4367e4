import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { WriteColumn, WriteValue } from '#src/lib/table/table.ts'
import type { SheetField } from '../fields.ts'
import type { References } from '../references.ts'
import { hasApprovedAnswers, isOpenAnswer, type RequestRound, type RequestSheet } from '../sheets.ts'

/** 取りまとめの一覧: what the answers of a round say, put together by one question each. */
export const roundViewLabels = {
  measures: '施策一覧',
  indicators: '指標一覧',
  overlaps: '課題の重なり',
  relations: '片方向の関係課',
  changes: '新規・廃止事業一覧',
  costs: '概算費の合計',
  'cost-lines': '概算費の内訳',
} as const
export type RoundViewKind = keyof typeof roundViewLabels
export const roundViewKinds = Object.keys(roundViewLabels) as RoundViewKind[]

/** One table: the screen, CSV, Excel and the papers of the bodies are all made from it. */
export type RoundView = {
  kind: RoundViewKind
  /** How the rows came about, in a sentence. */
  note: string
  /** Said where there is no row, with what to do about it. */
  none: string
  advice: string
  columns: readonly WriteColumn[]
  rows: readonly (readonly WriteValue[])[]
}

/** What the views are made from: the sheets of one round as far as the person who asks may read them. */
export type ViewGround = {
  round: RequestRound
  sheets: readonly RequestSheet[]
  /** The sections that could be named today. */
  sections: readonly { id: string; name: string }[]
  nameOf: (unitId: string) => string
  references: References
  /** The plan as it stands, for those who may read it: it completes what the sheets say of their indicators. */
  plan: PlanDocument | undefined
}

/** Only what the heads of the sections approved is put together. */
export const approvedIn = ({ sheets }: Pick<ViewGround, 'sheets'>) => sheets.filter(hasApprovedAnswers)

/** The field of a preset form, of a copy of it, or one of the city's own that is prefilled with the same fact. */
export const fieldFor = (fields: readonly SheetField[], id: string, prefill?: string) =>
  fields.find((field) => field.id === id) ??
  (prefill ? fields.find((field) => field.prefill === prefill) : undefined)

/** What was said in a field; 「わからない」 says nothing of the matter. */
export function saidIn({ answers }: RequestSheet, field: SheetField | undefined): string {
  const answer = (field && answers[field.id]) ?? ''
  return isOpenAnswer(answer) ? '' : answer
}

export const textColumn = (header: string, width: number): WriteColumn => ({ header, width, format: 'text' })
export const numberColumn = (header: string, width: number): WriteColumn => ({
  header,
  width,
  format: 'decimal',
})
export const wholeColumn = (header: string, width: number): WriteColumn => ({
  header,
  width,
  format: 'whole',
})
export const yearColumn = (header: string): WriteColumn => ({ header, width: 12, format: 'year' })

/** A number as a number, so that a sheet can add it up; any other answer as it was written. */
export const asNumber = (words: string): WriteValue =>
  words !== '' && Number.isFinite(Number(words)) ? Number(words) : words
