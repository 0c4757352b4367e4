import { z } from 'zod'
import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import { addIssue, changeIssue, dropFromIssue, gatherIssue } from '../store/commands/frame.ts'
import { listItemChoices } from '../store/queries/plan-items.ts'
import { listParticipants } from '../store/queries/sessions.ts'
import { getIssue, listCodes, listIssues, listVoiceGroups } from '../store/queries/sorting.ts'
import { IssueView } from './parts/issue-view.tsx'
import { IssueList } from './parts/issues-view.tsx'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

const issueForm = z.object({
  title: z
    .string()
    .trim()
    .min(1, '課題の名前を書いてください')
    .max(100, '課題の名前は100字以内で書いてください'),
  text: z.string().trim().max(2000, '説明は2,000字以内で書いてください').default(''),
  planItemId: z
    .string()
    .regex(/^([a-z]{2}_[0-9a-z]{10})?$/, '一覧から選んでください')
    .default(''),
})

/** 政策課題: what voices speak of, with counts by channel and district, never a count alone. */
export const issuesPage = page('/staff/voices/issues', {
  audience: 'staff',
  show: (context) => listScreen(context, {}, {}),
  async submit(context, _visit, form) {
    const read = readForm(issueForm, form)
    if (read.problems) return { ...(await listScreen(context, read.entered, read.problems)), status: 422 }
    const issueId = await addIssue(context, read.values)
    return { seeOther: `/staff/voices/issues/${issueId}?notice=added` }
  },
})

async function listScreen(context: Context, entered: Entered, problems: Problems): Promise<Screen> {
  authorize(context, permissions, 'read-issues')
  const [issues, items, { districts }] = await Promise.all([
    listIssues(context),
    listItemChoices(context),
    getMunicipality(context),
  ])
  return {
    title: '政策課題',
    crumbs: [voicesCrumb],
    body: (
      <>
        <div class="sb-title">
          <h1>政策課題</h1>
        </div>
        <VoiceTabs actor={context.actor} current="/staff/voices/issues" />
        <IssueList
          issues={issues}
          items={items}
          districts={districts}
          form={{ entered, problems }}
          mayEdit={mayDo(context.actor, permissions, 'edit-issues')}
        />
      </>
    ),
  }
}

/** 1つの課題: the voices behind it, and where they come from. */
export const issuePage = page('/staff/voices/issues/:issueId', {
  audience: 'staff',
  show: (context, { params }) => issueScreen(context, params.issueId, {}),
  async submit(context, { params: { issueId } }, form) {
    const entered = enteredIn(form)
    if (entered['act'] === 'gather') {
      const { codeId = '', topicId = '' } = entered
      if (!codeId && !topicId)
        return {
          ...(await issueScreen(context, issueId, { problems: { codeId: '分類か話題を選んでください' } })),
          status: 422,
        }
      await gatherIssue(context, { issueId, codeId, topicId })
      return { seeOther: `/staff/voices/issues/${issueId}?notice=added` }
    }
    if (entered['act'] === 'drop') {
      await dropFromIssue(context, { issueId, opinionId: entered['opinionId'] ?? '' })
      return { seeOther: `/staff/voices/issues/${issueId}?notice=removed` }
    }
    const read = readForm(issueForm, form)
    if (read.problems)
      return { ...(await issueScreen(context, issueId, { entered, problems: read.problems })), status: 422 }
    const outcome = await unlessStale(
      changeIssue(context, { issueId, revision: Number(entered['revision']), content: read.values }),
    )
    if (outcome.isStale)
      return { ...(await issueScreen(context, issueId, { entered, isStale: true })), status: 409 }
    return { seeOther: `/staff/voices/issues/${issueId}?notice=saved` }
  },
})

type State = { entered?: Entered; problems?: Problems; isStale?: boolean }

async function issueScreen(context: Context, issueId: string, state: State): Promise<Screen> {
  const issue = await getIssue(context, issueId)
  const mayEdit = mayDo(context.actor, permissions, 'edit-issues')
  const [items, codes, { districts }, participants] = await Promise.all([
    listItemChoices(context),
    listCodes(context),
    getMunicipality(context),
    listParticipants(context),
  ])
  const groups = mayEdit ? await listVoiceGroups(context) : []
  return {
    title: issue.title,
    crumbs: [voicesCrumb, { label: '政策課題', href: '/staff/voices/issues' }],
    body: (
      <IssueView
        issue={issue}
        items={items}
        codes={codes}
        topics={groups.filter(({ kind }) => kind === 'topic')}
        districts={districts}
        participants={participants}
        form={state}
        may={{ edit: mayEdit, read: mayDo(context.actor, permissions, 'read-voices') }}
      />
    ),
  }
}
