import { getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { getVersion, getVersionDocument } from '#src/features/plan/store/queries/versions.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { EmptyState } from '#src/ui/parts.tsx'
import { commentRows, isResolved, placeComment } from '../core/draft-comments.ts'
import { draftParts } from '../core/draft-text.ts'
import { resolutionForm } from '../core/forms.ts'
import { permissions } from '../core/permissions.ts'
import { resolveComment } from '../store/commands-drafts.ts'
import { getBody, listMembers } from '../store/queries.ts'
import { getLaidDraft, listDraftComments } from '../store/queries-drafts.ts'
import { CommentToResolve } from './parts/comment-view.tsx'
import { meetingsCrumb } from './parts/deliberation-tabs.tsx'

/** The comments of one draft, with where their words are in the plan as it stands now, and the answers to them. */
export const draftPage = page('/staff/drafts/:draftId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.draftId, {}),
  async submit(context, { params: { draftId } }, form) {
    const entered = enteredIn(form)
    const own = new FormData()
    const id = entered['commentId'] ?? ''
    own.set('commentId', id)
    for (const name of ['resolution', 'note']) own.set(name, entered[`${name}-${id}`] ?? '')
    const read = readForm(resolutionForm, own)
    if (read.problems) {
      const named = Object.entries(read.problems).map(([name, problem]) => [`${name}-${id}`, problem])
      const state = { entered, problems: Object.fromEntries(named) }
      return { ...(await screen(context, draftId, state)), status: 422 }
    }
    const { bodyId } = await getLaidDraft(context, draftId)
    const resolving = { bodyId, revision: Number(entered['revision']), ...read.values }
    const outcome = await unlessStale(resolveComment(context, resolving))
    if (!outcome.isStale)
      return { seeOther: `/staff/drafts/${draftId}?notice=saved#${read.values.commentId}` }
    const now = (await listDraftComments(context, bodyId)).find(({ id }) => id === read.values.commentId)
    const rows = [{ label: '対応の説明', saved: now?.note ?? '', typed: read.values.note }]
    return { ...(await screen(context, draftId, { entered, rows })), status: 409 }
  },
})

type State = { entered?: Entered; problems?: Problems; rows?: readonly VersionRow[] }

async function screen(context: Context, draftId: string, state: State): Promise<Screen> {
  const { draft, label, body, placed, nameOf, titleOf, editAddress } = await commentsOf(context, draftId)
  const mayResolve = mayDo(context.actor, permissions, 'resolve-draft-comments')
  return {
    title: `${label}への意見`,
    crumbs: [meetingsCrumb, { label: '案と意見', href: '/staff/drafts' }],
    body: (
      <>
        <FormHead problems={state.problems ?? {}} rows={state.rows} />
        <div class="sb-title">
          <h1>
            {label}への意見（{body}）
          </h1>
          {placed.length > 0 && (
            <a class="dads-button dads-button--secondary" href={`/staff/drafts/${draft.id}/comments.csv`}>
              会議資料の表（CSV）を保存
            </a>
          )}
        </div>
        <p>
          {placed.length}件、対応待ち{placed.filter(({ comment }) => !isResolved(comment)).length}件。
          「いまの案では」は、作業中の計画で、引用した言葉がどうなったかです。
        </p>
        <div class="l-gap l-flow">
          {placed.length === 0 && (
            <EmptyState title="まだ意見はありません。">
              <p>委員が画面で意見を書くと、ここに並びます。</p>
            </EmptyState>
          )}
          {placed.map((one, position) => (
            <CommentToResolve
              key={one.comment.id}
              placed={one}
              number={position + 1}
              author={nameOf(one.comment.membershipId)}
              subject={titleOf(one.comment.itemId)}
              editAddress={editAddress(one.comment.itemId)}
              mayResolve={mayResolve}
              entered={state.entered?.['commentId'] === one.comment.id ? state.entered : {}}
              problems={state.entered?.['commentId'] === one.comment.id ? (state.problems ?? {}) : {}}
            />
          ))}
        </div>
      </>
    ),
  }
}

async function commentsOf(context: Context, draftId: string) {
  authorize(context, permissions, 'read-draft-comments')
  const draft = await getLaidDraft(context, draftId)
  const { label, planId } = await getVersion(context, draft.versionId)
  const laid = draftParts(await getVersionDocument(context, draft.versionId))
  const now = draftParts(await getPlanDocument(context, planId))
  const members = await listMembers(context, draft.bodyId)
  const comments = (await listDraftComments(context, draft.bodyId)).filter((one) => one.draftId === draftId)
  return {
    draft,
    label,
    body: (await getBody(context, draft.bodyId)).name,
    placed: comments.map((comment) => placeComment(comment, now)),
    nameOf: (membershipId: string) => members.find(({ id }) => id === membershipId)?.name ?? '委員',
    editAddress: (itemId: string) =>
      itemId.startsWith('vi_') ? `/staff/plans/${planId}/concept` : `/staff/plans/${planId}/items/${itemId}`,
    titleOf: (itemId: string) => laid.find(({ id }) => id === itemId)?.title ?? '',
  }
}

/** The comments as a table for the meeting. */
export const commentsCsv = page('/staff/drafts/:draftId/comments.csv', {
  audience: 'staff',
  async show(context, { params }) {
    const { label, placed, ...names } = await commentsOf(context, params.draftId)
    return {
      file: writeCsv(commentRows(placed, names)),
      contentType: 'text/csv; charset=utf-8',
      fileName: `${label}への意見.csv`,
    }
  },
})
