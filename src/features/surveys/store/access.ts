import { z } from 'zod'
import { authorize } from '#src/platform/authorize.ts'
import { type Context, publicActor } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { openSealed } from '#src/platform/sealing.ts'
import { keyedHash } from '#src/platform/secret-draw.ts'
import { permissions } from '../core/permissions.ts'
import type { Survey } from '../core/survey.ts'
import { answerCells } from './rows.ts'
import { tables } from './tables.ts'

/** Somebody with a code at the door of a survey. The secret of the installation lies outside the database. */
export type Access = { surveyId: string; secret: string; code: string }

/** Whoever answers is nobody in particular, also when an officer is signed in in the same browser. */
export const asNobody = (context: Context): Context => ({ ...context, actor: publicActor })

/** What an invitation keeps of its code. */
export const codeHash = ({ surveyId, secret, code }: Access) =>
  keyedHash(secret, 'survey code', surveyId, code)

/** Where the draft of a code lies: no key that the invitation has. */
export const draftPlace = ({ surveyId, secret, code }: Access) =>
  keyedHash(secret, 'survey draft', surveyId, code)

export const draftKey = ({ surveyId, secret, code }: Access) => ({
  secret,
  purpose: `survey draft ${surveyId} ${code}`,
})

const draft = z.strictObject({
  version: z.number(),
  cells: answerCells,
  receipt: z.string(),
  /** Tells a second sending of the same form from another answer. It is not the receipt number: nothing else holds it. */
  once: z.string().default(''),
})
/** 途中の答え, with the version it was begun with and the receipt number it will have. */
export type AnswerDraft = z.infer<typeof draft>

/** Where it is kept until the close that a code was spent on the web, and by which form. */
export const sentPlace = ({ surveyId, secret, code }: Access) =>
  keyedHash(secret, 'survey sent', surveyId, code)

/** Whether the code was spent by this very form: a browser that sends twice has sent once. */
export async function wasSentBy(context: Context, access: Access, once: string): Promise<boolean> {
  authorize(context, permissions, 'answer-survey')
  if (once === '') return false
  const row = await tables(context)
    .selectFrom('surveyDrafts')
    .select('sealed')
    .where('place', '=', sentPlace(access))
    .executeTakeFirst()
  return row !== undefined && openSealed(draftKey(access), row.sealed) === once
}

export type AccessState = 'unknown' | 'unused' | 'done'

export type Invitation = { id: string; stratum: string; state: 'unused' | 'done' }

/** Whether a code belongs to the survey, and whether it is spent. */
export async function findInvitation(context: Context, access: Access): Promise<Invitation | undefined> {
  authorize(context, permissions, 'answer-survey')
  return tables(context)
    .selectFrom('surveyInvitations')
    .select(['id', 'stratum', 'state'])
    .where('surveyId', '=', access.surveyId)
    .where('codeHash', '=', codeHash(access))
    .executeTakeFirst()
}

type Door = Pick<Survey, 'state' | 'startsOn' | 'closesAt'> & { invitation: Invitation | undefined }

/** The period of the survey and the invitation of the code, read together: both are asked for at every step of answering. */
export async function readDoor(context: Context, access: Access): Promise<Door> {
  authorize(context, permissions, 'answer-survey')
  const row = await tables(context)
    .selectFrom('surveys')
    .leftJoin('surveyInvitations as invited', (join) =>
      join.onRef('invited.surveyId', '=', 'surveys.id').on('invited.codeHash', '=', codeHash(access)),
    )
    .select(['surveys.state', 'startsOn', 'closesAt'])
    .select(['invited.id', 'invited.stratum', 'invited.state as spent'])
    .where('surveys.id', '=', access.surveyId)
    .executeTakeFirst()
  const { state, startsOn, closesAt, id, stratum, spent } = found(row, '調査')
  const invitation = id && stratum !== null && spent ? { id, stratum, state: spent } : undefined
  return { state, startsOn, closesAt, invitation }
}

/** The draft of a code: what was saved so far, on any device. */
export async function findAnswerDraft(context: Context, access: Access): Promise<AnswerDraft | undefined> {
  authorize(context, permissions, 'answer-survey')
  const row = await tables(context)
    .selectFrom('surveyDrafts')
    .select('sealed')
    .where('place', '=', draftPlace(access))
    .executeTakeFirst()
  const text = row && openSealed(draftKey(access), row.sealed)
  return text === undefined ? undefined : draft.parse(JSON.parse(text))
}
