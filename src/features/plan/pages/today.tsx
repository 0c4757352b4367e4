import type { PlanDocument } from '#src/formats/plan-document.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen, EmptyState, Stat } from '#src/ui/parts.tsx'
import type { LintReport } from '../core/lint/lint-plan.ts'
import { permissions } from '../core/permissions.ts'
import { dayOfWeekWords, nearDays } from '../core/today.ts'
import { listWaitingDrafts, type WaitingDraft } from '../store/queries/drafts.ts'
import { instantWords, planFacts } from '../store/queries/facts.ts'
import { lintNow } from '../store/queries/lint.ts'
import { findPrimaryPlan, getPlanDocument } from '../store/queries/plans.ts'
import { listVersions, type VersionSummary } from '../store/queries/versions.ts'
import { lintAddress } from './parts/addresses.ts'
import { Arrivals, type ArrivalsOfCall, arrivalsOfCall } from './parts/today-arrivals.tsx'
import { NearDays, WorkList } from './parts/today-lists.tsx'
import { Drafts, FirstFindings, OwnMeasures } from './parts/today-plan.tsx'
import { roomsToday } from './parts/today-rooms.ts'

/** 今日: what waits for this person, from every room. */
export const todayPage = page('/staff', {
  audience: 'staff',
  async show(context) {
    if (!mayDo(context.actor, permissions, 'read-working-plan')) {
      return { title: '今日', body: <Welcome /> }
    }
    const primary = await findPrimaryPlan(context)
    if (!primary) return { title: '今日', isInvented: false, body: <Begin context={context} /> }
    const plan = await getPlanDocument(context, primary.id)
    const [facts, report, drafts, versions, rooms, arrivals] = await Promise.all([
      planFacts(context, plan.planId),
      lintNow(context, plan),
      listWaitingDrafts(context),
      listVersions(context, plan.planId),
      roomsToday(context),
      arrivalsOfCall(context),
    ])
    const shown = { plan, report, drafts, versions, rooms, arrivals }
    return { title: '今日', facts, isInvented: plan.isInvented, body: <Today {...shown} /> }
  },
})

function Welcome() {
  return (
    <>
      <h1>今日</h1>
      <p class="l-gap">左のメニューから、担当の仕事を開いてください。</p>
    </>
  )
}

function Begin({ context }: { context: Context }) {
  const mayImport = mayDo(context.actor, permissions, 'import-plan')
  return (
    <>
      <h1>今日</h1>
      <EmptyState title="計画づくりを始めましょう。">
        {mayImport ? (
          <>
            <p>いまの計画のデータがあれば取り込み、なければ新しく始めます。</p>
            <div class="l-cluster">
              <a class="dads-button" href="/staff/plans/new">
                計画を新しく始める
              </a>
              <a class="dads-button dads-button--secondary" href="/staff/plans/import">
                計画を取り込む
              </a>
            </div>
          </>
        ) : (
          <p>企画担当（事務局）が計画を始めると、ここに担当の仕事が出ます。</p>
        )}
      </EmptyState>
    </>
  )
}

type TodayProps = {
  plan: PlanDocument
  report: LintReport
  drafts: readonly WaitingDraft[]
  versions: readonly VersionSummary[]
  rooms: Awaited<ReturnType<typeof roomsToday>>
  arrivals: ArrivalsOfCall | undefined
}

function Today({ plan, report, drafts, versions, rooms, arrivals }: TodayProps) {
  const open = report.findings.filter(({ waivedBy }) => !waivedBy)
  const stops = open.filter(({ severity }) => severity === 'E')
  const { asking, figures, work, days } = rooms
  const near = nearDays(days, asking.today)
  return (
    <>
      <div class="sb-title">
        <h1>{dayOfWeekWords(asking.today)}　今日すること</h1>
        <a class="dads-button dads-button--secondary" href="/staff/process/week">
          1週間の予定
        </a>
      </div>
      <div class="l-cols l-cols--4 l-gap">
        <Stat
          label={<a href={`${lintAddress(plan.planId)}?severity=E`}>点検で止まる指摘</a>}
          value={stops.length}
          unit="件"
          note={`ほかに注意 ${open.filter(({ severity }) => severity === 'W').length}件`}
        />
        {figures.map(({ label, href, value, unit, note }) => (
          <Stat key={label} label={<a href={href}>{label}</a>} value={value} unit={unit} note={note} />
        ))}
      </div>
      <div class="l-split l-section">
        <div class="l-flow-l">
          <WorkList work={work} today={asking.today} />
          <Drafts plan={plan} drafts={drafts} />
          <FirstFindings plan={plan} stops={stops} />
          <OwnMeasures plan={plan} owner={asking.owner} />
        </div>
        <div class="l-split__side l-flow-l">
          <NearDays days={near} today={asking.today} />
          {arrivals && <Arrivals {...arrivals} />}
          <Versions versions={versions} />
        </div>
      </div>
      <AboutScreen>
        <p>
          {asking.isSecretariat
            ? '事務局が動かすものを、すべての仕事の場から集めています。'
            : '所属する課に割り当てられたものを集めています。'}
          期限の過ぎたもの、近いものから並びます。工程の作業は、14日以内に終わるもの、始まったもの、遅れたものが出ます。近い期限は、30日先までです。
        </p>
      </AboutScreen>
    </>
  )
}

function Versions({ versions }: { versions: readonly VersionSummary[] }) {
  const [latest] = versions
  return (
    <section class="sb-box" aria-labelledby="now">
      <h2 id="now">版と公開</h2>
      <p>
        {latest
          ? `最新の版は「${latest.label}」です（${instantWords(latest.frozenAt)}）。`
          : 'まだ版がありません。'}
        <a href="/staff/versions">版と公開を開く</a>
      </p>
    </section>
  )
}
