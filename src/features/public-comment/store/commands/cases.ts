import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { type Received, receiveVoice } from '#src/features/voices/store/commands/intake.ts'
import { keepScan, type NewScan } from '#src/features/voices/store/commands/transcripts.ts'
import { anchorTo, type QuoteAnchor } from '#src/lib/document/quote-anchor.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import {
  type CaseSheet,
  contactsKeptUntil,
  lateReasonOf,
  sheetProblems,
  takesWebComments,
} from '../../core/case.ts'
import type { CommentPerson, CommentWords, DeskComment } from '../../core/comment-form.ts'
import { openingProblems } from '../../core/opening.ts'
import { mayOpen, permissions } from '../../core/permissions.ts'
import { paragraphAt } from '../../core/plan-places.ts'
import { getCase, getPublicCase } from '../queries/cases.ts'
import { getClassList } from '../queries/classes.ts'
import { listOpeningChecks } from '../queries/opening.ts'
import { listPlaces, quoteProblem } from '../queries/places.ts'
import { tables } from '../tables.ts'

async function refuseSheet(context: Context, sheet: CaseSheet) {
  const [problem] = Object.values(sheetProblems(sheet))
  if (problem) throw new Refusal('conflict', problem)
  await getPublicVersion(context, sheet.versionId)
  await getClassList(context, sheet.classSet)
}

/**
 * Begins a case (意見募集の案件). Its version must be public already: nobody comments on what nobody can read.
 * Returns its id.
 */
export const addCase = command(permissions, 'edit-case', async (context, { sheet }: { sheet: CaseSheet }) => {
  await refuseSheet(context, sheet)
  const id = context.newId('cc')
  await tables(context)
    .insertInto('commentCases')
    .values({
      id,
      sheet: JSON.stringify(sheet),
      editedBy: context.actor.id,
      openedAt: null,
      openedBy: null,
      result: null,
      resultHash: null,
      publishedAt: null,
      publishedBy: null,
      revision: 1,
      createdAt: context.now.toISOString(),
    })
    .execute()
  return id
})

type Change = { caseId: string; revision: number; sheet: CaseSheet }

/** Changes a case that is not announced yet. Afterwards it stands. */
export const changeCase = command(
  permissions,
  'edit-case',
  async (context, { caseId, revision, sheet }: Change) => {
    const current = await getCase(context, caseId)
    refuseIfStale(current, revision)
    if (current.openedAt) throw new Refusal('conflict', '公表した案件は変えられません')
    await refuseSheet(context, sheet)
    await tables(context)
      .updateTable('commentCases')
      .set({ sheet: JSON.stringify(sheet), editedBy: context.actor.id, revision: revision + 1 })
      .where('id', '=', caseId)
      .execute()
  },
)

/** Announces a case (公表), by another person than the one who wrote it. */
export const openCase = command(
  permissions,
  'open-case',
  async (context, { caseId, revision }: { caseId: string; revision: number }) => {
    const current = await getCase(context, caseId)
    refuseIfStale(current, revision)
    if (current.openedAt) throw new Refusal('conflict', 'すでに公表しています')
    if (!mayOpen(context.actor, current))
      throw new Refusal('forbidden', '案件を書いた人とは別の人が、公表します')
    await refuseSheet(context, current.sheet)
    const [problem] = openingProblems(await listOpeningChecks(context, current))
    if (problem) throw new Refusal('conflict', problem)
    context.trail.version = current.sheet.versionId
    await tables(context)
      .updateTable('commentCases')
      .set({ openedAt: context.now.toISOString(), openedBy: context.actor.id, revision: revision + 1 })
      .where('id', '=', caseId)
      .execute()
  },
)

type Sealer = NonNullable<Received['contact']>['sealer']
export type Submitted = {
  caseId: string
  submissionId: string
  words: CommentWords
  person: CommentPerson
  sealer: Sealer
  heldReason: string
}

/** Contact data, where there are any. */
function contactOf({ name, address, reach }: CommentPerson, sealer: Sealer) {
  return `${name}${address}${reach}` === '' ? undefined : { words: { name, address, reach }, sealer }
}

/** The last day they are kept, as long as no result is published. */
const contactsUntil = (sheet: CaseSheet) => contactsKeptUntil({ sheet, publishedOn: undefined })

/** Takes a comment from the web form. Sent twice it is one. */
export const submitComment = command(
  permissions,
  'submit-comment',
  async (context, { caseId, submissionId, words, person, sealer, heldReason }: Submitted) => {
    const current = await getPublicCase(context, caseId)
    if (!takesWebComments(current, context.now, tokyoDay))
      throw new Refusal('conflict', 'この意見募集は、いまは受け付けていません')
    const { text, about, quote, ...attributes } = words
    const anchor = await knownAnchor(context, current.sheet, { about, quote })
    const taken = await receiveVoice(context, {
      submissionId,
      sessionRef: caseId,
      aboutRef: about,
      lateReason: '',
      heldReason,
      content: {
        ...attributes,
        original: text,
        channel: 'comment',
        sessionLabel: current.sheet.title,
        receivedOn: tokyoDay(context.now),
        method: 'online',
        group: '',
        frame: 'open-call',
      },
      contactsUntil: contactsUntil(current.sheet),
      contact: contactOf(person, sealer),
    })
    await keepAnchor(context, taken.submissionId, anchor)
    return taken
  },
)

type TakenIn = {
  caseId: string
  comment: DeskComment
  sealer: Sealer
  scan?: Omit<NewScan, 'sealer'> | undefined
}

/** Keys in a comment that came by post, fax, mail or at the counter, with the same numbering; its scan is kept beside. */
export const takeInComment = command(
  permissions,
  'take-in-comment',
  async (context, { caseId, comment, sealer, scan }: TakenIn) => {
    const current = await getPublicCase(context, caseId)
    if (current.publishedAt) throw new Refusal('conflict', '結果を公表した案件には、加えられません')
    const { name, address, reach, postmarkOn, receivedOn, text, about, quote, ...attributes } = comment
    const anchor = await knownAnchor(context, current.sheet, { about, quote })
    if (receivedOn > tokyoDay(context.now)) throw new Refusal('conflict', '届いた日が、まだ来ていない日です')
    const taken = await receiveVoice(context, {
      sessionRef: caseId,
      aboutRef: about,
      lateReason: lateReasonOf(current.sheet, { receivedOn, postmarkOn }),
      heldReason: '',
      content: {
        ...attributes,
        original: text,
        receivedOn,
        channel: 'comment',
        sessionLabel: current.sheet.title,
        group: '',
        frame: 'open-call',
      },
      contactsUntil: contactsUntil(current.sheet),
      contact: contactOf({ name, address, reach }, sealer),
    })
    await keepAnchor(context, taken.submissionId, anchor)
    const { submissionId } = taken
    if (scan) await keepScan(context, { submissionId, scan: { ...scan, sealer } })
    return taken
  },
)

/** What a comment is about stands in the version it is about, and nowhere else; so do the words it quotes. */
async function knownAnchor(
  context: Context,
  { versionId }: CaseSheet,
  { about, quote }: { about: string; quote: string },
): Promise<QuoteAnchor | undefined> {
  if (about === '' && quote === '') return undefined
  const places = await listPlaces(context, versionId)
  found(about === '' || places.some(({ id }) => id === about) || undefined, 'どの部分へのご意見か')
  const problem = await quoteProblem(context, versionId, { about, quote })
  if (problem) throw new Refusal('conflict', problem)
  const paragraph = paragraphAt(places, about)
  return paragraph && quote !== '' ? anchorTo(paragraph, quote) : undefined
}

/** Sent twice it is one. */
async function keepAnchor(context: Context, submissionId: string, anchor: QuoteAnchor | undefined) {
  if (!anchor) return
  await tables(context)
    .insertInto('commentAnchors')
    .values({ submissionId, ...anchor })
    .onConflict((conflict) => conflict.column('submissionId').doNothing())
    .execute()
}
