import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { inGroup } from '#src/platform/database/group-commit.ts'
import { Refusal } from '#src/platform/errors.ts'
import { sealText } from '#src/platform/sealing.ts'
import type { FreeText } from '../../core/answering/answer-cells.ts'
import type { AnswerMode } from '../../core/labels.ts'
import { permissions } from '../../core/permissions.ts'
import { collectionPhase } from '../../core/survey.ts'
import {
  type Access,
  type AnswerDraft,
  draftKey,
  draftPlace,
  findAnswerDraft,
  findInvitation,
  type Invitation,
  readDoor,
  sentPlace,
  wasSentBy,
} from '../access.ts'
import { collectingTables } from '../collecting-tables.ts'
import { importedIdHash, knownIds } from '../import-profiles.ts'
import { countIn, putIntoInbox } from '../inbox.ts'
import { readSurvey } from '../queries.ts'
import { getEntries } from '../sheets.ts'
import { inBatches, tables } from '../tables.ts'

/** Whether an answer may still come in: in the period, or begun before its end and within the grace. */
export type Admission = 'open' | 'unknown' | 'done' | 'not-yet' | 'over'

/** What a code may do now. */
export const admissionOf = async (context: Context, access: Access): Promise<Admission> =>
  (await lookAtDoor(context, access)).admission

type AtDoor = { admission: Admission; invitation?: Invitation | undefined }

async function lookAtDoor(context: Context, access: Access): Promise<AtDoor> {
  const { invitation, ...period } = await readDoor(context, access)
  const phase = collectionPhase(period, context.now)
  if (phase === 'not-open' || phase === 'not-yet') return { admission: 'not-yet' }
  if (!invitation) return { admission: 'unknown' }
  if (invitation.state === 'done') return { admission: 'done', invitation }
  if (phase === 'open') return { admission: 'open', invitation }
  const isBegun = phase === 'grace' && (await findAnswerDraft(context, access))
  return { admission: isBegun ? 'open' : 'over', invitation }
}

/** Keeps what somebody has answered so far. No audit entry: it is their own, and one comes with every page. */
export function keepAnswerDraft(context: Context, access: Access, draft: AnswerDraft): Promise<Admission> {
  authorize(context, permissions, 'answer-survey')
  return inGroup(context, async (inside) => {
    const admission = await admissionOf(inside, access)
    if (admission !== 'open') return admission
    const place = draftPlace(access)
    const sealed = sealText(draftKey(access), JSON.stringify(draft))
    await tables(inside)
      .insertInto('surveyDrafts')
      .values({ place, surveyId: access.surveyId, sealed })
      .onConflict((conflict) => conflict.column('place').doUpdateSet({ sealed }))
      .execute()
    return admission
  })
}

export type FinishedAnswer = {
  version: number
  cells: Record<string, string>
  texts: FreeText[]
  receipt: string
}

type Receiving = { surveyId: string; access: Access; answer: FinishedAnswer; once?: string }

/**
 * Takes an answer from the web, once for each code. The audit entry names the survey only.
 *
 * `done`: the code was spent by another answer; nothing was written but the count of what was kept out. The same form sent
 * twice (`once`) has come in once.
 */
export const receiveAnswer = command(
  permissions,
  'answer-survey',
  async (context, { access, answer, once = '' }: Receiving): Promise<Admission> => {
    const { admission, invitation } = await lookAtDoor(context, access)
    if (admission === 'done' && (await wasSentBy(context, access, once))) return 'open'
    if (admission === 'done' || admission === 'open')
      await spendCode(context, { access, answer, mode: 'web', invitation })
    if (admission !== 'open') return admission
    if (once !== '') {
      const sealed = sealText(draftKey(access), once)
      const row = { place: sentPlace(access), surveyId: access.surveyId, sealed }
      await tables(context).insertInto('surveyDrafts').values(row).execute()
    }
    return admission
  },
  { ofMany: true },
)

type Spending = {
  access: Access
  answer: FinishedAnswer
  mode: AnswerMode
  receivedOn?: string
  /** Where it was read in this transaction already. */
  invitation?: Invitation | undefined
}

/** Marks the invitation, lays the answer into the inbox and drops the draft, in the transaction of the command. */
export async function spendCode(context: Context, { access, answer, mode, receivedOn, ...known }: Spending) {
  const { surveyId, secret } = access
  const invitation = known.invitation ?? (await findInvitation(context, access))
  if (!invitation) throw new Refusal('conflict', 'この回答コードは、この調査のものではありません')
  const day = receivedOn ?? tokyoDay(context.now)
  if (invitation.state === 'done') {
    await countIn(context, {
      surveyId,
      receivedOn: day,
      mode: `kept-out-${mode}`,
      stratum: invitation.stratum,
      count: 1,
    })
    return 'done' as const
  }
  await tables(context)
    .updateTable('surveyInvitations')
    .set({ state: 'done' })
    .where('id', '=', invitation.id)
    .execute()
  await tables(context).deleteFrom('surveyDrafts').where('place', '=', draftPlace(access)).execute()
  await putIntoInbox(context, { surveyId, secret }, [
    { ...answer, mode, stratum: invitation.stratum, receivedOn: day },
  ])
  return 'received' as const
}

type KeyedIn = {
  surveyId: string
  secret: string
  /** Undefined: a form without a readable code. */
  code: string | undefined
  stratum: string
  receivedOn: string
  answer: FinishedAnswer
}

/** Takes a paper form that was keyed in. One with a spent code is kept out and counted. */
export const keyInAnswer = command(
  permissions,
  'key-in-answers',
  async (context, { surveyId, secret, code, stratum, receivedOn, answer }: KeyedIn) => {
    const survey = await readSurvey(context, surveyId)
    if (survey.state !== 'open') throw new Refusal('conflict', '実施中の調査だけに、回答を入力できます')
    if ((await getEntries(context, surveyId)).way === 'double')
      throw new Refusal('conflict', 'この調査は、2回の入力にしてあります')
    return takePaper(context, { surveyId, secret, code, stratum, receivedOn, answer })
  },
)

/** Takes one paper form in the transaction of a command, with its code or without. */
export async function takePaper(
  context: Context,
  { surveyId, secret, code, stratum, receivedOn, answer }: KeyedIn,
) {
  if (code !== undefined)
    return spendCode(context, { access: { surveyId, secret, code }, answer, mode: 'paper', receivedOn })
  await putIntoInbox(context, { surveyId, secret }, [{ ...answer, mode: 'paper', stratum, receivedOn }])
  return 'received' as const
}

type Imported = FinishedAnswer & {
  code: string | undefined
  /** The number of the answer in another service: it is taken once, whichever file it comes in. */
  id?: string | undefined
  stratum: string
  receivedOn: string
}
type Importing = { surveyId: string; secret: string; fileHash: string; answers: readonly Imported[] }

/** Takes in a file of answers, whole or not at all, and the same file only once. */
export const importAnswers = command(
  permissions,
  'import-answers',
  async (context, { surveyId, secret, fileHash, answers }: Importing) => {
    const survey = await readSurvey(context, surveyId)
    if (survey.state !== 'open') throw new Refusal('conflict', '実施中の調査だけに、回答を取り込めます')
    const before = await tables(context)
      .selectFrom('surveyImports')
      .select('count')
      .where('surveyId', '=', surveyId)
      .where('fileHash', '=', fileHash)
      .executeTakeFirst()
    if (before) throw new Refusal('conflict', `このファイルは、すでに取り込んであります（${before.count}件）`)
    const ids = answers.flatMap(({ id }) => (id === undefined ? [] : [id]))
    const known = await knownIds(context, { surveyId, secret, ids })
    const fresh = answers.filter(({ id }) => id === undefined || !known.has(id))
    let keptOut = 0
    const plain: Parameters<typeof putIntoInbox>[2][number][] = []
    for (const { code, id: _, stratum, receivedOn, ...answer } of fresh) {
      if (code === undefined) plain.push({ ...answer, mode: 'import', stratum, receivedOn })
      else {
        const access = { surveyId, secret, code }
        if ((await spendCode(context, { access, answer, mode: 'import', receivedOn })) === 'done')
          keptOut += 1
      }
    }
    await putIntoInbox(context, { surveyId, secret }, plain)
    await keepIds(context, { surveyId, secret, ids: fresh.flatMap(({ id }) => id ?? []) })
    await tables(context)
      .insertInto('surveyImports')
      .values({ surveyId, fileHash, count: answers.length, importedAt: context.now.toISOString() })
      .execute()
    return { taken: fresh.length - keptOut, keptOut, again: answers.length - fresh.length }
  },
)

type Ids = { surveyId: string; secret: string; ids: readonly string[] }

/** In the order of their hashes: it says nothing of the order of the answers. */
async function keepIds(context: Context, { surveyId, secret, ids }: Ids) {
  const rows = ids.map((id) => ({ surveyId, idHash: importedIdHash({ surveyId, secret, id }) }))
  const sorted = rows.toSorted((a, b) => (a.idHash < b.idHash ? -1 : 1))
  await inBatches(sorted, (some) =>
    collectingTables(context).insertInto('surveyImportedIds').values(some).execute(),
  )
}
