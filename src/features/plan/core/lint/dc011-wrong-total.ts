import type { Judgement, Rule } from './finding.ts'
import type { BookTable } from './room-facts.ts'

/** DC011: a table says a total that its parts do not make. */
export const wrongTotal: Rule = {
  id: 'DC011',
  group: 'DC',
  severity: 'E',
  gate: 'G3',
  title: '表の合計が内訳と合わない',
  rationale: '合わない合計は、表全体を疑わせます。',
  needs: ['rendered'],
  check: ({ plan }, { rendered }) =>
    (rendered?.of(plan).tables ?? []).flatMap((table) => [...underParts(table), ...besideParts(table)]),
}

const isTotal = (words: string) => /^(合計|総計|総数|計)$/.test(words.split('\n')[0]?.trim() ?? '')

/** A last row that sums the rows above it, column by column. */
function underParts(table: BookTable): Judgement[] {
  const at = table.rows.findIndex(([first = '']) => isTotal(first))
  const total = table.rows[at]
  if (!total) return []
  const parts = table.rows.filter((_, place) => place !== at)
  return total.flatMap((cell, column) =>
    column === 0 ? [] : judged(table, { total: cell, parts: parts.map((row) => row[column] ?? '') }),
  )
}

/** A column that sums the columns beside it, row by row. */
function besideParts(table: BookTable): Judgement[] {
  const at = table.head.findIndex(isTotal)
  if (at < 1) return []
  return table.rows.flatMap((row) =>
    judged(table, { total: row[at] ?? '', parts: row.filter((_, column) => column > 0 && column !== at) }),
  )
}

type Sum = { total: string; parts: readonly string[] }

function judged({ subjectId, caption }: BookTable, { total, parts }: Sum): Judgement[] {
  const stated = numberIn(total)
  const summands = parts.flatMap((part) => numberIn(part) ?? [])
  if (stated === undefined || summands.length < 2) return []
  const sum = summands.reduce((all, one) => all + one, 0)
  const rounding = /[％%]/.test(total) ? 0.1 * summands.length : 0
  if (Math.abs(sum - stated) <= rounding + 1e-6) return []
  return [
    {
      subjectId,
      key: `${caption}|${parts.join('|')}`,
      message: `表「${caption}」の合計が内訳と合いません（内訳の和${words(sum)}、合計${words(stated)}）。`,
      advice: '合計か内訳を直してください。',
    },
  ]
}

/** 1,200人 → 1200. Words, years and several numbers are no summand. */
function numberIn(cell: string): number | undefined {
  const digits = /^[△▲−-]?[\d,]+(?:\.\d+)?(?=[^\d]*$)/.exec(cell.normalize('NFKC').trim())?.[0]
  return digits === undefined ? undefined : Number(digits.replaceAll(',', '').replace(/^[△▲−]/, '-'))
}

const words = (value: number) => value.toLocaleString('ja-JP', { maximumFractionDigits: 3 })
