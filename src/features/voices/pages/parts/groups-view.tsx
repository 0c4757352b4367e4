import type { Job } from '#src/platform/jobs/jobs.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import { Badge, EmptyState, Section } from '#src/ui/parts.tsx'
import type { GroupProposals } from '../../core/grouping.ts'
import type { VoiceGroup } from '../../store/queries/sorting.ts'
import type { HeardLine } from '../../store/queries/voices.ts'
import { short } from './list-view.tsx'
import { KeptRepresentatives, Representatives } from './representatives-view.tsx'
import { RunList } from './run-list.tsx'

type GroupsProps = {
  groups: readonly VoiceGroup[]
  jobs: readonly Job[]
  heard: ReadonlyMap<string, HeardLine>
  problems: Record<string, string>
}

export function GroupsView({ groups, jobs, heard, problems }: GroupsProps) {
  return (
    <>
      <ProblemSummary problems={problems} />
      <form method="post" class="sb-box l-flow l-gap" aria-labelledby="make">
        <h2 id="make">提案をつくる</h2>
        <TextField
          name="topics"
          label="話題の数"
          support="空のままなら、よく分かれる数を計算で選びます。"
          problem={problems['topics']}
          inputMode="numeric"
          width="short"
          optional
        />
        <button class="dads-button" type="submit">
          まとまりを提案する
        </button>
      </form>
      <RunList jobs={jobs} title="つくった提案" here="/staff/voices/groups" />
      <Section id="confirmed" title={`確かめたまとまり（${groups.length}組）`}>
        {groups.length === 0 && (
          <EmptyState title="まだありません。">
            <p>提案をつくり、1つずつ確かめてください。</p>
          </EmptyState>
        )}
        <ul class="sb-rows">
          {groups.map(({ id, kind, label, reason, members, representatives }) => (
            <li key={id}>
              <p class="sb-rows__when">{kind === 'wording' ? '同じ文面' : '話題'}</p>
              <div>
                <p>
                  {kind === 'topic' ? <a href={`/staff/voices?topic=${id}`}>{label}</a> : label}（意見
                  {members}件）
                </p>
                <p class="sb-sub">{reason}</p>
                {representatives && <KeptRepresentatives groupId={id} kept={representatives} heard={heard} />}
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

/** How far the work is; the page loads itself again by a link, or by itself with scripts. */
export function ProgressView({ job, here }: { job: Job; here: string }) {
  const isOver = job.state === 'done' || job.state === 'failed'
  return (
    <>
      <p class="l-gap" role="status">
        <Badge tone={job.state === 'failed' ? 'error' : 'info'}>{job.step}</Badge>
      </p>
      {!isOver && (
        <job-progress>
          <p>
            <progress max={100} value={job.percent} aria-label="進みぐあい">
              {job.percent}％
            </progress>{' '}
            {job.percent}％
          </p>
          <p>
            <a href={here}>いまの状態を見る</a>
          </p>
        </job-progress>
      )}
    </>
  )
}

type ProposalsProps = {
  proposals: GroupProposals
  heard: ReadonlyMap<string, HeardLine>
  problem: Record<string, string>
}

export function ProposalsView({ proposals, heard, problem }: ProposalsProps) {
  const alone = proposals.alone.filter((id) => heard.has(id))
  const wordings = proposals.wordings.map((group) => ({
    ...group,
    kind: 'wording' as const,
    extremeIds: [],
    label: short(heard.get(group.medoidId)?.verbatim || '同じ文面', 40),
    members: group.memberIds.map((id) => ({ id, because: [] as string[] })),
  }))
  const topics = proposals.topics.map((topic) => ({
    ...topic,
    kind: 'topic' as const,
    isFlood: false,
    label: topic.words.slice(0, 3).join('・'),
    reason: `同じ語：${topic.words.join('、')}`,
  }))
  return (
    <>
      <p class="sb-sub l-gap">
        語の分け方：{proposals.tokeniser}　照合のための値：<code>{proposals.hash.slice(0, 23)}</code>
      </p>
      <ProblemSummary problems={problem} />
      <Section id="wordings" title={`同じ文面（${wordings.length}組）`}>
        {wordings.length === 0 && <p>ありません。</p>}
        {wordings.map((group) => (
          <Proposal key={group.id} group={group} heard={heard} />
        ))}
      </Section>
      <Section id="topics" title={`話題（${topics.length}組）`}>
        {proposals.choices.length > 0 && (
          <p class="l-measure">
            話題の数ごとの分かれ方のよさ（シルエット。1に近いほどよい）：
            {proposals.choices
              .map(({ topics: count, silhouette }) => `${count}…${silhouette.toFixed(2)}`)
              .join('、')}
            。ほかの数にするときは、数を書いて提案をつくり直します。
          </p>
        )}
        {topics.length === 0 && <p>ありません。</p>}
        {topics.map((group) => (
          <Proposal key={group.id} group={group} heard={heard} />
        ))}
      </Section>
      <Section id="alone" title={`ほかに似た声がないもの（${alone.length}件）`}>
        <ul class="sb-list">
          {alone.map((id) => (
            <li key={id} dir="auto">
              {heard.get(id)?.verbatim}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

type Group = {
  id: string
  kind: 'wording' | 'topic'
  label: string
  reason: string
  isFlood: boolean
  medoidId: string
  extremeIds: readonly string[]
  members: readonly { id: string; because: readonly string[] }[]
}

function Proposal({ group, heard }: { group: Group; heard: ReadonlyMap<string, HeardLine> }) {
  const members = group.members.flatMap((member) => {
    const line = heard.get(member.id)
    return line ? [{ ...member, line }] : []
  })
  if (members.length < 2) return null
  const column = group.kind === 'wording' ? 'wordingId' : 'topicId'
  const isConfirmed = members.every(
    ({ line }) => line[column] !== undefined && line[column] === members[0]?.line[column],
  )
  const submissions = new Set(members.map(({ line }) => line.submissionId)).size
  return (
    <form method="post" class="sb-box l-flow l-gap" id={`${group.kind}-${group.id}`} aria-label={group.label}>
      <input type="hidden" name="kind" value={group.kind} />
      <input type="hidden" name="groupId" value={group.id} />
      <p class="l-cluster">
        <b>
          意見{members.length}件・提出{submissions}件
        </b>
        {group.isFlood && <Badge tone="warn">大量の同じ文面</Badge>}
        {isConfirmed && <Badge tone="ok">確かめ済み</Badge>}
      </p>
      <p class="sb-sub">{group.reason}</p>
      {group.extremeIds.length > 0 && (
        <Representatives
          middle={heard.get(group.medoidId)}
          edges={group.extremeIds.flatMap((id) => heard.get(id) ?? [])}
        />
      )}
      {members.map(({ id, because, line }) => (
        <label key={id} class="dads-choice">
          <input type="checkbox" name="opinion" value={id} checked />
          <span dir="auto">
            {short(line.verbatim, 160)}
            {because.length > 0 && <small>同じ語：{because.join('、')}</small>}
          </span>
        </label>
      ))}
      {!isConfirmed && (
        <div class="l-cluster">
          <label>
            名前 <input class="dads-input dads-input--mid" name="label" value={group.label} maxLength={100} />
          </label>
          <button class="dads-button dads-button--secondary" type="submit">
            {group.kind === 'wording' ? '同じ文面として確かめた' : '1つの話題として確かめた'}
          </button>
        </div>
      )}
    </form>
  )
}
