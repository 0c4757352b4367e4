import { isOverdue, type RequestSheet, type SheetState } from './sheets.ts'

export type BoardRow = { unitId: string; sheets: RequestSheet[]; acceptedCount: number; isLate: boolean }

/** Units × sheets (回収の状況): who has answered, who is late. Units in the order of their first sheet. */
export function boardOf(sheets: readonly RequestSheet[], today: string): BoardRow[] {
  const byUnit = Map.groupBy(sheets, ({ unitId }) => unitId)
  return [...byUnit].map(([unitId, own]) => ({
    unitId,
    sheets: own,
    acceptedCount: own.filter(({ state }) => state === 'accepted').length,
    isLate: own.some((sheet) => isOverdue(sheet, today)),
  }))
}

export const countIn = (sheets: readonly RequestSheet[], state: SheetState) =>
  sheets.filter((sheet) => sheet.state === state).length
