import type { Owner } from '#src/features/organization/core/ownership.ts'
import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { Badge, EmptyState, Stat } from '#src/ui/parts.tsx'
import type { LintReport } from '../core/lint/lint-plan.ts'
import { numbersOf } from '../core/numbering.ts'
import { mayEditItem, permissions } from '../core/permissions.ts'
import { listWaitingDrafts, type WaitingDraft } from '../store/queries/drafts.ts'
import { instantWords, planFacts } from '../store/queries/facts.ts'
import { lintNow } from '../store/queries/lint.ts'
import { findPrimaryPlan, getPlanDocument } from '../store/queries/plans.ts'
import { listVersions, type VersionSummary } from '../store/queries/versions.ts'
import { conceptAddress, indicatorAddress, itemAddress, lintAddress, planAddress } from './parts/addresses.ts'
import { severityOf } from './parts/findings-aside.tsx'
import { subjectOf } from './parts/lint-list.ts'

/** 今日: what waits for this person. */
export const todayPage = page('/staff', {
  audience: 'staff',
  async show(context) {
    if (!mayDo(context.actor, permissions, 'read-working-plan')) {
      return { title: '今日', body: <Welcome /> }
    }
    const primary = await findPrimaryPlan(context)
    if (!primary) return { title: '今日', isInvented: false, body: <Begin context={context} /> }
    const plan = await getPlanDocument(context, primary.id)
    const [facts, report, drafts, versions] = await Promise.all([
      planFacts(context, plan.planId),
      lintNow(context, plan),
      listWaitingDrafts(context),
      listVersions(context, plan.planId),
    ])
    const shown = { plan, report, drafts, versions, owner: await getOwner(context) }
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
  owner: Owner
}

function Today({ plan, report, drafts, versions, owner }: TodayProps) {
  const measures = plan.items.filter(({ kind }) => kind === 'measure')
  const open = report.findings.filter(({ waivedBy }) => !waivedBy)
  const errors = open.filter(({ severity }) => severity === 'E')
  const policies = plan.items.filter(({ kind }) => kind === 'policy').length
  return (
    <>
      <h1>今日</h1>
      <div class="l-cols l-cols--4 l-gap">
        <Stat
          label={<a href={planAddress(plan.planId)}>{plan.labels.measure}</a>}
          value={measures.length}
          note={`${policies}の${plan.labels.policy}`}
        />
        <Stat label="指標" value={plan.indicators.length} unit="本" />
        <Stat
          label={<a href={`${lintAddress(plan.planId)}?severity=E`}>止まる指摘</a>}
          value={errors.length}
          unit="件"
        />
        <Stat
          label={<a href={`${lintAddress(plan.planId)}?severity=W`}>注意</a>}
          value={open.filter(({ severity }) => severity === 'W').length}
          unit="件"
        />
      </div>
      <Drafts plan={plan} drafts={drafts} />
      <FirstFindings plan={plan} report={{ ...report, findings: errors }} />
      <OwnMeasures plan={plan} owner={owner} />
      <section class="l-section" aria-labelledby="now">
        <h2 id="now">版と公開</h2>
        <p>
          {versions.length === 0
            ? 'まだ版がありません。'
            : `最新の版は「${versions[0]?.label}」です（${instantWords(versions[0]?.frozenAt ?? '')}）。`}
          <a href="/staff/versions">版と公開を開く</a>
        </p>
      </section>
    </>
  )
}

function Drafts({ plan, drafts }: { plan: PlanDocument; drafts: readonly WaitingDraft[] }) {
  if (drafts.length === 0) return null
  return (
    <section class="l-section" aria-labelledby="drafts">
      <h2 id="drafts">保存していない下書き</h2>
      <ul class="sb-tasks">
        {drafts.map(({ form, savedAt }) => (
          <li key={form}>
            <a href={draftAddress(plan.planId, form)}>{draftTitle(plan, form)}</a>
            <span class="sb-due">{instantWords(savedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function draftAddress(planId: string, form: string): string {
  const [id = '', part = ''] = form.split('/')
  if (id.startsWith('in_')) return `${indicatorAddress(planId, id)}?draft=open`
  if (id.startsWith('pl_')) return `${conceptAddress(id)}?draft=open`
  return `${itemAddress(planId, id)}${part ? `/${part}` : ''}?draft=open`
}

function draftTitle(plan: PlanDocument, form: string): string {
  const id = form.split('/')[0] ?? ''
  const item = plan.items.find((one) => one.id === id)
  const indicator = plan.indicators.find((one) => one.id === id)
  return item?.title ?? indicator?.name ?? '基本構想と基本事項'
}

function FirstFindings({ plan, report }: { plan: PlanDocument; report: LintReport }) {
  if (report.findings.length === 0) return null
  const numbers = numbersOf(plan)
  return (
    <section class="l-section" aria-labelledby="stops">
      <div class="l-section__head">
        <h2 id="stops">先に直すもの</h2>
        <a class="sb-arrow" href={`${lintAddress(plan.planId)}?severity=E`}>
          すべて見る
        </a>
      </div>
      <ul class="sb-tasks">
        {report.findings.slice(0, 5).map((finding) => {
          const { label, href } = subjectOf(plan, finding, numbers)
          return (
            <li key={finding.fingerprint}>
              <div>
                {href ? <a href={href}>{label}</a> : label}
                <small>{finding.message}</small>
              </div>
              <Badge tone={severityOf(finding.severity).tone}>{severityOf(finding.severity).label}</Badge>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** For people of a section: the measures they may edit. The secretariat has the whole tree. */
function OwnMeasures({ plan, owner }: { plan: PlanDocument; owner: Owner }) {
  if (owner.roles.includes('secretariat')) return null
  const numbers = numbersOf(plan)
  const own = plan.items.filter((item) => item.kind === 'measure' && mayEditItem(owner, item))
  if (own.length === 0) return null
  return (
    <section class="l-section" aria-labelledby="own">
      <h2 id="own">担当する{plan.labels.measure}</h2>
      <ul class="sb-tasks">
        {own.map(({ id, title }) => (
          <li key={id}>
            <a href={itemAddress(plan.planId, id)}>
              {numbers.get(id)} {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
