import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import type { AnswerWay } from '../core/answer-entries.ts'
import type { AskedSheet } from '../core/asked-sheets.ts'
import { type Answers, type Attachment, attachmentsOf, attachmentText } from '../core/fields.ts'
import { mayApproveSheet, mayFillSheet, permissions } from '../core/permissions.ts'
import { readAnswer } from '../core/read-answer.ts'
import { missingWords, openFields, type RequestRound, type RequestSheet } from '../core/sheets.ts'
import { discardSheetDraft } from './commands-drafts.ts'
import { getRound, getSheet, listSheets, listSubmissions } from './queries.ts'
import { listReferences } from './queries-references.ts'
import { addEntries, writeAnswers, writeSheet } from './rows.ts'
import { tables } from './tables.ts'

type NewRound = Pick<RequestRound, 'title' | 'sheetType' | 'usedFor' | 'fields' | 'dueOn'> & {
  sheets: readonly AskedSheet[]
}

/** 依頼をつくる, with a prefilled sheet for each unit and subject. Nobody outside the secretariat sees it yet. */
export const makeRound = command(permissions, 'make-round', async (context, given: NewRound) => {
  const { sheets, fields, ...round } = given
  if (sheets.length === 0) throw new Refusal('conflict', '依頼する相手がありません')
  if (fields.length === 0) throw new Refusal('conflict', 'ひな形に項目がありません')
  const id = context.newId('rr')
  const createdAt = context.now.toISOString()
  await tables(context)
    .insertInto('requestRounds')
    .values({ ...round, id, fields: JSON.stringify(fields), sentAt: null, createdAt, revision: 1 })
    .execute()
  for (const [position, sheet] of sheets.entries())
    await addSheet(context, { sheet, round: { id, dueOn: round.dueOn }, order: position + 1 })
  return id
})

type NewSheet = { sheet: AskedSheet; round: Pick<RequestRound, 'id' | 'dueOn'>; order: number }

async function addSheet(context: Context, { sheet, round, order }: NewSheet) {
  const { answers, carried, subjectId, ...values } = sheet
  const id = context.newId('rs')
  await tables(context)
    .insertInto('requestSheets')
    .values({
      ...values,
      id,
      roundId: round.id,
      subjectId: subjectId ?? null,
      state: 'draft',
      answers: JSON.stringify(answers),
      remarks: '[]',
      dueOn: round.dueOn,
      order,
      revision: 1,
    })
    .execute()
  const entries = Object.entries(answers).map(([fieldId, value]) => ({
    sheetId: id,
    fieldId,
    number: 1,
    value,
    way: carried.includes(fieldId) ? ('carried' as const) : ('prefilled' as const),
  }))
  await addEntries(context, entries)
}

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
    await tables(context)
      .updateTable('requestSheets')
      .set((set) => ({ state: 'sent', revision: set('revision', '+', 1) }))
      .where('roundId', '=', roundId)
      .execute()
  },
)

type Filling = { sheetId: string; revision: number; answers: Answers }

/** シートに書く. Only open fields are written; what is not among the answers given stays as it is. */
export const fillSheet = command(permissions, 'fill-sheet', async (context, given: Filling) => {
  const { sheet, round } = await fillable(context, given)
  await fill(context, { sheet, round, answers: given.answers, way: 'screen' })
  await discardSheetDraft(context, given)
})

async function fillable(context: Context, { sheetId, revision }: Omit<Filling, 'answers'>) {
  const known = await getSheet(context, sheetId)
  if (!mayFillSheet(await getOwner(context), known.sheet))
    throw new Refusal('forbidden', 'このシートに書けるのは、依頼された課と事務局です')
  refuseIfStale(known.sheet, revision)
  return known
}

type Fill = { sheet: RequestSheet; round: RequestRound; answers: Answers; way: AnswerWay }

async function fill(context: Context, { sheet, round, answers, way }: Fill) {
  const open = openFields(sheet, round.fields)
  const writable = new Set(open.filter(({ kind }) => kind !== 'attachment').map(({ id }) => id))
  const changed = Object.entries(answers).filter(([id, value]) => (sheet.answers[id] ?? '') !== value)
  if (changed.some(([id]) => !writable.has(id)))
    throw new Refusal('conflict', 'いまは書けない項目が入っています')
  const references = await listReferences(context, round.fields)
  for (const field of open) {
    const read = readAnswer(field, answers[field.id] ?? '', references)
    if (read.problem !== undefined) throw new Refusal('conflict', `${field.label}：${read.problem}`)
  }
  await writeAnswers(context, { sheet, answers: Object.fromEntries(changed), way })
}

type Attaching = { sheetId: string; revision: number; fieldId: string; file: Attachment }

/** ファイルを添える. The file was kept just before, by the same page. */
export const attachFile = command(permissions, 'fill-sheet', async (context, given: Attaching) => {
  const { sheet, files } = await attachable(context, given)
  if (files.length >= mostFiles) throw new Refusal('conflict', `添付は1つの項目に${mostFiles}個までです`)
  const answers = { [given.fieldId]: attachmentText([...files, given.file]) }
  await writeAnswers(context, { sheet, answers, way: 'screen' })
})

export const detachFile = command(permissions, 'fill-sheet', async (context, given: Attaching) => {
  const { sheet, files } = await attachable(context, given)
  const left = files.filter(({ fileId }) => fileId !== given.file.fileId)
  await writeAnswers(context, { sheet, answers: { [given.fieldId]: attachmentText(left) }, way: 'screen' })
})

const mostFiles = 5

async function attachable(context: Context, given: Attaching) {
  const { sheet, round } = await fillable(context, given)
  const field = openFields(sheet, round.fields).find(({ id }) => id === given.fieldId)
  if (field?.kind !== 'attachment')
    throw new Refusal('conflict', 'この項目には、いまはファイルを添えられません')
  return { sheet, files: attachmentsOf(sheet.answers[field.id] ?? '') }
}

type Step = { sheetId: string; revision: number }

/** 課長が承認する: the sheet is answered, and what was approved is kept as it is. */
export const approveSheet = command(permissions, 'approve-sheet', (context, step: Step) =>
  approve(context, step),
)

/** まとめて承認する: all the sheets the head ticked, or none where one of them moved on or is not complete. */
export const approveSheets = command(
  permissions,
  'approve-sheet',
  async (context, { sheets }: { sheets: readonly Step[] }) => {
    for (const step of sheets) {
      await approve(context, step)
      context.trail.objects.push(step.sheetId)
    }
  },
)

async function approve(context: Context, { sheetId, revision }: Step) {
  const { sheet, round } = await getSheet(context, sheetId)
  if (!mayApproveSheet(await getOwner(context), sheet))
    throw new Refusal('forbidden', '承認できるのは、依頼された課の課長です')
  refuseIfStale(sheet, revision)
  refuseUnless(sheet, ['sent', 'returned'])
  const missing = missingWords(sheet.answers, round.fields)
  if (missing) throw new Refusal('conflict', missing)
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
}

export function refuseUnless({ state }: RequestSheet, states: readonly RequestSheet['state'][]) {
  if (!states.includes(state))
    throw new Refusal('conflict', 'このシートは、いまの段階ではその操作ができません')
}

type TakeIn = { roundId: string; unitId: string; changes: readonly Filling[] }

/** Takes a returned workbook over (取り込み): all good cells of it, or nothing at all when a sheet moved on meanwhile. */
export const takeInSheets = command(
  permissions,
  'fill-sheet',
  async (context, { roundId, unitId, changes }: TakeIn) => {
    const [round, owner] = [await getRound(context, roundId), await getOwner(context)]
    const own = new Map((await listSheets(context, { roundId, unitId })).map((sheet) => [sheet.id, sheet]))
    for (const { sheetId, revision, answers } of changes) {
      const sheet = own.get(sheetId)
      if (!sheet || !mayFillSheet(owner, sheet))
        throw new Refusal('not-found', 'この課の、この依頼のシートではありません')
      refuseIfStale(sheet, revision)
      context.trail.objects.push(sheetId)
      await fill(context, { sheet, round, answers, way: 'workbook' })
    }
  },
)
