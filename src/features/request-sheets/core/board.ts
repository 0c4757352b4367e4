import { daysBetween } from '#src/lib/japanese/business-days.ts'
import { isOverdue, type RequestSheet, type SheetState } from './sheets.ts'

export type BoardRow = {
  unitId: string
  sheets: RequestSheet[]
  acceptedCount: number
  isLate: boolean
  /** Comments of the review nobody has answered. */
  openComments: number
  holder: string
}

/** Units × sheets (回収の状況): who has answered, who is late, who has it now. Units in the order of their first sheet. */
export function boardOf(
  sheets: readonly RequestSheet[],
  today: string,
  openComments: ReadonlyMap<string, number> = new Map(),
): BoardRow[] {
  const byUnit = Map.groupBy(sheets, ({ unitId }) => unitId)
  return [...byUnit].map(([unitId, own]) => ({
    unitId,
    sheets: own,
    acceptedCount: countIn(own, 'accepted'),
    isLate: own.some((sheet) => isOverdue(sheet, today)),
    openComments: own.reduce((sum, { id }) => sum + (openComments.get(id) ?? 0), 0),
    holder: holderOf(own),
  }))
}

/** A section that never answered (一度も回答していない): not one of its sheets was ever approved. The committee hears of it. */
export const isSilent = ({ sheets }: Pick<BoardRow, 'sheets'>) =>
  sheets.length > 0 && sheets.every(({ state }) => state === 'sent')

/** How many days a sheet is late; 0 where it is not. */
export const daysLate = (sheet: Pick<RequestSheet, 'state' | 'dueOn'>, today: string) =>
  isOverdue(sheet, today) ? daysBetween(sheet.dueOn, today) : 0

export const countIn = (sheets: readonly RequestSheet[], state: SheetState) =>
  sheets.filter((sheet) => sheet.state === state).length

/** いまの担当: the section while anything is to be written, then the secretariat, then nobody. */
export function holderOf(sheets: readonly RequestSheet[]): string {
  if (sheets.some(({ state }) => state === 'sent' || state === 'returned')) return '課'
  if (sheets.some(({ state }) => state === 'answered' || state === 'draft')) return '事務局'
  return '完了'
}

export const coverageStates = ['late', 'returned', 'sent', 'answered', 'draft', 'accepted'] as const
export type CoverageState = (typeof coverageStates)[number]

/** The state of several sheets in one word: the one that needs most. Undefined where there is none. */
export function coverageOf(sheets: readonly RequestSheet[], today: string): CoverageState | undefined {
  const all = new Set<CoverageState>(sheets.map((sheet) => (isOverdue(sheet, today) ? 'late' : sheet.state)))
  return coverageStates.find((state) => all.has(state))
}
