import type { PlanDocument } from '#src/formats/plan-document.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { mayDo } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen, EmptyState, Stat } from '#src/ui/parts.tsx'
import type { GateStep } from '../core/gate-steps.ts'
import type { Finding } from '../core/lint/finding.ts'
import type { LintReport } from '../core/lint/lint-plan.ts'
import { numbersOf } from '../core/numbering.ts'
import { permissions } from '../core/permissions.ts'
import { planFacts } from '../store/queries/facts.ts'
import { compareWithLastVersion, lintNow } from '../store/queries/lint.ts'
import { findPrimaryPlan, getPlanDocument } from '../store/queries/plans.ts'
import { lintAddress } from './parts/addresses.ts'
import { FindingTable, Fixed, NotRun } from './parts/finding-table.tsx'
import { severityOf } from './parts/findings-aside.tsx'
import { GateRoute, listGateSteps } from './parts/gate-route.tsx'
import { LintFilterForm } from './parts/lint-filter-form.tsx'
import { type LintFilter, lintFilterOf, narrowed, subjectOf } from './parts/lint-list.ts'

export const lintDoor = page('/staff/lint', {
  audience: 'staff',
  async show(context) {
    const plan = await findPrimaryPlan(context)
    return { seeOther: plan ? lintAddress(plan.id) : '/staff/plans/all' }
  },
})

/** 点検: all findings of the working plan, to filter and work through. */
export const lintPage = page('/staff/lint/:planId', {
  audience: 'staff',
  async show(context, { params, url }) {
    const plan = await getPlanDocument(context, params.planId)
    const report = await lintNow(context, plan)
    const [compared, facts] = await Promise.all([
      compareWithLastVersion(context, plan),
      planFacts(context, plan.planId),
    ])
    return {
      title: '点検',
      facts,
      isInvented: plan.isInvented,
      body: (
        <LintList
          plan={plan}
          report={report}
          compared={compared}
          gateSteps={await listGateSteps(context, report)}
          filter={lintFilterOf(url)}
          mayGrant={mayDo(context.actor, permissions, 'grant-waiver')}
        />
      ),
    }
  },
})

/** The findings as a table for Excel. */
export const lintCsv = page('/staff/lint/:planId/findings.csv', {
  audience: 'staff',
  async show(context, { params, url }) {
    const plan = await getPlanDocument(context, params.planId)
    const { findings } = await lintNow(context, plan)
    const numbers = numbersOf(plan)
    const rows = narrowed(plan, findings, lintFilterOf(url)).map((finding) => {
      const subject = subjectOf(plan, finding, numbers)
      return [
        severityOf(finding.severity).label,
        finding.ruleId,
        finding.gate,
        subject.label,
        finding.message,
        finding.advice,
        finding.fingerprint,
      ]
    })
    const head = ['重さ', '規則', '関門', '対象', '指摘', 'すること', '指紋']
    return {
      file: writeCsv([head, ...rows]),
      contentType: 'text/csv; charset=utf-8',
      fileName: '点検.csv',
    }
  },
})

type Compared = Awaited<ReturnType<typeof compareWithLastVersion>>
type ListProps = {
  plan: PlanDocument
  report: LintReport
  compared: Compared
  gateSteps: readonly GateStep[]
  filter: LintFilter
  mayGrant: boolean
}

function LintList({ plan, report, compared, gateSteps, filter, mayGrant }: ListProps) {
  const open = report.findings.filter(({ waivedBy }) => !waivedBy)
  const count = (severity: Finding['severity']) => open.filter((one) => one.severity === severity).length
  const shown = narrowed(plan, report.findings, filter)
  return (
    <>
      <div class="sb-title">
        <h1>点検</h1>
        <div class="l-cluster">
          <a
            class="dads-button dads-button--secondary"
            href={`${lintAddress(plan.planId)}/findings.csv?${new URLSearchParams(filter)}`}
          >
            CSVで保存
          </a>
          <a class="dads-button dads-button--quiet" href="/staff/lint/rules">
            規則の一覧
          </a>
        </div>
      </div>
      <div class="l-cols l-cols--4">
        <Stat label="止まる" value={count('E')} unit="件" note="関門までに直すもの" />
        <Stat label="注意" value={count('W')} unit="件" note="直すか、理由を決めるもの" />
        <Stat label="助言" value={count('I')} unit="件" note="考えるとよいもの" />
        <Stat
          label="例外"
          value={report.findings.length - open.length}
          unit="件"
          note={<a href={`${lintAddress(plan.planId)}/waivers`}>理由と期限を付けたもの</a>}
        />
      </div>
      <GateRoute steps={gateSteps} planId={plan.planId} />
      <section class="l-section" aria-labelledby="findings">
        <h2 id="findings">指摘</h2>
        <LintFilterForm plan={plan} filter={filter} shown={shown.length} all={report.findings.length} />
        {report.findings.length === 0 && (
          <EmptyState title="指摘はありません。">
            <p>規則で分かる範囲では、直すところは見つかりませんでした。</p>
          </EmptyState>
        )}
        {report.findings.length > 0 && shown.length === 0 && (
          <p class="l-gap">
            合うものがありません。<a href={lintAddress(plan.planId)}>絞り込みをやめる</a>
          </p>
        )}
        {shown.length > 0 && (
          <FindingTable plan={plan} findings={shown} compared={compared} mayGrant={mayGrant} />
        )}
      </section>
      {compared && <Fixed compared={compared} />}
      <NotRun report={report} />
      <AboutScreen>
        <p>
          規則で計画を確かめます。「止まる」は、その関門までに直すか、例外を認めてもらう必要があります。保存するたびに点検し直すので、直した指摘はすぐに消えます。
        </p>
      </AboutScreen>
    </>
  )
}
