import { Badge, type BadgeTone } from '#src/ui/parts.tsx'
import { isOverdue, type RequestSheet, type SheetState, sheetStateLabels } from '../../core/sheets.ts'

const looks: Record<SheetState, string> = {
  draft: 'none',
  sent: '',
  answered: 'in',
  returned: 'back',
  accepted: 'ok',
}

/** The state of a sheet as a cell of the board: frame, colour and word; overdue wins. */
export function SheetCell({ sheet, today }: { sheet: RequestSheet; today: string }) {
  const isLate = isOverdue(sheet, today)
  const look = isLate ? 'late' : looks[sheet.state]
  return (
    <a class={look ? `sb-cell sb-cell--${look}` : 'sb-cell'} href={`/staff/sheets/${sheet.id}`}>
      <span class="vh">{sheet.subject}：</span>
      {isLate ? '期限超過' : sheetStateLabels[sheet.state]}
    </a>
  )
}

export const sheetsCrumb = { label: '依頼シート', href: '/staff/sheets' }
export const roundAddress = (roundId: string) => `/staff/sheets/rounds/${roundId}`

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
