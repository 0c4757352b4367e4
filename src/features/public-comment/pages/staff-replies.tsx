import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, entriesOf, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { approvalStepsOf } from '../core/case.ts'
import { type CommentClass, type ReplyContent, replyProblems, type TextChange } from '../core/classes.ts'
import { permissions } from '../core/permissions.ts'
import { mayApprove, mayDraftFor } from '../core/reply-steps.ts'
import { approveReply, changeReply, checkReply, draftReply, returnReply } from '../store/commands/replies.ts'
import { getCase } from '../store/queries/cases.ts'
import { listClasses } from '../store/queries/classes.ts'
import { listContradictions } from '../store/queries/contradictions.ts'
import { listChangePlaces, listCommentPlaces, listLinkChoices } from '../store/queries/places.ts'
import { listComments, listReplies, listRoutes, type Reply } from '../store/queries/replies.ts'
import { casesCrumb } from './parts/case-tabs.tsx'
import { changesIn, shownChanges } from './parts/change-fields.tsx'
import { RepliesView } from './parts/replies-view.tsx'
import { ReplyView } from './parts/reply-view.tsx'
import { takeChanges } from './parts/take-change.ts'

/** 市の考え方: the opinions of a case, what answers them, and one draft for those that are ticked. */
export const repliesPage = page('/staff/comments/:caseId/replies', {
  audience: 'staff',
  maxBytes: 4 * 1024 * 1024,
  show: async (context, { params: { caseId }, url }) =>
    listScreen(context, caseId, {
      opinionIds: await membersOf(context, caseId, url.searchParams.get('group')),
    }),
  async submit(context, { params: { caseId } }, form) {
    authorize(context, permissions, 'draft-reply')
    const { sheet } = await getCase(context, caseId)
    const read = readReply(form, await listClasses(context, sheet.classSet))
    const state = await beforeSaving(context, sheet.versionId, read)
    if (state) return listScreen(context, caseId, state)
    if (read.problems) return { ...(await listScreen(context, caseId, read)), status: 422 }
    const replyId = await draftReply(context, { caseId, opinionIds: read.opinionIds, content: read.content })
    return { seeOther: `/staff/comments/${caseId}/replies/${replyId}?notice=added` }
  },
})

/** The open opinions of a group a person confirmed: one answer for all of them. */
async function membersOf(context: Context, caseId: string, group: string | null): Promise<string[]> {
  if (!group) return []
  const comments = await listComments(context, caseId)
  return comments
    .filter(({ wordingId, topicId }) => wordingId === group || topicId === group)
    .map(({ id }) => id)
}

type Read = { entered: Entered; opinionIds: string[]; content: ReplyContent; problems?: Problems }

function readReply(form: FormData, classes: readonly CommentClass[]): Read {
  const entered = enteredIn(form)
  const word = (name: string) => (entered[name] ?? '').trim().slice(0, 10_000)
  const content = {
    classKey: word('classKey'),
    text: word('text'),
    reason: word('reason'),
    changes: changesIn(entered),
    links: [...new Set(entriesOf(form, 'link'))],
  }
  const opinionIds = [...new Set(entriesOf(form, 'opinion'))]
  const problems = {
    ...(opinionIds.length === 0 ? { opinions: '答える意見を、1つ以上選んでください' } : {}),
    ...replyProblems(content, classes),
  }
  return { entered, opinionIds, content, ...(Object.keys(problems).length > 0 ? { problems } : {}) }
}

type ListState = Partial<Pick<Read, 'entered' | 'opinionIds' | 'content'>> & {
  problems?: Problems
  changes?: readonly TextChange[]
}

/** Fills the places that were chosen, or gives one more; undefined where the form is to be saved. */
async function beforeSaving(context: Context, versionId: string, read: Read): Promise<ListState | undefined> {
  const { changes } = read.content
  if (read.entered['act'] === 'take') return { ...read, ...(await takeChanges(context, versionId, changes)) }
  if (read.entered['act'] === 'add')
    return { ...read, problems: {}, changes: shownChanges(changes, { isOneMore: true }) }
  return undefined
}

async function listScreen(context: Context, caseId: string, state: ListState): Promise<Screen> {
  authorize(context, permissions, 'read-replies')
  const current = await getCase(context, caseId)
  const [comments, replies, contradictions, places] = await Promise.all([
    listComments(context, caseId),
    listReplies(context, caseId),
    listContradictions(context, caseId),
    listChangePlaces(context, current.sheet.versionId),
  ])
  const about = await listCommentPlaces(context, current.sheet.versionId, comments)
  const routes = await listRoutes(context, caseId)
  const isOpen = current.openedAt !== undefined && !current.publishedAt
  const mayDraft = isOpen && mayDo(context.actor, permissions, 'draft-reply')
  const owner = await getOwner(context)
  const isOwn = (opinionId: string) => mayDraftFor(owner, [routes.get(opinionId)])
  return {
    title: '市の考え方',
    crumbs: [casesCrumb, { label: current.sheet.title, href: `/staff/comments/${caseId}` }],
    body: (
      <RepliesView
        actor={context.actor}
        caseId={caseId}
        steps={approvalStepsOf(current.sheet)}
        comments={comments}
        replies={replies}
        contradictions={contradictions}
        classes={await listClasses(context, current.sheet.classSet)}
        places={places}
        linkChoices={await listLinkChoices(context, current.sheet.versionId)}
        about={about}
        form={{
          entered: state.entered ?? {},
          problems: state.problems ?? {},
          chosen: state.opinionIds ?? [],
          linked: state.content?.links ?? [],
          changes: shownChanges(state.changes ?? state.content?.changes ?? []),
        }}
        isOwn={(opinionId) => mayDraft && isOwn(opinionId)}
      />
    ),
  }
}

/** 1つの考え方: read it, change it, approve it or send it back. */
export const replyPage = page('/staff/comments/:caseId/replies/:replyId', {
  audience: 'staff',
  maxBytes: 4 * 1024 * 1024,
  show: (context, { params }) => replyScreen(context, params, {}),
  async submit(context, { params }, form) {
    const { caseId, replyId } = params
    const { act, revision: typed, returnReason = '' } = enteredIn(form)
    const known = { caseId, replyId, revision: Number(typed) }
    const { sheet } = await getCase(context, caseId)
    const isWriting = act === 'save' || act === 'take' || act === 'add'
    const read = isWriting ? readReply(form, await listClasses(context, sheet.classSet)) : undefined
    const state = read && (await beforeSaving(context, sheet.versionId, read))
    if (state) return replyScreen(context, params, state)
    if (read?.problems) return { ...(await replyScreen(context, params, read)), status: 422 }
    if (act === 'return' && returnReason.trim() === '') {
      return {
        ...(await replyScreen(context, params, {
          problems: { returnReason: '差し戻す理由を書いてください' },
        })),
        status: 422,
      }
    }
    const saving = read
      ? changeReply(context, { ...known, opinionIds: read.opinionIds, content: read.content })
      : judge(context, { ...known, act, reason: returnReason.slice(0, 500) })
    const outcome = await unlessStale(saving)
    if (outcome.isStale)
      return { ...(await replyScreen(context, params, { ...read, isStale: true })), status: 409 }
    const notices: Readonly<Record<string, string>> = {
      approve: 'approved',
      return: 'returned',
      check: 'saved',
    }
    const notice = notices[act ?? ''] ?? 'saved'
    return { seeOther: `/staff/comments/${caseId}/replies/${replyId}?notice=${notice}` }
  },
})

type Judging = { caseId: string; replyId: string; revision: number; act: string | undefined; reason: string }

function judge(context: Context, { act, reason, ...known }: Judging): Promise<void> {
  if (act === 'approve') return approveReply(context, known)
  return act === 'check' ? checkReply(context, known) : returnReply(context, { ...known, reason })
}

type ReplyState = ListState & { isStale?: boolean }

async function replyScreen(
  context: Context,
  { caseId, replyId }: { caseId: string; replyId: string },
  state: ReplyState,
): Promise<Screen> {
  const current = await getCase(context, caseId)
  const [comments, replies, places] = await Promise.all([
    listComments(context, caseId),
    listReplies(context, caseId),
    listChangePlaces(context, current.sheet.versionId),
  ])
  const about = await listCommentPlaces(context, current.sheet.versionId, comments)
  const reply = found(
    replies.find(({ id }) => id === replyId),
    '市の考え方',
  )
  const taken = new Set(replies.filter(({ id }) => id !== replyId).flatMap(({ opinionIds }) => opinionIds))
  const isOpen = current.publishedAt === undefined
  const routes = await listRoutes(context, caseId)
  const mayEdit = mayDo(context.actor, permissions, 'draft-reply')
  const owner = await getOwner(context)
  const isOwn = (opinionId: string) => mayDraftFor(owner, [routes.get(opinionId)])
  return {
    title: '市の考え方を直す',
    crumbs: [
      casesCrumb,
      { label: current.sheet.title, href: `/staff/comments/${caseId}` },
      { label: '市の考え方', href: `/staff/comments/${caseId}/replies` },
    ],
    body: (
      <ReplyView
        reply={reply}
        steps={approvalStepsOf(current.sheet)}
        comments={comments.filter(
          ({ id, kind }) =>
            !taken.has(id) && kind !== 'none' && (reply.opinionIds.includes(id) || !mayEdit || isOwn(id)),
        )}
        classes={await listClasses(context, current.sheet.classSet)}
        places={places}
        linkChoices={await listLinkChoices(context, current.sheet.versionId)}
        about={about}
        form={{
          entered: state.entered ?? enteredOf(reply),
          problems: state.problems ?? {},
          chosen: state.opinionIds ?? reply.opinionIds,
          linked: state.content?.links ?? reply.links,
          changes: shownChanges(state.changes ?? state.content?.changes ?? reply.changes),
        }}
        isStale={state.isStale ?? false}
        may={{
          edit: isOpen && mayEdit && reply.opinionIds.every(isOwn),
          check: isOpen && mayDo(context.actor, permissions, 'check-reply'),
          approve: isOpen && mayDo(context.actor, permissions, 'approve-reply'),
          isOther: mayApprove(context.actor, reply),
        }}
      />
    ),
  }
}

const enteredOf = ({ classKey, text, reason }: Reply): Entered => ({ classKey, text, reason })
