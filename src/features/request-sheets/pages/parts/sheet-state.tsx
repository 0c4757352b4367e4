import { Badge, type BadgeTone } from '#src/ui/parts.tsx'
import type { CoverageState } from '../../core/board.ts'
import { isOverdue, type RequestSheet, type SheetState, sheetStateLabels } from '../../core/sheets.ts'
import { sheetAddress } from './addresses.ts'

/** Frame and colour of each state in the board; the word stands in the cell. */
export const cellLooks: Record<CoverageState, string> = {
  draft: 'sb-cell--none',
  sent: '',
  answered: 'sb-cell--in',
  returned: 'sb-cell--back',
  accepted: 'sb-cell--ok',
  late: 'sb-cell--late',
}

/** The state of a sheet as a cell of the board: frame, colour and word; overdue wins. */
export function SheetCell({ sheet, today }: { sheet: RequestSheet; today: string }) {
  const isLate = isOverdue(sheet, today)
  return (
    <a class={`sb-cell ${cellLooks[isLate ? 'late' : sheet.state]}`.trim()} href={sheetAddress(sheet.id)}>
      <span class="vh">{sheet.subject}：</span>
      {isLate ? '期限超過' : sheetStateLabels[sheet.state]}
    </a>
  )
}

const tones: Record<SheetState, BadgeTone> = {
  draft: 'quiet',
  sent: 'quiet',
  answered: 'info',
  returned: 'warn',
  accepted: 'ok',
}

/** The same state as a word beside a title. */
export function SheetBadge({ sheet, today }: { sheet: RequestSheet; today: string }) {
  if (isOverdue(sheet, today)) return <Badge tone="error">期限超過</Badge>
  return <Badge tone={tones[sheet.state]}>{sheetStateLabels[sheet.state]}</Badge>
}
