import { roleFor } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { AnswerWay } from '../core/answer-entries.ts'
import type { Answers } from '../core/fields.ts'
import { permissions } from '../core/permissions.ts'
import type { RequestSheet } from '../core/sheets.ts'
import { tables } from './tables.ts'

type SheetValues = Partial<Pick<RequestSheet, 'state' | 'remarks' | 'dueOn' | 'unitId'>>

/** Writes a sheet in another state, or given to another unit; its answers stay. */
export async function writeSheet(context: Context, sheet: RequestSheet, { remarks, ...values }: SheetValues) {
  await tables(context)
    .updateTable('requestSheets')
    .set({
      ...values,
      ...(remarks ? { remarks: JSON.stringify(remarks) } : {}),
      revision: sheet.revision + 1,
    })
    .where('id', '=', sheet.id)
    .execute()
}

/** Writes answers of a sheet, each of them with its author and time in the history. Unchanged ones leave no trace. */
export async function writeAnswers(
  context: Context,
  { sheet, answers, way }: { sheet: RequestSheet; answers: Answers; way: AnswerWay },
) {
  const changed = Object.entries(answers).filter(([id, value]) => (sheet.answers[id] ?? '') !== value)
  const revision = sheet.revision + 1
  await tables(context)
    .updateTable('requestSheets')
    .set({ answers: JSON.stringify({ ...sheet.answers, ...answers }), revision })
    .where('id', '=', sheet.id)
    .execute()
  await addEntries(
    context,
    changed.map(([fieldId, value]) => ({ sheetId: sheet.id, number: revision, fieldId, value, way })),
  )
}

type NewEntry = { sheetId: string; fieldId: string; number: number; value: string; way: AnswerWay }

/** As many rows in one statement as every database takes. */
const rowsAtOnce = 200

export async function addEntries(context: Context, entries: readonly NewEntry[]) {
  const role = roleFor(context.actor, permissions, 'fill-sheet') ?? ''
  const written = { writtenBy: context.actor.id, role, writtenAt: context.now.toISOString() } as const
  const rows = entries.map((entry) => ({ ...entry, ...written, id: context.newId('ra') }))
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await tables(context)
      .insertInto('sheetAnswerEntries')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute()
  }
}
