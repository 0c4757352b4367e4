/** What kind of answer a field takes. */
export type FieldKind = 'line' | 'text' | 'number' | 'choice'

/** 項目 of a sheet. `prefill` names the fact of the plan it is filled with beforehand. */
export type SheetField = {
  id: string
  label: string
  kind: FieldKind
  choices?: string[] | undefined
  isRequired: boolean
  hint?: string | undefined
  prefill?: string | undefined
}

export const sheetTypeLabels = {
  situation: '調査票（現状・課題）',
  hearing: 'ヒアリングシート',
  target: '施策・目標値依頼シート',
} as const
export type SheetType = keyof typeof sheetTypeLabels
export const sheetTypes = Object.keys(sheetTypeLabels) as [SheetType]

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

/** 指摘: on a field, never on the sheet as a whole. Returning reopens exactly these fields. */
export type Remark = { fieldId: string; kind: RemarkKind; text: string }

/** Answers by the id of the field; a blank is not an answer. */
export type Answers = Record<string, string>

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

/** Required fields without an answer. */
export const missingFields = (answers: Answers, fields: readonly SheetField[]) =>
  fields.filter(({ id, isRequired }) => isRequired && (answers[id] ?? '') === '')
