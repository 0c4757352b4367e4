import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { anchorTo, findAnchor, type QuoteAnchor } from '#src/lib/document/quote-anchor.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type CommentPlace, type Orphan, orphansIn } from '../../core/orphans.ts'
import { permissions } from '../../core/permissions.ts'
import {
  type LinkChoice,
  linkChoices,
  type PlanPlace,
  paragraphAt,
  placeLabel,
  planPlaces,
} from '../../core/plan-places.ts'
import { tables } from '../tables.ts'
import { planOfToday } from './plan-today.ts'
import { listComments, listReplies, listRoutes } from './replies.ts'

const read = new WeakMap<PublicPlan, readonly PlanPlace[]>()

/** The places of a published version. It never changes, so they are read once. */
export async function listPlaces(context: Context, versionId: string): Promise<readonly PlanPlace[]> {
  return placesOnce(await getPublicVersion(context, versionId))
}

function placesOnce(version: PublicPlan): readonly PlanPlace[] {
  const known = read.get(version) ?? planPlaces(version)
  read.set(version, known)
  return known
}

/** Where an answer may say that something was changed: places of the version, and those that came into the plan since. */
export async function listChangePlaces(context: Context, versionId: string): Promise<readonly PlanPlace[]> {
  const places = await listPlaces(context, versionId)
  const known = new Set(places.map(({ id }) => id))
  const added = (await placesToday(context, versionId)).filter(({ id }) => !known.has(id))
  return [...places, ...added.map((place) => ({ ...place, label: `${place.label}（加えたところ）` }))]
}

/** What answers to a version may be linked to. */
export async function listLinkChoices(context: Context, versionId: string): Promise<LinkChoice[]> {
  const { plan } = await getPublicVersion(context, versionId)
  return linkChoices(await listPlaces(context, versionId), plan.relatedPlans)
}

type Comment = { submissionId: string; aboutRef: string }

/** The places of comments by their submission: the label, the words quoted, and whether they still stand. */
export async function listCommentPlaces(
  context: Context,
  versionId: string,
  comments: readonly Comment[],
): Promise<Map<string, CommentPlace>> {
  authorize(context, permissions, 'read-replies')
  const places = await listPlaces(context, versionId)
  const now = await placesToday(context, versionId)
  const paragraphs = now.filter(({ kind }) => kind === 'paragraph')
  const ids = new Set(now.map(({ id }) => id))
  const anchors = await listAnchors(context)
  return new Map(
    comments.map(({ submissionId, aboutRef }) => {
      const paragraph = paragraphAt(places, aboutRef)
      const own = anchors.get(submissionId)
      // A comment that was sorted to another place than it was written about keeps what it quoted.
      const anchor = own ?? (paragraph && { paragraphId: aboutRef, quote: '', before: '', after: '' })
      const rest = aboutRef === '' || ids.has(aboutRef) ? ('whole' as const) : ('item-gone' as const)
      return [
        submissionId,
        {
          about: placeLabel(places, aboutRef),
          quote: own?.quote ?? '',
          now: anchor ? findAnchor(anchor, paragraphs).state : rest,
        },
      ]
    }),
  )
}

/** The places of the plan as it is worked on, for those who may read it; else of the one that is public today. */
async function placesToday(context: Context, versionId: string): Promise<readonly PlanPlace[]> {
  const today = await planOfToday(context)
  return today ? placesOnce(today) : listPlaces(context, versionId)
}

/** 行き先のなくなった意見 of a case, with who has them and until when. */
export async function listOrphans(
  context: Context,
  { caseId, versionId }: { caseId: string; versionId: string },
): Promise<Orphan[]> {
  const comments = await listComments(context, caseId)
  const places = await listPlaces(context, versionId)
  const now = new Set((await placesToday(context, versionId)).map(({ id }) => id))
  const lostChanges = new Map(
    (await listReplies(context, caseId)).flatMap(({ changes, opinionIds }) => {
      const lost = changes.filter(({ planRef }) => !now.has(planRef))
      const labels = lost.map(({ planRef }) => placeLabel(places, planRef)).join('、')
      return lost.length === 0 ? [] : opinionIds.map((id) => [id, labels] as const)
    }),
  )
  return orphansIn({
    comments,
    about: await listCommentPlaces(context, versionId, comments),
    routes: await listRoutes(context, caseId),
    lostChanges,
  })
}

async function listAnchors(context: Context): Promise<Map<string, QuoteAnchor>> {
  const rows = await tables(context).selectFrom('commentAnchors').selectAll().execute()
  return new Map(rows.map(({ submissionId, ...anchor }) => [submissionId, anchor]))
}

type Quoted = { about: string; quote: string }

/** What is wrong with the words a comment quotes; undefined where they stand in its paragraph. */
export async function quoteProblem(
  context: Context,
  versionId: string,
  { about, quote }: Quoted,
): Promise<string | undefined> {
  if (quote === '') return undefined
  const paragraph = paragraphAt(await listPlaces(context, versionId), about)
  if (!paragraph) return '言葉を引用できるのは、段落を選んだときだけです。この欄を空にしてください'
  return anchorTo(paragraph, quote) ? undefined : 'この言葉は、選んだ段落にありません。そのまま写してください'
}
