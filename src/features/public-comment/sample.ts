import { getMunicipality, listUnits } from '#src/features/organization/store/queries.ts'
import {
  getPublicVersion,
  listPublicVersions,
  type PublicVersion,
} from '#src/features/plan/store/queries/public.ts'
import { needsCheck } from '#src/features/voices/core/transcript.ts'
import { redactOpinion, releaseOpinion } from '#src/features/voices/store/commands/disclosure.ts'
import { splitOpinion } from '#src/features/voices/store/commands/sorting.ts'
import { checkTranscript } from '#src/features/voices/store/commands/transcripts.ts'
import { getSubmission } from '#src/features/voices/store/queries/voices.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import type { Sealer } from '#src/platform/sealing.ts'
import type { ReplyContent } from './core/classes.ts'
import { openComments, pastComments, type SampleComment } from './sample/comments.ts'
import { addCase, openCase, submitComment, takeInComment } from './store/commands/cases.ts'
import { approveReply, draftReply } from './store/commands/replies.ts'
import { publishResult } from './store/commands/result.ts'
import { routeComments } from './store/commands/routes.ts'
import { listPlaces } from './store/queries/places.ts'
import { listComments } from './store/queries/replies.ts'

const day = 24 * 3600 * 1000
const at = (context: Context, days: number): Context => ({
  ...context,
  now: new Date(context.now.getTime() + days * day),
})
const as = (id: string, context: Context): Context => ({ ...context, actor: { ...context.actor, id } })

/** No contact data in the sample: nothing is ever sealed. */
const noSealer: Sealer = {
  seal: () => {
    throw new RangeError('the sample names nobody')
  },
  open: () => '',
  mark: () => Buffer.alloc(0),
}

/** A call for comments that is over, with its result, and one that is open today (見本・架空). */
export async function sample(context: Context) {
  const [current, former] = await listPublicVersions(context)
  if (!current || !former) return
  await pastCase(context, former)
  const caseId = await announce(at(context, -11), { version: current, from: 1, days: 31 })
  await receive(context, { caseId, version: current, comments: openComments })
  await route(context, caseId, current)
}

/** Comments on a measure go to the section that leads it. */
async function route(context: Context, caseId: string, version: PublicVersion) {
  const { items } = await getPublicVersion(context, version.id)
  const units = new Set((await listUnits(context)).map(({ id }) => id))
  const routes = (await listComments(context, caseId)).flatMap(({ id, aboutRef }) => {
    const unitId = items.get(aboutRef.split('/')[0] ?? '')?.lead
    return unitId && units.has(unitId) ? [{ opinionId: id, unitId }] : []
  })
  if (routes.length === 0) return
  await routeComments(context, { caseId, routes, dueOn: tokyoDay(at(context, 30).now) })
}

type Announcing = { version: PublicVersion; from: number; days: number; approvalSteps?: string }

async function announce(
  context: Context,
  { version, from, days, approvalSteps = '' }: Announcing,
): Promise<string> {
  const { contactOffice, contactLines } = await getMunicipality(context)
  const on = (offset: number) => tokyoDay(new Date(context.now.getTime() + offset * day))
  const caseId = await addCase(context, {
    sheet: {
      title: `総合計画 後期基本計画（${version.label}）への意見募集`,
      purpose: `${version.label}ができました。読んで、ご意見をお寄せください（見本・架空）。`,
      easyPurpose: `市（し）の 計画（けいかく）の 案（あん）が できました。読（よ）んで、思（おも）ったことを 教（おし）えてください（見本・架空）。`,
      office: contactOffice || '企画政策課',
      papers: '前期基本計画（このサイト）\n市民意向調査の報告書（このサイト）',
      versionId: version.id,
      opensOn: on(from),
      closesOn: on(from + days - 1),
      minimumDays: '30',
      shortReason: '',
      deadlineRule: 'arrival',
      whoMay: '市内に住む人、市内で働く人・学ぶ人、市内に事務所がある人・団体',
      identity: 'required',
      places: '伊奈庁舎、谷和原庁舎、みらい平市民センター',
      ways: 'このページの様式\n郵送　〒300-0000 つくばみらい市福田000 企画政策課\nFAX　0297-00-0001\n持参　伊奈庁舎・谷和原庁舎\n電話・窓口　職員が書き取ります',
      contact: [contactOffice, ...contactLines].join('　'),
      resultDueOn: on(from + days + 30),
      contactYears: '1',
      approvalSteps,
      classSet: 'standard',
    },
  })
  await openCase(as('sample-publisher', context), { caseId, revision: 1 })
  return caseId
}

type Receiving = { caseId: string; version: PublicVersion; comments: readonly SampleComment[] }

/** Takes each comment in on its own day, by the web form or at the desk. */
async function receive(context: Context, { caseId, version, comments }: Receiving) {
  const places = await listPlaces(context, version.id)
  for (const { method, text, district, ageBand, about, daysAgo } of comments) {
    const that = at(context, -daysAgo)
    const aboutRef =
      about === ''
        ? ''
        : (places.find(({ id, label }) => id.startsWith('me_') && label.endsWith(about))?.id ?? '')
    const words = { text, district, ageBand, about: aboutRef, quote: '', consent: 'public' as const }
    const nobody = { name: '', address: '', reach: '' }
    const given = { caseId, sealer: noSealer }
    if (method === 'online') {
      const submissionId = that.newId('su')
      await submitComment(that, { ...given, submissionId, words, person: nobody, heldReason: '' })
    } else {
      const desk = { method, receivedOn: tokyoDay(that.now), postmarkOn: undefined }
      await takeInComment(that, { ...given, comment: { ...words, ...nobody, ...desk } })
    }
  }
}

async function pastCase(context: Context, version: PublicVersion) {
  const caseId = await announce(at(context, -160), {
    version,
    from: 1,
    days: 30,
    approvalSteps: '課長\n部長\n策定委員会',
  })
  await receive(context, { caseId, version, comments: pastComments })
  const working = at(context, -120)
  const first = (await listComments(working, caseId)).find(({ verbatim }) => verbatim.includes('公園の木陰'))
  if (first)
    await splitOpinion(working, {
      opinionId: first.id,
      revision: 1,
      starts: [first.verbatim.indexOf('公園の木陰')],
    })
  const places = await listPlaces(working, version.id)
  const placeNamed = (name: string) => places.find(({ label }) => label.endsWith(name))?.id ?? ''
  const replies = pastComments.flatMap((comment) => comment.replies ?? [])
  for (const submissionId of new Set((await listComments(working, caseId)).map((one) => one.submissionId))) {
    const submission = await getSubmission(working, submissionId)
    if (needsCheck(submission))
      await checkTranscript(as('sample-publisher', working), { submissionId, revision: submission.revision })
  }
  for (const { id, revision, verbatim } of await listComments(working, caseId)) {
    await redactOpinion(working, { opinionId: id, revision, redacted: verbatim })
    await releaseOpinion(as('sample-publisher', working), {
      opinionId: id,
      revision: revision + 1,
      disclosure: 'public',
      reason: '',
    })
  }
  for (const { holds, changes, ...reply } of replies) {
    const comments = await listComments(working, caseId)
    const opinionIds = comments
      .filter(({ verbatim }) => holds.some((words) => verbatim.includes(words)))
      .map(({ id }) => id)
    const content: ReplyContent = {
      ...reply,
      changes: changes.map(({ place, ...texts }) => ({ ...texts, planRef: placeNamed(place) })),
    }
    const replyId = await draftReply(working, { caseId, opinionIds, content })
    for (const [step, who] of ['sample-section-head', 'sample-head', 'sample-publisher'].entries())
      await approveReply(as(who, working), { caseId, replyId, revision: step + 1 })
  }
  await publishResult(as('sample-publisher', at(context, -100)), {
    caseId,
    revision: 2,
  })
}
