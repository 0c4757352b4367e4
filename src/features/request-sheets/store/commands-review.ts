import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import type { Answers } from '../core/fields.ts'
import { permissions } from '../core/permissions.ts'
import { readAnswer } from '../core/read-answer.ts'
import {
  type AmendedAnswer,
  type CommentOutcome,
  mayBeReviewed,
  openComments,
  remarksFrom,
  type SheetComment,
  type SheetDecisionKind,
} from '../core/review.ts'
import { openFields, type Remark, type RequestSheet } from '../core/sheets.ts'
import { refuseUnless } from './commands.ts'
import { getSheet } from './queries.ts'
import { listReferences } from './queries-references.ts'
import { listComments } from './queries-review.ts'
import { writeAnswers, writeSheet } from './rows.ts'
import { tables } from './tables.ts'

type NewComment = {
  sheetId: string
  fieldId: string
  body: string
  /** Where a member of a body writes on screen. */
  bodyId?: string
  kind: Remark['kind']
  text: string
}

/** 意見を書く: a subcommittee, a committee or the secretariat for them, on one field of an answered sheet. */
export const commentOnSheet = command(permissions, 'comment-sheet', async (context, given: NewComment) => {
  const { sheet, round } = await getSheet(context, given.sheetId)
  found(
    round.fields.find(({ id }) => id === given.fieldId),
    '項目',
  )
  if (!mayBeReviewed(sheet)) throw new Refusal('conflict', '意見を書けるのは、回答済か差戻し中のシートです')
  const id = context.newId('rc')
  await tables(context)
    .insertInto('sheetComments')
    .values({
      ...given,
      id,
      bodyId: given.bodyId ?? null,
      unitId: null,
      writtenBy: context.actor.id,
      writtenAt: context.now.toISOString(),
      outcome: null,
      note: '',
      closedBy: null,
      closedAt: null,
    })
    .execute()
  return id
})

/** 意見を取り下げる: one's own, as long as nothing was decided on it. */
export const withdrawSheetComment = command(
  permissions,
  'comment-sheet',
  async (context, { sheetId, commentId }: { sheetId: string; commentId: string }) => {
    const comment = (await listComments(context, sheetId)).find(({ id }) => id === commentId)
    const { writtenBy, outcome } = found(comment, '意見')
    found(writtenBy === context.actor.id ? comment : undefined, '意見')
    if (outcome) throw new Refusal('conflict', '対応が記録された意見は、取り下げられません')
    await tables(context).deleteFrom('sheetComments').where('id', '=', commentId).execute()
  },
)

/** Whose decision a step follows, when, and why. `body` is empty where the secretariat itself decided. */
export type Ruling = { body: string; decidedOn: string; reason: string }
type Step = Ruling & { sheetId: string; revision: number }

type Return = Step & { remarks: readonly Remark[]; dueOn: string }

/**
 * 差し戻す: exactly the fields with a remark that asks for something open again, with a new deadline. Open comments of the
 * review go along and are closed by it.
 */
export const returnSheet = command(permissions, 'review-sheet', async (context, given: Return) => {
  const { sheet, round, comments } = await answered(context, given)
  const remarks = [...remarksFrom(comments), ...given.remarks]
  if (openFields({ state: 'returned', remarks }, round.fields).length === 0)
    throw new Refusal('conflict', '差し戻す項目に、要修正か質問を書いてください')
  await writeSheet(context, sheet, { state: 'returned', remarks, dueOn: given.dueOn })
  await closeComments(context, openComments(comments), { outcome: 'returned', note: given.reason })
  await record(context, { kind: 'returned', given, changes: [] })
})

/** 受理する: the answers are the ones the plan will be made from. Comments left open need a word why they were not followed. */
export const acceptSheet = command(permissions, 'review-sheet', async (context, given: Step) => {
  const { sheet, comments } = await answered(context, given)
  const left = openComments(comments)
  if (given.reason === '' && left.some(({ kind }) => kind !== 'note'))
    throw new Refusal('conflict', '対応していない意見があります。そのままとする理由を書いてください')
  await writeSheet(context, sheet, { state: 'accepted', remarks: [] })
  await closeComments(context, left, { outcome: 'kept', note: given.reason })
  await record(context, { kind: 'accepted', given, changes: [] })
})

/** 直す: the secretariat changes answers on a decision. What the section had answered stays in its submissions. */
export const amendSheet = command(
  permissions,
  'review-sheet',
  async (context, given: Step & { answers: Answers }) => {
    const { sheet, round, comments } = await answered(context, given)
    const references = await listReferences(context, round.fields)
    const changes: AmendedAnswer[] = []
    for (const field of round.fields) {
      const typed = given.answers[field.id]
      if (typed === undefined || field.kind === 'attachment') continue
      const read = readAnswer(field, typed, references)
      if (read.problem !== undefined) throw new Refusal('conflict', `${field.label}：${read.problem}`)
      const before = sheet.answers[field.id] ?? ''
      if (read.value !== before) changes.push({ fieldId: field.id, before, after: read.value })
    }
    if (changes.length === 0) throw new Refusal('conflict', '直した項目がありません')
    if (given.reason === '') throw new Refusal('conflict', '直した理由を書いてください')
    const answers = Object.fromEntries(changes.map(({ fieldId, after }) => [fieldId, after]))
    await writeAnswers(context, { sheet, answers, way: 'amended' })
    const touched = openComments(comments).filter(({ fieldId }) => fieldId in answers)
    await closeComments(context, touched, { outcome: 'amended', note: given.reason })
    await record(context, { kind: 'amended', given, changes })
  },
)

async function answered(context: Context, { sheetId, revision }: Step) {
  const { sheet, round } = await getSheet(context, sheetId)
  refuseIfStale(sheet, revision)
  refuseUnless(sheet, ['answered'] satisfies RequestSheet['state'][])
  return { sheet, round, comments: await listComments(context, sheetId) }
}

type Closing = { outcome: CommentOutcome; note: string }

async function closeComments(context: Context, comments: readonly SheetComment[], closing: Closing) {
  if (comments.length === 0) return
  await tables(context)
    .updateTable('sheetComments')
    .set({ ...closing, closedBy: context.actor.id, closedAt: context.now.toISOString() })
    .where(
      'id',
      'in',
      comments.map(({ id }) => id),
    )
    .execute()
}

type Recorded = { kind: SheetDecisionKind; given: Step; changes: AmendedAnswer[] }

async function record(context: Context, { kind, given, changes }: Recorded) {
  const { sheetId, body, decidedOn, reason } = given
  await tables(context)
    .insertInto('sheetDecisions')
    .values({
      id: context.newId('re'),
      sheetId,
      kind,
      body,
      decidedOn,
      reason,
      changes: JSON.stringify(changes),
      recordedBy: context.actor.id,
      recordedAt: context.now.toISOString(),
    })
    .execute()
}
