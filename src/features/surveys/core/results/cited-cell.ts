import type { DataPoint, EvidenceLink } from '#src/formats/plan-parts.ts'
import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
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
  const [line, column] = [table?.lines[lineAt], table?.columns[columnAt]]
  if (!table || !line || !column) return undefined
  const [count, share, n] = [line.counts[columnAt], line.shares[columnAt], column.base]
  if (count === null || share === null || share === undefined || n === null) return undefined
  const percent = Math.floor(share * 1000 + 0.5 + 1e-9) / 10
  const { number, item, banner } = table
  const who = column.label === '全体' ? '全体' : `${banner}：${column.label}`
  const row = item ? `${item}／${who}` : who
  const asOf = publication.period.end
  const reference = `surveys/${surveyId}#${key}`
  const name = `「${publication.title}」${number}`
  return {
    words: `${name} ${row} 「${line.label}」${percent.toFixed(1)}％（n＝${n.toLocaleString('en-US')}、${eraDayDual(asOf)}まで） [${reference}]`,
    percent,
    n,
    to: { kind: 'survey-cell', ref: `${name} [${reference}]`, row, column: line.label, n, asOf },
    point: {
      label: `${number} ${row}「${line.label}」`.slice(0, 100),
      value: percent,
      unit: '％',
      asOf,
      source: {
        kind: 'survey-cell',
        ref: `${publication.title} ${number}`,
        cell: `${reference}/${line.label}@${column.label}`,
      },
      ...(publication.universe ? { population: publication.universe } : {}),
    },
  }
}
