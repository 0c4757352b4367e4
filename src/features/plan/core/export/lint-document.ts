import type { PlanDocument } from '#src/formats/plan-document.ts'
import { heading, paragraph, type TextBlock, type TextDocument } from '#src/lib/document/text-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Finding, Severity } from '../lint/finding.ts'
import type { LintReport } from '../lint/lint-plan.ts'
import { subjectWords } from '../subject-words.ts'

const severityWords: Readonly<Record<Severity, string>> = {
  E: '止まる：関門までに直すもの',
  W: '注意：直すか、理由を決めるもの',
  I: '助言：考えるとよいもの',
}

type Linted = { plan: PlanDocument; report: LintReport; today: string; city: string }

/** 点検の報告 of a day as a document to hand out: what was found by weight, and what could not be looked at. */
export function lintDocument({ plan, report, today, city }: Linted): TextDocument {
  const title = `${plan.title}　点検の報告`
  const open = report.findings.filter(({ waivedBy }) => !waivedBy)
  const waived = report.findings.length - open.length
  return {
    title,
    subtitle: [city, `${eraDay(today)}現在`, plan.isInvented ? '見本（架空）' : ''].filter(Boolean),
    author: city || '標',
    date: today,
    header: `${title}　${eraDay(today)}現在`,
    hasContents: false,
    isLandscape: false,
    blocks: [
      paragraph(
        `指摘は${open.length}件です。ほかに、理由と期限を決めて例外とした指摘が${waived}件あります。`,
        report.notRun.length > 0
          ? `材料がそろわないため、点検していない規則が${report.notRun.length}あります。`
          : '',
      ),
      ...(['E', 'W', 'I'] as const).flatMap((severity) =>
        blocksOf(
          plan,
          severity,
          open.filter((one) => one.severity === severity),
        ),
      ),
    ],
  }
}

function blocksOf(plan: PlanDocument, severity: Severity, findings: readonly Finding[]): TextBlock[] {
  const title = `${severityWords[severity]}（${findings.length}件）`
  if (findings.length === 0) return [heading(1, title), paragraph('ありません。')]
  return [
    heading(1, title),
    {
      kind: 'table',
      caption: title,
      widths: [12, 22, 40, 26],
      head: ['規則', '対象', '指摘', 'すること'],
      rows: findings.map(({ ruleId, message, advice, ...finding }) => [
        [ruleId],
        [subjectWords(plan, finding) || '計画全体'],
        [message],
        [advice],
      ]),
    },
  ]
}
