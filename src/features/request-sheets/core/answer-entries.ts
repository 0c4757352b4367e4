import type { Role } from '#src/lib/permissions.ts'

/** How a value came into a field. */
export const answerWayLabels = {
  prefilled: '計画から事前記入',
  carried: '前回の回答から事前記入',
  screen: '画面で記入',
  workbook: 'Excelから取り込み',
  amended: '会議の決定により修正',
} as const
export type AnswerWay = keyof typeof answerWayLabels

/** 記入の履歴: one value a field took, by whom, when. `number` is the revision of the sheet it came with. */
export type AnswerEntry = {
  fieldId: string
  number: number
  value: string
  way: AnswerWay
  writtenBy: string
  role: Role | ''
  writtenAt: string
}
