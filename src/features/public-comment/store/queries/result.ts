import { listUnits } from '#src/features/organization/store/queries.ts'
import { methodLabels } from '#src/features/voices/core/labels.ts'
import { needsCheck } from '#src/features/voices/core/transcript.ts'
import { listSenders } from '#src/features/voices/store/queries/senders.ts'
import { listReleased } from '#src/features/voices/store/queries/trace.ts'
import type { HeardLine } from '#src/features/voices/store/queries/voices.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { caseStateOn } from '../../core/case.ts'
import { type CommentClass, needsChange } from '../../core/classes.ts'
import { type Submitter, submittersOf } from '../../core/people.ts'
import { type PlanPlace, placeLabel } from '../../core/plan-places.ts'
import { type ResultRow, type ResultTable, sumProblems } from '../../core/result.ts'
import { type CommentCase, getCase } from './cases.ts'
import { listClasses } from './classes.ts'
import { listChangePlaces, listLinkChoices, listPlaces } from './places.ts'
import { listComments, listReplies, listRoutes, type Reply } from './replies.ts'

/** The result as it would be published now, whose submissions count as one person's, and what stands in its way. */
export type ResultDraft = { table: ResultTable; submitters: Submitter[]; problems: string[] }

/** Puts the result of a case together from released texts and approved replies. */
export async function draftResult(context: Context, caseId: string): Promise<ResultDraft> {
  const current = await getCase(context, caseId)
  const [comments, senders, replies, places, classes] = await Promise.all([
    listComments(context, caseId),
    listSenders(context, caseId),
    listReplies(context, caseId),
    listPlaces(context, current.sheet.versionId),
    listClasses(context, current.sheet.classSet),
  ])
  const links = (await listLinkChoices(context, current.sheet.versionId)).map(({ id, label }) => ({
    ref: id,
    label,
  }))
  const opinions = comments.filter(({ kind }) => kind !== 'none')
  const approved = replies.filter(({ approvedBy }) => approvedBy !== undefined)
  const rows = await rowsOf(context, {
    links,
    classes,
    replies: approved,
    opinions,
    places,
    changePlaces: await listChangePlaces(context, current.sheet.versionId),
    officeOf: await officesOf(context, current),
  })
  const submissions = [...new Map(comments.map((one) => [one.submissionId, one])).values()]
  const submitters = submittersOf(
    submissions.map((one) => ({ ...one, sender: senders.get(one.submissionId) })),
  )
  const table = tableOf({ current, classes, comments, submissions, submitters, rows, places, context })
  return {
    table,
    submitters,
    problems: [
      ...openProblems(current, context),
      ...answerProblems(comments, replies),
      ...sumsIf(opinions, approved, table),
    ],
  }
}

function openProblems(current: CommentCase, context: Context): string[] {
  const state = caseStateOn(current, tokyoDay(context.now))
  if (state === 'published') return ['結果は、すでに公表しました']
  return state === 'closed' ? [] : ['募集の期間が終わっていません']
}

function answerProblems(comments: readonly HeardLine[], replies: readonly Reply[]): string[] {
  const opinions = comments.filter(({ kind }) => kind !== 'none')
  const answered = new Set(replies.flatMap(({ opinionIds }) => opinionIds))
  const unanswered = opinions.filter(({ id }) => !answered.has(id)).length
  const waiting = replies.filter(({ approvedBy }) => approvedBy === undefined).length
  const undecided = opinions.filter(({ disclosure }) => disclosure === 'undecided').length
  const submissionsOf = (test: (one: HeardLine) => boolean) =>
    new Set(comments.filter(test).map(({ submissionId }) => submissionId)).size
  const held = submissionsOf(({ kind, heldReason }) => kind !== 'none' && heldReason !== '')
  const unchecked = submissionsOf((one) => needsCheck(one) && one.checkedBy === undefined)
  return [
    ...(unanswered > 0 ? [`市の考え方がない意見が${unanswered}件あります`] : []),
    ...(waiting > 0 ? [`承認していない考え方が${waiting}件あります`] : []),
    ...(undecided > 0 ? [`公開の可否が決まっていない意見が${undecided}件あります`] : []),
    ...(unchecked > 0 ? [`原本と照らし合わせていない提出が${unchecked}件あります`] : []),
    ...(held > 0 ? [`確認を待つ提出が${held}件あります`] : []),
  ]
}

/** Sums are looked at once everything is answered: before that they cannot agree. */
const sumsIf = (opinions: readonly HeardLine[], approved: readonly Reply[], table: ResultTable) =>
  new Set(approved.flatMap(({ opinionIds }) => opinionIds)).size < opinions.length ? [] : sumProblems(table)

type Parts = {
  links: ResultRow['links']
  classes: readonly CommentClass[]
  replies: readonly Reply[]
  opinions: readonly HeardLine[]
  places: readonly PlanPlace[]
  changePlaces: readonly PlanPlace[]
  officeOf: (opinionIds: readonly string[]) => string
}

async function rowsOf(
  context: Context,
  { links, classes, replies, opinions, places, changePlaces, officeOf }: Parts,
): Promise<ResultRow[]> {
  const released = new Map(
    (
      await listReleased(
        context,
        opinions.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  )
  const byId = new Map(opinions.map((opinion) => [opinion.id, opinion]))
  const labelOf = (id: string) => placeLabel(places, id)
  const rows = replies.flatMap((reply) => {
    const own = reply.opinionIds.flatMap((id) => byId.get(id) ?? [])
    const [first] = own
    const givenClass = classes.find(({ key }) => key === reply.classKey)
    if (!first || !givenClass) return []
    const shown = own.flatMap(({ id }) => released.get(id) ?? [])
    return {
      number: 0,
      opinionIds: own.map(({ id }) => id),
      aboutRef: first.aboutRef,
      about: [...new Set(own.map(({ aboutRef }) => labelOf(aboutRef)))].join('、'),
      texts: [...new Set(shown.map(({ text }) => text).filter(Boolean))],
      summary: [...new Set(shown.map(({ summary }) => summary).filter(Boolean))].join('／'),
      opinions: own.length,
      classKey: givenClass.key,
      classLabel: givenClass.label,
      disposition: givenClass.disposition,
      reply: reply.text,
      reason: reply.reason,
      changes: reply.changes.map(({ planRef, before, after }) => ({
        ref: planRef,
        label: placeLabel(changePlaces, planRef),
        before,
        after,
      })),
      links: links.filter(({ ref }) => reply.links.includes(ref)),
      office: officeOf(own.map(({ id }) => id)),
    }
  })
  const order = [...places.map(({ id }) => id), '']
  rows.sort((a, b) => order.indexOf(a.aboutRef) - order.indexOf(b.aboutRef))
  return rows.map((row, position) => ({ ...row, number: position + 1 }))
}

/** 担当課: the sections the opinions were given to, else the one of the case. */
async function officesOf(context: Context, { id, sheet }: CommentCase): Promise<Parts['officeOf']> {
  const [routes, units] = [await listRoutes(context, id), await listUnits(context)]
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  return (opinionIds) => {
    const own = opinionIds.flatMap((one) => names.get(routes.get(one)?.unitId ?? '') ?? [])
    return own.length > 0 ? [...new Set(own)].join('、') : sheet.office
  }
}

/** Opinions by the place they speak of, in the order of the plan; the plan as a whole comes last. */
function countByItem(opinions: readonly HeardLine[], places: readonly PlanPlace[]): ResultTable['byItem'] {
  const order = [...places.map(({ id }) => id), '']
  const groups = Map.groupBy(opinions, ({ aboutRef }) => aboutRef.split('/')[0] ?? '')
  return [...groups]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([ref, own]) => ({ label: placeLabel(places, ref), opinions: own.length }))
}

const reasonsOf = (withheld: readonly HeardLine[]): ResultTable['withheldBy'] =>
  [...Map.groupBy(withheld, ({ disclosureReason }) => disclosureReason)]
    .filter(([reason]) => reason !== '')
    .map(([reason, own]) => ({ reason, opinions: own.length }))
    .sort((a, b) => b.opinions - a.opinions || (a.reason < b.reason ? -1 : 1))

type Counting = {
  places: readonly PlanPlace[]
  current: CommentCase
  classes: readonly CommentClass[]
  comments: readonly HeardLine[]
  rows: ResultRow[]
  context: Context
  /** One line a submission. */
  submissions: readonly HeardLine[]
  submitters: readonly Submitter[]
}

function tableOf(counting: Counting): ResultTable {
  const { current, classes, comments, submissions, submitters, rows, places, context } = counting
  const count = <Item>(items: readonly Item[], test: (item: Item) => boolean) => items.filter(test).length
  return {
    caseId: current.id,
    publishedOn: tokyoDay(context.now),
    submitters: submitters.length,
    submissions: submissions.length,
    opinions: count(comments, ({ kind }) => kind !== 'none'),
    byMethod: Object.entries(methodLabels)
      .map(([key, method]) => ({
        method,
        people: count(submitters, (one) => one.method === key),
        submissions: count(submissions, (one) => one.method === key),
      }))
      .filter((one) => one.submissions > 0),
    byClass: classes.map(({ key, label }) => ({
      label,
      opinions: rows.filter(({ classKey }) => classKey === key).reduce((sum, row) => sum + row.opinions, 0),
    })),
    byItem: countByItem(
      comments.filter(({ kind }) => kind !== 'none'),
      places,
    ),
    changed: rows
      .filter(({ classKey }) => classes.some((one) => one.key === classKey && needsChange(one)))
      .reduce((sum, row) => sum + row.opinions, 0),
    withheld: count(comments, ({ disclosure }) => disclosure === 'withheld'),
    withheldBy: reasonsOf(comments.filter(({ disclosure }) => disclosure === 'withheld')),
    wordless: count(comments, ({ kind }) => kind === 'none'),
    late: count(submissions, ({ lateReason }) => lateReason !== ''),
    rows,
  }
}
