import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { opinionKinds } from '#src/formats/voice.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { readBallots } from '../core/ballots.ts'
import { outcomes } from '../core/follow-up.ts'
import type { Guest } from '../core/guest.ts'
import { ageBands } from '../core/labels.ts'
import { questionSets } from '../core/question-sets.ts'
import { takesNotes } from '../core/session.ts'
import type { SessionOutcome } from '../core/session-forms.ts'
import { approveFollowUp, keepFollowUp } from '../store/commands/follow-ups.ts'
import { addNotes, changeNote, takeOverNotes } from '../store/commands/notes.ts'
import { drawSeats } from '../store/commands/seating.ts'
import { addSession, announceSession, publishSession, recordOutcome } from '../store/commands/sessions.ts'
import { addTable } from '../store/commands/steps.ts'
import { keepVoteSheet, writeStatements } from '../store/commands/votes.ts'
import { getSession, listNotes, listSteps } from '../store/queries/sessions.ts'

const sessionSample = z.object({
  kind: z.enum(['world-cafe', 'hearing', 'interview', 'briefing', 'staff']),
  title: z.string(),
  /** From the day the sample is made. */
  days: z.number(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  district: z.string(),
  group: z.string(),
  purpose: z.string(),
  howTo: z.string(),
  frame: z.enum(['sampled', 'open-call', 'invited', 'staff']),
  consent: z.enum(['public', 'anonymous-quote', 'internal']),
})
const noteSample = z.object({
  text: z.string(),
  ageBand: z.enum(['', ...ageBands]),
  district: z.string(),
  kind: z.enum(opinionKinds),
  code: z.string().nullable(),
  speaker: z.string().default(''),
  said: z.string().default(''),
  table: z.number().default(0),
  heading: z.string().default(''),
  votes: z.number().default(0),
  /** What was answered to a question of a briefing; without it the answer is still to come. */
  outcome: z.enum(outcomes).default('open'),
  reply: z.string().default(''),
})
export type NoteSample = z.infer<typeof noteSample>
const heldSample = sessionSample.extend({
  questions: z.array(z.string()),
  tables: z.array(z.string()).default([]),
  participants: z.number(),
  participantsNote: z.string(),
  cameOnline: z.number().optional(),
  cameInWriting: z.number().optional(),
  spoke: z.number().optional(),
  directions: z.string().optional(),
  nextSteps: z.string(),
  isReported: z.boolean(),
  /** Statements, and the ballots of each go as they are keyed in. */
  votes: z.object({ statements: z.array(z.string()), turns: z.array(z.array(z.string())) }).optional(),
  notes: z.array(noteSample),
})
const sampleFile = z.object({ sessions: z.array(heldSample), coming: z.array(sessionSample) })

const day = 24 * 3600 * 1000
const dayFrom = (context: Context, days: number) => tokyoDay(new Date(context.now.getTime() + days * day))

/** Invented sessions (見本・架空): held, with their cards and remarks as voices, and two that are to come. */
export async function sampleSessions(
  context: Context,
  sort: (submissionId: string, note: NoteSample) => Promise<void>,
) {
  const file = new URL('./sessions.json', import.meta.url)
  const { sessions, coming } = sampleFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  for (const { days, ...fields } of coming) {
    const content = { ...fields, ...plain, heldOn: dayFrom(context, days) }
    const set = questionSets.find(({ kinds }) => kinds.includes(fields.kind))
    const sessionId = await addSession(context, { content, set })
    await announceSession(context, { sessionId, revision: 1, isPublic: true })
  }
  for (const session of sessions) await hold(context, session, sort)
}

const plain = { contact: '企画政策課（見本）', versionId: '' }

async function hold(
  context: Context,
  session: z.infer<typeof heldSample>,
  sort: (submissionId: string, note: NoteSample) => Promise<void>,
) {
  const {
    questions,
    tables,
    participants,
    participantsNote,
    cameOnline,
    cameInWriting,
    spoke,
    directions,
    nextSteps,
    isReported,
    notes,
    days,
    votes,
    ...fields
  } = session
  const content = { ...fields, ...plain, heldOn: dayFrom(context, days) }
  const set = { id: 'sample', label: '', kinds: [fields.kind], source: '', questions }
  const sessionId = await addSession(context, { content, set })
  const tableIds: string[] = []
  for (const name of tables) tableIds.push(await addTable(context, { sessionId, name, host: '企画政策課' }))
  if (tables.length > 1)
    await drawSeats(context, { sessionId, guests: inventedGuests(participants), oneStays: true, revision: 0 })
  await keyIn(context, sessionId, { notes, tableIds })
  if (votes) await vote(context, sessionId, votes)
  const revision = await outcomeOf(context, sessionId, {
    ...{ participants, participantsNote, directions, nextSteps },
    ...{ cameOnline, cameInWriting, spoke },
  })
  await takeOverNotes(context, { sessionId })
  for (const note of await listNotes(context, sessionId)) {
    const known = notes.find(({ text }) => text === note.text)
    if (!known || !note.submissionId) continue
    if (known.votes > 0)
      await changeNote(context, {
        noteId: note.id,
        revision: note.revision,
        text: note.text,
        votes: known.votes,
      })
    await sort(note.submissionId, known)
    if (fields.kind === 'briefing') await answer(context, note.submissionId, known)
  }
  if (fields.kind !== 'staff') await announceSession(context, { sessionId, revision, isPublic: true })
  const publisher = { ...context, actor: { ...context.actor, id: 'sample-publisher' } }
  if (isReported) await publishSession(publisher, { sessionId, revision: revision + 1, isPublic: true })
}

type KeyedIn = { notes: readonly NoteSample[]; tableIds: readonly string[] }

async function keyIn(context: Context, sessionId: string, { notes, tableIds }: KeyedIn) {
  const step = (await listSteps(context, sessionId)).find((one) => takesNotes(one) && one.kind !== 'harvest')
  const byPlace = Map.groupBy(notes, ({ table }) => tableIds[table - 1] ?? '')
  for (const [tableId, own] of byPlace) {
    const keyed = own.map(({ text, ageBand, district, speaker, heading }) => ({
      text,
      ageBand,
      district,
      speaker,
      heading,
    }))
    await addNotes(context, { sessionId, stepId: step?.id ?? '', tableId, notes: keyed })
  }
}

type Votes = { statements: string[]; turns: string[][] }

async function vote(context: Context, sessionId: string, { statements, turns }: Votes) {
  await writeStatements(context, { sessionId, revision: 0, texts: statements })
  for (const [at, lines] of turns.entries()) {
    const { ballots = [] } = readBallots(lines.join('\n'), statements.length)
    await keepVoteSheet(context, { sessionId, turn: at + 1, revision: 0, ballots })
  }
}

const guestDistricts = ['伊奈', '谷和原', 'みらい平']

/** As many guests as came, in bands; every fourth came with the one before. */
const inventedGuests = (count: number): Guest[] =>
  Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    district: guestDistricts[at % guestDistricts.length] ?? '',
    ageBand: ageBands[(at * 2) % ageBands.length] ?? '',
    party: at % 4 > 1 ? `${Math.floor(at / 4) + 1}組` : '',
  }))

type Outcome = Omit<SessionOutcome, 'confirmation'>

async function outcomeOf(context: Context, sessionId: string, outcome: Outcome): Promise<number> {
  const { revision } = await getSession(context, sessionId)
  await recordOutcome(context, { sessionId, revision, outcome: { ...outcome, confirmation: 'not-needed' } })
  return revision + 1
}

/** Questions of the briefings wait for an answer until a day, or have one that another person approved. */
async function answer(context: Context, submissionId: string, { outcome, reply }: NoteSample) {
  const content = { unitId: '', dueOn: dayFrom(context, 10), outcome, reply, timing: '', continues: '' }
  const repliedOn = reply ? dayFrom(context, -5) : undefined
  await keepFollowUp(context, { submissionId, revision: 0, content: { ...content, repliedOn } })
  const publisher = { ...context, actor: { ...context.actor, id: 'sample-publisher' } }
  if (reply) await approveFollowUp(publisher, { submissionId, revision: 1 })
}
