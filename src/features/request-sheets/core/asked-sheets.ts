import { currentUnitOf, predecessorsOf, unitNameOn } from '#src/features/organization/core/succession.ts'
import type { OrganizationUnit } from '#src/features/organization/core/units.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Answers, SheetField } from './fields.ts'
import { type Prefilled, prefillSheet } from './prefill-sheet.ts'
import { isOpenAnswer, type RequestSheet } from './sheets.ts'

/** A sheet to be made: who is asked about what, with what is known filled in. */
export type AskedSheet = Prefilled & { unitId: string; subjectId: string | undefined; subject: string }

/** What sheets are made from. `before` are the accepted sheets of earlier rounds, the newest first. */
export type Ground = {
  plan: PlanDocument | undefined
  units: readonly OrganizationUnit[]
  day: string
  fields: readonly SheetField[]
  before: readonly RequestSheet[]
  /** 未回答の項目 of the sheets now out, in words, by unit: the agenda of a hearing. */
  openQuestions: ReadonlyMap<string, string>
}

/** One sheet a measure to the unit that leads it today; after a split or without a heir a person has to say who leads. */
export function measureSheets(ground: Ground): AskedSheet[] {
  const { plan, units, day, fields } = ground
  return (plan?.items ?? []).flatMap((item) => {
    if (item.kind !== 'measure' || !item.lead) return []
    const current = currentUnitOf(units, item.lead, day)
    if (!('unit' in current)) return []
    const unitId = current.unit.id
    const known = { supportUnits: namesOf(item.support, units, day) }
    const subject = { plan, unitIds: lineOf(units, unitId), measureId: item.id, known }
    const before = lastAnswers(ground, unitId, item.id)
    return [{ ...prefillSheet(subject, fields, before), unitId, subjectId: item.id, subject: item.title }]
  })
}

/** 関係課 as they are called today, one a line; those nobody follows stay under the name they had. */
const namesOf = (unitIds: readonly string[], units: readonly OrganizationUnit[], day: string) =>
  unitIds.flatMap((id) => unitNameOn(units, id, day) ?? []).join('\n')

/** One sheet a section. */
export function unitSheets(ground: Ground, unitIds: readonly string[]): AskedSheet[] {
  const { plan, units, fields, openQuestions } = ground
  return unitIds.map((unitId) => ({
    ...prefillSheet(
      {
        plan,
        unitIds: lineOf(units, unitId),
        known: { openQuestions: openQuestions.get(unitId) ?? '' },
      },
      fields,
      lastAnswers(ground, unitId),
    ),
    unitId,
    subjectId: undefined,
    subject: '課の全体',
  }))
}

/** What was accepted the last time about the same subject; a section's own also from the section before it. */
function lastAnswers({ before, units }: Ground, unitId: string, subjectId?: string): Answers {
  const line = lineOf(units, unitId)
  const last = before.find((sheet) =>
    subjectId ? sheet.subjectId === subjectId : !sheet.subjectId && line.includes(sheet.unitId),
  )
  return last?.answers ?? {}
}

/** A unit and all those it took over from. */
function lineOf(units: readonly OrganizationUnit[], unitId: string): string[] {
  const ids = [unitId]
  for (const id of ids)
    ids.push(...predecessorsOf(units, id).flatMap(({ unit }) => (ids.includes(unit.id) ? [] : unit.id)))
  return ids
}

type Asked = { sheet: RequestSheet; fields: readonly SheetField[] }

/** What is still open of each unit's sheets: 「わからない」, 「事務局に相談」, and questions asked on a field. */
export function openQuestionsOf(asked: readonly Asked[]): Map<string, string> {
  const lines = asked.flatMap(({ sheet, fields }) =>
    fields.flatMap(({ id, label }) => {
      const answer = sheet.answers[id] ?? ''
      const remarks = sheet.remarks.filter(({ fieldId, kind }) => fieldId === id && kind !== 'note')
      const words = [...(isOpenAnswer(answer) ? [answer] : []), ...remarks.map(({ text }) => text)]
      const line = words.length > 0 ? `${sheet.subject}「${label}」：${words.join('、')}` : undefined
      return line ? [{ unitId: sheet.unitId, line }] : []
    }),
  )
  const byUnit = Map.groupBy(lines, ({ unitId }) => unitId)
  return new Map([...byUnit].map(([unitId, own]) => [unitId, own.map(({ line }) => line).join('\n')]))
}
