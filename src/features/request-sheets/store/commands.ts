import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { mayApproveSheet, mayFillSheet, permissions } from '../core/permissions.ts'
import { readAnswer } from '../core/read-answer.ts'
import {
  type Answers,
  missingFields,
  openFields,
  type Remark,
  type RequestRound,
  type RequestSheet,
} from '../core/sheets.ts'
import { getRound, getSheet, listSheets, listSubmissions } from './queries.ts'
import { tables } from './tables.ts'

type NewSheet = Pick<RequestSheet, 'unitId' | 'subjectId' | 'subject' | 'answers'>
type NewRound = Pick<RequestRound, 'title' | 'sheetType' | 'usedFor' | 'fields' | 'dueOn'> & {
  sheets: readonly NewSheet[]
}

/** 依頼をつくる, with a prefilled sheet for each unit and subject. Nobody outside the secretariat sees it yet. */
export const makeRound = command(permissions, 'make-round', async (context, given: NewRound) => {
  const { sheets, fields, ...round } = given
  if (sheets.length === 0) throw new Refusal('conflict', '依頼する相手がありません')
  const id = context.newId('rr')
  const createdAt = context.now.toISOString()
  await tables(context)
    .insertInto('requestRounds')
    .values({ ...round, id, fields: JSON.stringify(fields), sentAt: null, createdAt, revision: 1 })
    .execute()
  for (const [position, { answers, subjectId, ...sheet }] of sheets.entries()) {
    await tables(context)
      .insertInto('requestSheets')
      .values({
        ...sheet,
        id: context.newId('rs'),
        roundId: id,
        subjectId: subjectId ?? null,
        state: 'draft',
        answers: JSON.stringify(answers),
        remarks: '[]',
        dueOn: round.dueOn,
        order: position + 1,
        revision: 1,
      })
      .execute()
  }
  return id
})

/** 依頼を送る: the fields are frozen, and each unit sees its own sheets. */
export const sendRound = command(
  permissions,
  'send-round',
  async (context, { roundId, revision }: { roundId: string; revision: number }) => {
    const round = await getRound(context, roundId)
    refuseIfStale(round, revision)
    if (round.sentAt) throw new Refusal('conflict', 'この依頼は、すでに送られています')
    await tables(context)
      .updateTable('requestRounds')
      .set({ sentAt: context.now.toISOString(), revision: revision + 1 })
      .where('id', '=', roundId)
      .execute()
    for (const sheet of await listSheets(context, roundId))
      await writeSheet(context, sheet, { state: 'sent' })
  },
)

type Filling = { sheetId: string; revision: number; answers: Answers }

/** シートに書く. Only open fields are written; what is not among the answers given stays as it is. */
export const fillSheet = command(
  permissions,
  'fill-sheet',
  async (context, { sheetId, revision, answers }: Filling) => {
    const { sheet, round } = await getSheet(context, sheetId)
    if (!mayFillSheet(context.actor, sheet))
      throw new Refusal('forbidden', 'このシートに書けるのは、依頼された課と事務局です')
    refuseIfStale(sheet, revision)
    const open = new Set(openFields(sheet, round.fields).map(({ id }) => id))
    const changed = Object.entries(answers).filter(([id, value]) => (sheet.answers[id] ?? '') !== value)
    if (changed.some(([id]) => !open.has(id)))
      throw new Refusal('conflict', 'いまは書けない項目が入っています')
    refuseUnreadable(round, answers)
    await writeSheet(context, sheet, { answers: { ...sheet.answers, ...answers } })
  },
)

function refuseUnreadable({ fields }: RequestRound, answers: Answers) {
  for (const field of fields) {
    const read = readAnswer(field, answers[field.id] ?? '')
    if (read.problem !== undefined) throw new Refusal('conflict', `${field.label}：${read.problem}`)
  }
}

type Step = { sheetId: string; revision: number }

/** 課長が承認する: the sheet is answered, and what was approved is kept as it is. */
export const approveSheet = command(
  permissions,
  'approve-sheet',
  async (context, { sheetId, revision }: Step) => {
    const { sheet, round } = await getSheet(context, sheetId)
    if (!mayApproveSheet(context.actor, sheet))
      throw new Refusal('forbidden', '承認できるのは、依頼された課の課長です')
    refuseIfStale(sheet, revision)
    refuseUnless(sheet, ['sent', 'returned'])
    const [missing] = missingFields(sheet.answers, round.fields)
    if (missing)
      throw new Refusal('conflict', `「${missing.label}」が空です。分からないときは「わからない」と書けます`)
    const number = (await listSubmissions(context, sheetId)).length + 1
    await tables(context)
      .insertInto('sheetSubmissions')
      .values({
        id: context.newId('rb'),
        sheetId,
        number,
        answers: JSON.stringify(sheet.answers),
        approvedById: context.actor.id,
        approvedAt: context.now.toISOString(),
      })
      .execute()
    await writeSheet(context, sheet, { state: 'answered' })
  },
)

type Return = Step & { remarks: readonly Remark[]; dueOn: string }

/** 差し戻す: exactly the fields with a remark that asks for something open again, with a new deadline. */
export const returnSheet = command(
  permissions,
  'review-sheet',
  async (context, { sheetId, revision, remarks, dueOn }: Return) => {
    const { sheet, round } = await getSheet(context, sheetId)
    refuseIfStale(sheet, revision)
    refuseUnless(sheet, ['answered'])
    if (openFields({ state: 'returned', remarks: [...remarks] }, round.fields).length === 0)
      throw new Refusal('conflict', '差し戻す項目に、要修正か質問を書いてください')
    await writeSheet(context, sheet, { state: 'returned', remarks: [...remarks], dueOn })
  },
)

/** 受理する: the answers are the ones the plan will be made from. */
export const acceptSheet = command(
  permissions,
  'review-sheet',
  async (context, { sheetId, revision }: Step) => {
    const { sheet } = await getSheet(context, sheetId)
    refuseIfStale(sheet, revision)
    refuseUnless(sheet, ['answered'])
    await writeSheet(context, sheet, { state: 'accepted', remarks: [] })
  },
)

function refuseUnless({ state }: RequestSheet, states: readonly RequestSheet['state'][]) {
  if (!states.includes(state))
    throw new Refusal('conflict', 'このシートは、いまの段階ではその操作ができません')
}

type SheetValues = Partial<Pick<RequestSheet, 'state' | 'answers' | 'remarks' | 'dueOn'>>

async function writeSheet(
  context: Context,
  sheet: RequestSheet,
  { answers, remarks, ...values }: SheetValues,
) {
  await tables(context)
    .updateTable('requestSheets')
    .set({
      ...values,
      ...(answers ? { answers: JSON.stringify(answers) } : {}),
      ...(remarks ? { remarks: JSON.stringify(remarks) } : {}),
      revision: sheet.revision + 1,
    })
    .where('id', '=', sheet.id)
    .execute()
}

type TakeIn = {
  roundId: string
  unitId: string
  changes: readonly { sheetId: string; revision: number; answers: Answers }[]
}

/** Takes a returned workbook over (取り込み): all good cells of it, or nothing at all when a sheet moved on meanwhile. */
export const takeInSheets = command(permissions, 'fill-sheet', async (context, { changes }: TakeIn) => {
  for (const change of changes) await fillSheet(context, change)
})
