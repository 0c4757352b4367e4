import { z } from 'zod'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { entriesOf, readForm } from '#src/platform/form.ts'
import { listJobs } from '#src/platform/jobs/jobs.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen } from '#src/ui/parts.tsx'
import { groupProposals, representativesOf } from '../core/grouping.ts'
import { permissions } from '../core/permissions.ts'
import { groupingKind, orderGrouping } from '../store/commands/analyses.ts'
import { confirmGroup } from '../store/commands/groups.ts'
import { listVoiceGroups } from '../store/queries/sorting.ts'
import { type HeardLine, listHeard } from '../store/queries/voices.ts'
import { GroupsView, ProgressView, ProposalsView } from './parts/groups-view.tsx'
import { getWork, readResult } from './parts/read-result.ts'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

const order = z.object({
  topics: z
    .string()
    .trim()
    .regex(/^\d{0,3}$/, '話題の数は、1〜999の整数で書いてください')
    .default(''),
})

/** 同じ文面と話題: asks for proposals, and shows what people confirmed. */
export const groupsPage = page('/staff/voices/groups', {
  audience: 'staff',
  show: (context) => groupsScreen(context, {}),
  async submit(context, { wakeJobs }, form) {
    authorize(context, permissions, 'group-voices')
    const read = readForm(order, form)
    if (read.problems) return { ...(await groupsScreen(context, read.problems)), status: 422 }
    const topics = Number(read.values.topics) || undefined
    const jobId = await orderGrouping(context, { topics })
    wakeJobs()
    return { seeOther: `/staff/voices/groups/${jobId}` }
  },
})

async function groupsScreen(context: Context, problems: Record<string, string>) {
  authorize(context, permissions, 'group-voices')
  const [groups, jobs, lines] = await Promise.all([
    listVoiceGroups(context),
    listJobs(context, [groupingKind], 5),
    listHeard(context),
  ])
  const heard = new Map(lines.map((one) => [one.id, one]))
  return {
    title: '同じ文面と話題',
    crumbs: [voicesCrumb],
    body: (
      <>
        <div class="sb-title">
          <h1>同じ文面と話題</h1>
        </div>
        <VoiceTabs actor={context.actor} current="/staff/voices/groups" />
        <GroupsView groups={groups} jobs={jobs} heard={heard} problems={problems} />
        <AboutScreen>
          <p>
            まとまりは、文字の並びと語から計算で提案します。同じ声からは、いつも同じ提案が出ます。人が確かめたものだけが使われます。1件だけの声も、必ず一覧に残ります。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

const confirmation = z.object({
  kind: z.enum(['wording', 'topic']),
  label: z.string().trim().min(1, '名前を書いてください').max(100, '名前は100字以内で書いてください'),
  groupId: z.string().max(60),
})

/** まとまりの提案: how far the work is, then each proposal with its reason, to be confirmed by a person. */
export const proposalsPage = page('/staff/voices/groups/:jobId', {
  audience: 'staff',
  show: (context, { params, folder }) => proposalsScreen(context, { jobId: params.jobId, folder }),
  async submit(context, { params: { jobId }, folder }, form) {
    authorize(context, permissions, 'group-voices')
    const read = readForm(confirmation, form)
    const opinionIds = [...new Set(entriesOf(form, 'opinion'))]
    const problem = read.problems
      ? '名前を、100字以内で書いてください'
      : opinionIds.length < 2
        ? 'まとめる意見を、2つ以上選んでください'
        : ''
    if (read.problems || problem) {
      return {
        ...(await proposalsScreen(context, {
          jobId,
          folder,
          problem: { [form.get('groupId') as string]: problem },
        })),
        status: 422,
      }
    }
    const { kind, label, groupId } = read.values
    const job = await getWork(context, jobId, groupingKind)
    const proposals = await readResult(context, job, { folder, schema: groupProposals })
    const reason = proposals?.wordings.find(({ id }) => id === groupId)?.reason ?? '同じ語が使われています。'
    const representatives =
      kind === 'topic' && proposals ? representativesOf(proposals, groupId, opinionIds) : undefined
    await confirmGroup(context, { kind, label, reason, opinionIds, representatives })
    return { seeOther: `/staff/voices/groups/${jobId}?notice=confirmed` }
  },
})

type Asked = { jobId: string; folder: string; problem?: Record<string, string> }

async function proposalsScreen(context: Context, { jobId, folder, problem = {} }: Asked) {
  authorize(context, permissions, 'group-voices')
  const own = await getWork(context, jobId, groupingKind)
  const proposals = await readResult(context, own, { folder, schema: groupProposals })
  const heard = proposals
    ? new Map((await listHeard(context)).map((one) => [one.id, one]))
    : new Map<string, HeardLine>()
  return {
    title: 'まとまりの提案',
    crumbs: [voicesCrumb, { label: '同じ文面と話題', href: '/staff/voices/groups' }],
    body: (
      <>
        <h1>まとまりの提案</h1>
        {proposals ? (
          <ProposalsView proposals={proposals} heard={heard} problem={problem} />
        ) : (
          <ProgressView job={own} here={`/staff/voices/groups/${jobId}`} />
        )}
      </>
    ),
  }
}
