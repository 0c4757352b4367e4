import type { PlanDocument } from '#src/formats/plan-document.ts'
import { Badge, ScrollFrame } from '#src/ui/parts.tsx'
import type { Comparison } from '../../core/lint/compare-findings.ts'
import type { Finding } from '../../core/lint/finding.ts'
import type { LintReport } from '../../core/lint/lint-plan.ts'
import { numbersOf } from '../../core/numbering.ts'
import { mayWaive } from '../../core/waivers.ts'
import { lintAddress } from './addresses.ts'
import { severityOf } from './findings-aside.tsx'
import { subjectOf } from './lint-list.ts'

type Compared = Comparison & { label: string }
type TableProps = {
  plan: PlanDocument
  findings: readonly Finding[]
  compared: Compared | undefined
  mayGrant: boolean
}

/** The findings with what to do, and whether the last version had them already. */
export function FindingTable({ plan, findings, compared, mayGrant }: TableProps) {
  const numbers = numbersOf(plan)
  return (
    <ScrollFrame label="指摘の一覧">
      <table class="dads-table dads-table--dense dads-table--wide">
        <caption>
          <span class="vh">指摘の一覧</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">重さ</th>
            <th scope="col">規則</th>
            <th scope="col">関門</th>
            <th scope="col">指摘とすること</th>
            <th scope="col">対象</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => {
            const { label, tone } = severityOf(finding.severity)
            const subject = subjectOf(plan, finding, numbers)
            return (
              <tr key={finding.fingerprint}>
                <td class="is-nowrap">
                  <Badge tone={tone}>{label}</Badge>
                  {compared?.states.get(finding.fingerprint) === 'new' && (
                    <>
                      <br />
                      <Badge tone="quiet">新規</Badge>
                    </>
                  )}
                </td>
                <td class="is-nowrap">
                  <a href={`/staff/lint/rules/${finding.ruleId}`}>
                    <code>{finding.ruleId}</code>
                  </a>
                </td>
                <td class="is-nowrap">{finding.gate}</td>
                <td>
                  {finding.message}
                  <br />
                  <span class="sb-sub">{finding.advice}</span>
                </td>
                <td>
                  {subject.href ? <a href={subject.href}>{subject.label}</a> : subject.label}
                  {finding.waivedBy && (
                    <>
                      <br />
                      <Badge tone="quiet">例外</Badge>
                    </>
                  )}
                  {mayGrant && !finding.waivedBy && mayWaive(finding) && (
                    <>
                      <br />
                      <a class="sb-sub" href={`${lintAddress(plan.planId)}/waive/${finding.fingerprint}`}>
                        例外にする
                        <span class="vh">
                          ：{finding.ruleId} {subject.label}
                        </span>
                      </a>
                    </>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

/** 解消: what the last version had and is gone. */
export function Fixed({ compared: { fixed, label } }: { compared: Compared }) {
  if (fixed.length === 0) return null
  return (
    <details class="dads-disclosure l-gap">
      <summary>
        <span>
          {label}から解消した指摘（{fixed.length}）
        </span>
      </summary>
      <ul class="sb-list">
        {fixed.map(({ fingerprint, ruleId, message }) => (
          <li key={fingerprint}>
            <code>{ruleId}</code> {message}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The rules that could not be run, for want of data. */
export function NotRun({ report }: { report: LintReport }) {
  if (report.notRun.length === 0) return null
  return (
    <details class="dads-disclosure l-gap">
      <summary>
        <span>まだ点検していない規則（{report.notRun.length}）</span>
      </summary>
      <div class="dads-disclosure__body l-measure">
        <p>必要な情報がまだないため、次の規則では確かめていません。指摘がないという意味ではありません。</p>
        <p class="num">
          {report.notRun.map(({ ruleId }) => (
            <>
              <a href={`/staff/lint/rules/${ruleId}`}>{ruleId}</a>{' '}
            </>
          ))}
        </p>
      </div>
    </details>
  )
}
