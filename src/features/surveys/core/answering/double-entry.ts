import type { Questionnaire } from '#src/formats/survey-question.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'
import type { AnswerCells } from './answer-cells.ts'
import { type KeyField, keyedText, keyFields } from './key-in.ts'

/** One pass over one sheet: what it says of itself, and the answers as they were keyed in. */
export type EntryPass = { code: string; stratum: string; receivedOn: string; cells: AnswerCells }

/** A field in which the two passes differ, with what each of them says. */
export type EntryDifference = { name: string; label: string; first: string; second: string; field?: KeyField }

const headLabels = { code: '回答コード', stratum: '層', receivedOn: '届いた日' } as const

/** Every field of the sheet beside the answers counts too: a wrong code would join the answer to another letter. */
export const headFields = Object.keys(headLabels) as (keyof typeof headLabels)[]

/** Compares the two passes field by field. Words compare without width and blanks: nobody keys those alike. */
export function compareEntries(
  questionnaire: Questionnaire,
  first: EntryPass,
  second: EntryPass,
): { fields: number; differences: EntryDifference[] } {
  const fields = questionsOf(questionnaire).flatMap(keyFields)
  const heads = headFields.map((name) => ({
    name,
    label: headLabels[name],
    first: first[name],
    second: second[name],
  }))
  const answers = fields.map((field) => ({
    name: field.name,
    label: field.label,
    first: keyedText(field, first.cells),
    second: keyedText(field, second.cells),
    field,
  }))
  const all = [...heads, ...answers]
  return {
    fields: all.length,
    differences: all.filter((one) => compared(one.first) !== compared(one.second)),
  }
}

const compared = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, ' ').trim()

/** Counts kept of the sheets that were keyed in twice. */
export type EntryCounts = {
  sheets: number
  fields: number
  differing: number
  /** Fields in which a pass differed from what was decided. */
  wrong: number
}

export const noEntries: EntryCounts = { sheets: 0, fields: 0, differing: 0, wrong: 0 }

export const addCounts = (a: EntryCounts, b: EntryCounts): EntryCounts => ({
  sheets: a.sheets + b.sheets,
  fields: a.fields + b.fields,
  differing: a.differing + b.differing,
  wrong: a.wrong + b.wrong,
})

/** Fields of 10,000: differing between the passes, and wrong in one pass (so many errors a single entry would leave). */
export function entryErrorRates({ fields, differing, wrong }: EntryCounts) {
  const of = (count: number, base: number) =>
    base === 0 ? undefined : Math.round((count / base) * 100_000) / 10
  return { differing: of(differing, fields), wrong: of(wrong, 2 * fields) }
}
