import { command } from '#src/platform/command.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { getCode, getIssue, listCodes, listIssues } from '../queries/sorting.ts'
import { listHeard } from '../queries/voices.ts'
import { tables } from '../tables.ts'

type CodeContent = { label: string; planItemId: string }

/** Adds a code to the frame (分類の枠組み), bound to an item of the plan where there is one. Returns its id. */
export const addCode = command(
  permissions,
  'edit-codes',
  async (context, { label, planItemId }: CodeContent) => {
    const codes = await listCodes(context)
    if (codes.some((code) => code.label === label && !code.isRetired))
      throw new Refusal('conflict', '同じ名前の分類があります')
    const id = context.newId('vc')
    const order = Math.max(0, ...codes.map((code) => code.order)) + 1
    await tables(context)
      .insertInto('voiceCodes')
      .values({ id, label, planItemId, order, retiredAt: null, rule: '', revision: 1 })
      .execute()
    return id
  },
)

export const changeCode = command(
  permissions,
  'edit-codes',
  async (
    context,
    { codeId, revision, ...content }: CodeContent & { codeId: string; revision: number; isRetired: boolean },
  ) => {
    refuseIfStale(await getCode(context, codeId), revision)
    const { label, planItemId, isRetired } = content
    await tables(context)
      .updateTable('voiceCodes')
      .set({
        label,
        planItemId,
        retiredAt: isRetired ? context.now.toISOString() : null,
        revision: revision + 1,
      })
      .where('id', '=', codeId)
      .execute()
  },
)

type IssueContent = { title: string; text: string; planItemId: string }

/** Writes down an issue (政策課題) that voices speak of. Returns its id. */
export const addIssue = command(permissions, 'edit-issues', async (context, content: IssueContent) => {
  const id = context.newId('is')
  const order = Math.max(0, ...(await listIssues(context)).map((issue) => issue.order)) + 1
  await tables(context)
    .insertInto('voiceIssues')
    .values({ id, ...content, order, revision: 1 })
    .execute()
  return id
})

export const changeIssue = command(
  permissions,
  'edit-issues',
  async (
    context,
    { issueId, revision, content }: { issueId: string; revision: number; content: IssueContent },
  ) => {
    refuseIfStale(await getIssue(context, issueId), revision)
    await tables(context)
      .updateTable('voiceIssues')
      .set({ ...content, revision: revision + 1 })
      .where('id', '=', issueId)
      .execute()
  },
)

type Source = { issueId: string; codeId?: string; topicId?: string }

/**
 * Puts all opinions of a code or of a confirmed topic under an issue; those already there stay. Returns how
 * many came.
 */
export const gatherIssue = command(
  permissions,
  'edit-issues',
  async (context, { issueId, codeId, topicId }: Source) => {
    const issue = await getIssue(context, issueId)
    if (!codeId && !topicId) throw new Refusal('conflict', '分類か話題を選んでください')
    const known = new Set(issue.heard.map(({ id }) => id))
    const heard = await listHeard(context, { codeId, topicId })
    const added = heard.filter(({ id }) => !known.has(id))
    for (const { id } of added) {
      await tables(context).insertInto('voiceIssueOpinions').values({ issueId, opinionId: id }).execute()
    }
    return added.length
  },
)

/** Takes one opinion out of an issue: the person decides, not the grouping. */
export const dropFromIssue = command(
  permissions,
  'edit-issues',
  async (context, { issueId, opinionId }: { issueId: string; opinionId: string }) => {
    await tables(context)
      .deleteFrom('voiceIssueOpinions')
      .where('issueId', '=', issueId)
      .where('opinionId', '=', opinionId)
      .execute()
  },
)
