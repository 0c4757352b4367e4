import { type CsvReport, findingText } from '#src/features/organization/core/csv-table.ts'
import { hashOf } from '#src/formats/canonical-json.ts'
import { searchForm } from '#src/lib/japanese/search-form.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import type { Sealer } from '#src/platform/sealing.ts'
import { isWordless } from '../../core/letter.ts'
import { permissions } from '../../core/permissions.ts'
import { receiptNumberOf } from '../../core/receipt-number.ts'
import { senderWords } from '../../core/sender.ts'
import type { SubmissionContent } from '../../core/submission.ts'
import { planVoiceImport, voiceKey } from '../../core/voice-import.ts'
import { listKnownVoices } from '../queries/voices.ts'
import { tables } from '../tables.ts'

type Taken = { submissionId: string; receiptNumber: string }

/** Takes in one voice at the desk (受付). */
export const takeInVoice = command(
  permissions,
  'take-in-voice',
  async (context, { content, sessionRef = '' }: { content: SubmissionContent; sessionRef?: string }) => {
    const taken = await insertSubmission(context, { content, sessionRef })
    context.trail.objects.push(taken.submissionId)
    return taken
  },
)

/** Takes in several voices of one occasion, all or none. */
export const takeInVoices = command(
  permissions,
  'take-in-voice',
  async (context, { contents }: { contents: readonly SubmissionContent[] }) => {
    const taken: Taken[] = []
    for (const content of contents) taken.push(await insertSubmission(context, { content }))
    context.trail.objects.push(...taken.map(({ submissionId }) => submissionId))
    return taken
  },
)

/** Stands for what a rehearsal has shown. */
export const rehearsalHash = (reports: readonly CsvReport[]) => hashOf(reports)

export const knownVoices = async (context: Context) => new Set((await listKnownVoices(context)).map(voiceKey))

/** Takes in voices from CSV, all or none: what a rehearsal by `planVoiceImport` has shown. */
export const importVoices = command(
  permissions,
  'take-in-voice',
  async (context, { text, seen }: { text: string; seen: string }) => {
    const { submissions, reports, findings } = planVoiceImport(text, await knownVoices(context))
    const [finding] = findings
    if (finding) throw new Refusal('conflict', findingText(finding))
    if (seen !== rehearsalHash(reports))
      throw new Refusal('stale', '内容を確かめたあとで、ほかの人が変更しました')
    for (const content of submissions) {
      const { submissionId } = await insertSubmission(context, { content })
      context.trail.objects.push(submissionId)
    }
  },
)

/** Contact data in words, sealed before they are written. */
export type Contact = { name: string; address: string; reach: string }

export type Received = {
  /** Chosen by who shows the form, so that sending twice is the same as once. */
  submissionId?: string
  content: SubmissionContent
  sessionRef: string
  aboutRef: string
  lateReason: string
  heldReason: string
  /** The last day of contact data and scans. Whoever receives them has a rule for it. */
  contactsUntil: string
  contact?: { words: Contact; sealer: Sealer } | undefined
}

/**
 * Receives a voice from outside or for a case (意見の提出). The same submission sent again gives the same
 * receipt number;
 * another one under its id is refused.
 */
export const receiveVoice = command(
  permissions,
  'receive-voice',
  async (context, received: Received): Promise<Taken> => {
    const { submissionId, content } = received
    const known = submissionId
      ? await tables(context)
          .selectFrom('voiceSubmissions')
          .select(['id', 'receiptNumber', 'original'])
          .where('id', '=', submissionId)
          .executeTakeFirst()
      : undefined
    if (known) {
      if (known.original === content.original)
        return { submissionId: known.id, receiptNumber: known.receiptNumber }
      throw new Refusal('conflict', 'このご意見は、すでに受け付けました')
    }
    return insertSubmission(context, received)
  },
)

type NewSubmission = Partial<Omit<Received, 'content'>> & { content: SubmissionContent }

async function insertSubmission(context: Context, given: NewSubmission): Promise<Taken> {
  const { original, channel, group, requestPath, ...content } = given.content
  const id = given.submissionId ?? context.newId('su')
  const receiptNumber = receiptNumberOf(context.newId('rn'))
  const mayHavePerson = channel !== 'survey' && channel !== 'outside'
  const contactsUntil = given.contactsUntil ?? null
  const personId =
    given.contact && mayHavePerson
      ? await insertPerson(context, { ...given.contact, sessionRef: given.sessionRef ?? '', contactsUntil })
      : null
  await tables(context)
    .insertInto('voiceSubmissions')
    .values({
      ...content,
      id,
      receiptNumber,
      channel,
      requestPath: requestPath ?? null,
      original,
      personId,
      groupName: group,
      sessionRef: given.sessionRef ?? '',
      lateReason: given.lateReason ?? '',
      heldReason: given.heldReason ?? '',
      receivedAt: context.now.toISOString(),
      withdrawnAt: null,
      textPurgedAt: null,
      enteredBy: context.actor.id,
      contactsUntil,
      checkedBy: null,
      revision: 1,
    })
    .execute()
  const span = { start: 0, end: original.length }
  const kind = isWordless(original) ? ('none' as const) : ('opinion' as const)
  await insertOpinion(context, {
    submissionId: id,
    number: 1,
    ...span,
    verbatim: original,
    kind,
    aboutRef: given.aboutRef ?? '',
  })
  return { submissionId: id, receiptNumber }
}

type NewPerson = NonNullable<Received['contact']> & { sessionRef: string; contactsUntil: string | null }

async function insertPerson(
  context: Context,
  { words, sealer, sessionRef, contactsUntil }: NewPerson,
): Promise<string> {
  const id = context.newId('pe')
  const sealed = sealer.seal(id, JSON.stringify(words))
  const sender = sessionRef === '' ? undefined : senderWords(words)
  const senderMark = sender ? sealer.mark('sender', sessionRef, ...sender).toString('base64url') : null
  await tables(context)
    .insertInto('voicePeople')
    .values({ id, sealed, senderMark, createdAt: context.now.toISOString(), purgeAfter: contactsUntil })
    .execute()
  return id
}

type NewOpinion = {
  submissionId: string
  number: number
  start: number
  end: number
  verbatim: string
  kind: SubmissionKind
  aboutRef: string
}
type SubmissionKind = 'opinion' | 'none' | 'request' | 'question' | 'praise' | 'offtopic'

/** Writes a new opinion; nothing of it is decided yet. Returns its id. */
export async function insertOpinion(context: Context, opinion: NewOpinion): Promise<string> {
  const id = context.newId('op')
  await tables(context)
    .insertInto('voiceOpinions')
    .values({
      ...opinion,
      id,
      searchForm: searchForm(opinion.verbatim).form,
      summary: '',
      kindReason: '',
      redacted: null,
      redactedBy: null,
      disclosure: 'undecided',
      disclosureReason: '',
      releasedBy: null,
      wordingId: null,
      topicId: null,
      endedAt: null,
      endedInto: null,
      revision: 1,
    })
    .execute()
  return id
}
