import { z } from 'zod'
import { dayField } from '#src/features/organization/core/read-day.ts'
import { words } from './form-words.ts'
import type { RequestSheet } from './sheets.ts'

export const extensionStateLabels = {
  asked: '返事を待っています',
  granted: '延長した',
  refused: '延長しない',
} as const
export type ExtensionState = keyof typeof extensionStateLabels

/** 期限の延長 of one unit in one round. */
export type Extension = {
  id: string
  roundId: string
  unitId: string
  askedDueOn: string
  reason: string
  askedAt: string
  state: ExtensionState
  grantedDueOn: string | undefined
  answer: string
  answeredAt: string | undefined
}

/** The sheets of a unit whose deadline can still move: those the section has. */
export const extendable = (sheets: readonly RequestSheet[], unitId: string) =>
  sheets.filter((sheet) => sheet.unitId === unitId && (sheet.state === 'sent' || sheet.state === 'returned'))

/** Why a day is no extension of these sheets; undefined when it is one. */
export function extensionProblem(sheets: readonly RequestSheet[], dueOn: string, today: string) {
  if (sheets.length === 0) return '延長できるシート（依頼中・差戻し）がありません'
  if (dueOn < today) return '新しい期限が、過ぎた日になっています'
  const latest =
    sheets
      .map((sheet) => sheet.dueOn)
      .sort()
      .at(-1) ?? ''
  return dueOn > latest ? undefined : 'いまの期限より後の日にしてください'
}

export const extensionForm = z.object({
  dueOn: dayField('新しい期限'),
  reason: words('理由', 400).pipe(z.string().min(1, '理由を書いてください')),
})

export const refusalForm = z.object({
  answer: words('返事', 400).pipe(z.string().min(1, '延長しない理由を書いてください')),
})
