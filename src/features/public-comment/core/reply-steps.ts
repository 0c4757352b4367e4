import type { Owner } from '#src/features/organization/core/ownership.ts'

/** Where an answer stands: a department drafts, the secretariat looks over it, another person approves. */
export const replyStepLabels = {
  returned: '差戻し',
  'to-check': '企画の確認待ち',
  'to-approve': '承認待ち',
  approved: '承認済み',
} as const
export type ReplyStep = keyof typeof replyStepLabels

/** One approval that was given: as whom, by whom, and when. */
export type Approval = { label: string; approvedBy: string; approvedAt: string }

type Standing = { checkedBy: string | undefined; approvedBy: string | undefined; returnReason: string }

export function stepOf({ checkedBy, approvedBy, returnReason }: Standing): ReplyStep {
  if (approvedBy) return 'approved'
  if (returnReason) return 'returned'
  return checkedBy ? 'to-approve' : 'to-check'
}

/** 担当: which section answers an opinion, and by when. */
export type CommentRoute = { opinionId: string; unitId: string; dueOn: string }

/** The secretariat drafts for all; a section only for the opinions that were given to it. */
export function mayDraftFor(
  { roles, unitIds }: Owner,
  routes: readonly (CommentRoute | undefined)[],
): boolean {
  if (roles.includes('secretariat')) return true
  if (!roles.includes('section-editor')) return false
  return routes.every((route) => route && unitIds.has(route.unitId))
}

type Acted = { draftedBy: string; checkedBy: string | undefined; approvals: readonly Approval[] }

/** Four eyes: each approval is by another person than who wrote the answer last, looked over it, or approved it before. */
export const mayApprove = ({ id }: { id: string }, { draftedBy, checkedBy, approvals }: Acted) =>
  ![draftedBy, checkedBy, ...approvals.map(({ approvedBy }) => approvedBy)].includes(id)

/** 承認待ち, with whose turn it is where a case has several approvals. */
export function replyStepWords(
  reply: Standing & Pick<Acted, 'approvals'>,
  approvalSteps: readonly string[],
): string {
  const step = stepOf(reply)
  const next = approvalSteps[reply.approvals.length]
  return step === 'to-approve' && approvalSteps.length > 1 && next
    ? `承認待ち（${next}）`
    : replyStepLabels[step]
}

/** How many of these are past their day and have no approved answer. */
export const overdueOf = (
  routes: readonly CommentRoute[],
  isAnswered: (opinionId: string) => boolean,
  today: string,
) => routes.filter(({ opinionId, dueOn }) => dueOn !== '' && dueOn < today && !isAnswered(opinionId))
