import { type Answers, type SheetField, tableOf } from './fields.ts'

export const sheetTypeLabels = {
  situation: '調査票（現状・課題）',
  hearing: 'ヒアリングシート',
  target: '施策・目標値依頼シート',
  own: '市のひな形によるシート',
} as const
export type SheetType = keyof typeof sheetTypeLabels

export const sheetStateLabels = {
  draft: '作成中',
  sent: '依頼中',
  answered: '回答済',
  returned: '差戻し',
  accepted: '受理',
} as const
export type SheetState = keyof typeof sheetStateLabels

/** 依頼: one question to many units, with one deadline. The fields are frozen when it is sent. */
export type RequestRound = {
  id: string
  title: string
  sheetType: SheetType
  /** Who will use the answers, said to those who fill them in. */
  usedFor: string
  fields: SheetField[]
  dueOn: string
  sentAt: string | undefined
  revision: number
}

export const remarkKindLabels = { 'must-change': '要修正', question: '質問', note: '参考' } as const
export type RemarkKind = keyof typeof remarkKindLabels
export const remarkKinds = Object.keys(remarkKindLabels) as [RemarkKind]

/** 指摘: on a field, never on the sheet as a whole. Returning reopens exactly these fields. */
export type Remark = { fieldId: string; kind: RemarkKind; text: string }

/** シート: what one unit is asked about one subject. */
export type RequestSheet = {
  id: string
  roundId: string
  unitId: string
  subjectId: string | undefined
  subject: string
  state: SheetState
  answers: Answers
  remarks: Remark[]
  dueOn: string
  revision: number
}

/** 「わからない」 and 「事務局に相談」 are answers: nobody is made to invent one. */
export const openAnswers = ['わからない', '事務局に相談'] as const
export const isOpenAnswer = (value: string) => openAnswers.some((answer) => answer === value)

/** Overdue (期限超過) is a flag, not a state: it follows from the deadline and today. */
export const isOverdue = ({ state, dueOn }: Pick<RequestSheet, 'state' | 'dueOn'>, today: string) =>
  (state === 'sent' || state === 'returned') && dueOn < today

/** Which fields can be written: all of a sent sheet, of a returned one only those with a remark that asks for it. */
export function openFields(
  { state, remarks }: Pick<RequestSheet, 'state' | 'remarks'>,
  fields: readonly SheetField[],
) {
  if (state === 'sent') return [...fields]
  if (state !== 'returned') return []
  const named = new Set(remarks.filter(({ kind }) => kind !== 'note').map(({ fieldId }) => fieldId))
  return fields.filter(({ id }) => named.has(id))
}

/** What the head of the section approved, and nobody has sent back since: only this is shown to a body or put together. */
export const hasApprovedAnswers = ({ state }: { state: string }) =>
  state === 'answered' || state === 'accepted'

/** Required fields without an answer. */
export const missingFields = (answers: Answers, fields: readonly SheetField[]) =>
  fields.filter((field) => field.isRequired && isBlank(field, answers[field.id] ?? ''))

const isBlank = (field: SheetField, value: string) =>
  value === '' ||
  (field.kind === 'table' &&
    !isOpenAnswer(value) &&
    tableOf(field, value).every((row) => row.every((cell) => cell === '')))

/** What would stop the approval, in a sentence; undefined when the head may approve. */
export function missingWords(answers: Answers, fields: readonly SheetField[]): string | undefined {
  const [missing] = missingFields(answers, fields)
  return missing && `「${missing.label}」が空です。分からないときは「わからない」と書けます`
}
