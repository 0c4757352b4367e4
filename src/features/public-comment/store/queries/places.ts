import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { findPublicPlan, getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { type AnchorPlace, anchorTo, findAnchor, type QuoteAnchor } from '#src/lib/document/quote-anchor.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import { type PlanPlace, paragraphAt, planPlaces } from '../../core/plan-places.ts'
import { tables } from '../tables.ts'

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

/** What a comment is about, as it stood when it was written and as it stands in the version that is public today. */
export type CommentPlace = { about: string; quote: string; now: AnchorPlace['state'] | 'whole' }

type Comment = { submissionId: string; aboutRef: string }

/** The places of comments by their submission: the label, the words quoted, and whether they still stand. */
export async function listCommentPlaces(
  context: Context,
  versionId: string,
  comments: readonly Comment[],
): Promise<Map<string, CommentPlace>> {
  authorize(context, permissions, 'read-replies')
  const places = await listPlaces(context, versionId)
  const today = await findPublicPlan(context)
  const now = today ? placesOnce(today) : places
  const anchors = await listAnchors(context)
  return new Map(
    comments.map(({ submissionId, aboutRef }) => {
      const paragraph = paragraphAt(places, aboutRef)
      const own = anchors.get(submissionId)
      // A comment that was sorted to another place than it was written about keeps what it quoted.
      const anchor = own ?? (paragraph && { paragraphId: aboutRef, quote: '', before: '', after: '' })
      const paragraphs = now.filter(({ kind }) => kind === 'paragraph')
      return [
        submissionId,
        {
          about: places.find(({ id }) => id === aboutRef)?.label ?? '計画全体',
          quote: own?.quote ?? '',
          now: anchor ? findAnchor(anchor, paragraphs).state : ('whole' as const),
        },
      ]
    }),
  )
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
