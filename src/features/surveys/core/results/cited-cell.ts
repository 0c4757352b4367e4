import type { DataPoint, EvidenceLink } from '#src/formats/plan-parts.ts'
import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import { shownCells } from './cell-address.ts'
import type { Publication, PublishedTable } from './publication-format.ts'

/** A cell of a published table: which answer, of whom. */
export type CellPlace = { key: string; line: number; column: number }

/** A published figure as the plan writes it down: words, the reference by which it is found again, and its number. */
export type Citation = {
  words: string
  percent: number
  n: number
  /** As an evidence link points to it (種類「調査の集計」). */
  to: EvidenceLink['to']
  /** As a number that texts can quote. */
  point: Omit<DataPoint, 'id'>
}

export const tableOf = ({ tables }: Publication, key: string): PublishedTable | undefined =>
  tables.find((table) => table.key === key && key !== '')

/** A hidden figure cannot be cited, nor one that was never published: undefined. */
export function citationOf(
  publication: Publication,
  surveyId: string,
  { key, line: lineAt, column: columnAt }: CellPlace,
): Citation | undefined {
  const table = tableOf(publication, key)
  const cell = table && shownCells(table).find(({ line, column }) => line === lineAt && column === columnAt)
  if (!table || !cell) return undefined
  const { share, base: n, row, who, answer } = cell
  const percent = Math.floor(share * 1000 + 0.5 + 1e-9) / 10
  const asOf = publication.period.end
  const reference = `surveys/${surveyId}#${key}`
  const { number } = table
  const name = `「${publication.title}」${number}`
  return {
    words: `${name} ${row} 「${answer}」${percent.toFixed(1)}％（n＝${n.toLocaleString('en-US')}、${eraDayDual(asOf)}まで） [${reference}]`,
    percent,
    n,
    to: { kind: 'survey-cell', ref: `${name} [${reference}]`, row, column: answer, n, asOf },
    point: {
      label: `${number} ${row}「${answer}」`.slice(0, 100),
      value: percent,
      unit: '％',
      asOf,
      source: {
        kind: 'survey-cell',
        ref: `${publication.title} ${number}`,
        cell: `${reference}/${answer}@${who}`,
      },
      ...(publication.universe ? { population: publication.universe } : {}),
    },
  }
}
