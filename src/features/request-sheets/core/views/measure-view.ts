import { answerWords } from '../answer-words.ts'
import { sheetStateLabels } from '../sheets.ts'
import { approvedIn, fieldFor, type RoundView, textColumn, type ViewGround } from './round-view.ts'

const measureFields = [
  ['support', 'supportUnits', 20],
  ['desired-state', 'desiredState', 40],
  ['situation', 'situation', 40],
  ['issues', 'issues', 40],
  ['directions', 'directions', 40],
  ['programs', 'programs', 32],
] as const

/** 施策一覧: one row a measure with what was answered about it. */
export function measureView(ground: ViewGround): RoundView | undefined {
  const found = measureFields.flatMap(([id, prefill, width]) => {
    const field = fieldFor(ground.round.fields, id, prefill)
    return field ? [{ field, width }] : []
  })
  const isOfMeasures = ground.sheets.some(({ subjectId }) => subjectId !== undefined)
  if (found.length === 0 || !isOfMeasures) return undefined
  return {
    kind: 'measures',
    note: '課長が承認した回答を、施策ごとに1行で示します。',
    none: '課長が承認した回答が、まだありません。',
    advice: '担当課が答え、課長が承認すると、ここに並びます。',
    columns: [
      textColumn('施策', 24),
      textColumn('主管課', 16),
      textColumn('状態', 10),
      ...found.map(({ field, width }) => textColumn(field.label, width)),
    ],
    rows: approvedIn(ground)
      .filter(({ subjectId }) => subjectId !== undefined)
      .map((sheet) => [
        sheet.subject,
        ground.nameOf(sheet.unitId),
        sheetStateLabels[sheet.state],
        ...found.map(({ field }) => answerWords(field, sheet.answers[field.id] ?? '', ground.references)),
      ]),
  }
}
