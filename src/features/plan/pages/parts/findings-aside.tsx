import { Badge } from '#src/ui/parts.tsx'
import type { Finding } from '../../core/lint/finding.ts'
import { lintAddress } from './addresses.ts'

const severityWords = {
  E: { label: '止まる', tone: 'error' },
  W: { label: '注意', tone: 'warn' },
  I: { label: '助言', tone: 'quiet' },
} as const

export const severityOf = (severity: Finding['severity']) => severityWords[severity]

/** The findings of what is being edited, beside the fields. */
export function FindingsAside({ planId, findings }: { planId: string; findings: readonly Finding[] }) {
  return (
    <section aria-labelledby="li">
      <div class="l-section__head">
        <h2 id="li">点検</h2>
        <a href={lintAddress(planId)}>計画全体の点検</a>
      </div>
      {findings.length === 0 && <p>いまのところ指摘はありません。</p>}
      {findings.map((finding) => (
        <FindingBox key={finding.fingerprint} finding={finding} />
      ))}
    </section>
  )
}

export function FindingBox({ finding }: { finding: Finding }) {
  const { label, tone } = severityOf(finding.severity)
  return (
    <div class={`sb-finding sb-finding--${finding.severity.toLowerCase()}`}>
      <p class="sb-finding__head">
        <Badge tone={tone}>{label}</Badge>
        <a href={`/staff/lint/rules/${finding.ruleId}`}>
          <code>{finding.ruleId}</code>
          <span class="vh">の説明</span>
        </a>
        {finding.waivedBy && <Badge tone="quiet">例外</Badge>}
      </p>
      <p>{finding.message}</p>
      <p>{finding.advice}</p>
    </div>
  )
}
