import type { Cell } from '#src/lib/table/table.ts'

/** A cell as text: a number plainly, a day as YYYY-MM-DD; a formula or an error is none. */
export function textOf(cell: Cell | undefined): string {
  if (!cell) return ''
  switch (cell.value.kind) {
    case 'text':
      return cell.value.text
    case 'number':
      return String(cell.value.number)
    case 'day':
      return cell.value.day
    case 'flag':
      return cell.value.isTrue ? 'TRUE' : 'FALSE'
    default:
      return ''
  }
}

/** Why a cell cannot be read at all. */
export function faultOf(cell: Cell | undefined): string | undefined {
  if (cell?.value.kind !== 'problem') return undefined
  const { problem, shown } = cell.value
  if (problem === 'formula') return '数式のセルです。「値の貼り付け」で値だけにしてください'
  return `エラー（${shown}）のセルです。値を書いてください`
}
