import { sha256Hex } from '#src/formats/canonical-json.ts'
import type { Publication, PublishedTable } from './publication-format.ts'

/** A figure of a published table that everybody may read: where it stands, what it is called, and its address. */
export type ShownCell = {
  line: number
  column: number
  count: number
  share: number
  /** Everybody asked in its group. */
  base: number
  /** Whom it speaks of, with the line of a matrix, as an evidence link writes it: 子育て支援／地区：北. */
  row: string
  /** Whom it speaks of: 全体, or a group. */
  who: string
  answer: string
  /** Its anchor on the page of the question. It follows from its words, so that it stays when cells are put in another order. */
  anchor: string
}

/** The cells that are not hidden. A hidden one has no address: nothing tells it from one that is not there. */
export function shownCells(table: PublishedTable): ShownCell[] {
  const cells = table.columns.flatMap(({ label, base }, column) =>
    table.lines.flatMap(({ label: answer, counts, shares }, line): ShownCell[] => {
      const [count, share] = [counts[column] ?? null, shares[column] ?? null]
      if (count === null || share === null || base === null) return []
      const row = rowWords(table, label)
      const anchor = `c-${sha256Hex([table.key, row, answer].join('\n'), 5)}`
      return [{ line, column, count, share, base, row, who: label, answer, anchor }]
    }),
  )
  return [...new Map(cells.toReversed().map((cell) => [cell.anchor, cell])).values()].toReversed()
}

function rowWords({ item, banner }: PublishedTable, label: string): string {
  const who = label === '全体' ? '全体' : `${banner}：${label}`
  return item ? `${item}／${who}` : who
}

/** What a reference to a survey names: a question or one of its tables, and the words of a cell where it names one. */
export type CitedPlace = { part: string; row?: string | undefined; answer?: string | undefined }

/**
 * Where a citation leads in a published survey: the table, and the cell where its words name one that is shown.
 * Undefined where no such table is published. `q6` names every table of the question, the first of them that has the cell.
 */
export function findCited(
  { tables }: Pick<Publication, 'tables'>,
  { part, row, answer }: CitedPlace,
): { key: string; cell: ShownCell | undefined } | undefined {
  const named = tables.filter(({ key, number }) => key !== '' && isOf(part, key, number))
  const own = named.some(({ key }) => key === part) ? named.filter(({ key }) => key === part) : named
  const isIt = (cell: ShownCell) => cell.answer === answer && (cell.row === row || cell.who === row)
  for (const table of own) {
    const cell = answer === undefined ? undefined : shownCells(table).find(isIt)
    if (cell) return { key: table.key, cell }
  }
  const [first] = own
  return first && { key: first.key, cell: undefined }
}

const isOf = (part: string, key: string, number: string) =>
  key === part || key.startsWith(`${part}_`) || number === part.replace(/^q(?=\d+$)/, '問')

/** Reads the cell of a figure that texts quote: `surveys/sv_…#q6_1/満足@全体`. */
export function readPointCell(text: string): { surveyId: string; place: CitedPlace } | undefined {
  const found = /^surveys\/(sv_[0-9a-z]{10})#([^/]+)\/(.+)@([^@]+)$/su.exec(text)
  const [, surveyId, part, answer, row] = found ?? []
  return surveyId && part ? { surveyId, place: { part, answer, row } } : undefined
}
