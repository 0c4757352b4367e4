import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { type CliCall, type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import { type Comparison, compareFindings, findingStateLabels } from '../core/lint/compare-findings.ts'
import { type Finding, type Gate, gates } from '../core/lint/finding.ts'
import { blockingAt, type LintReport, lintPlan } from '../core/lint/lint-plan.ts'
import type { RenderedFacts } from '../core/lint/room-facts.ts'
import { writeSarif } from '../core/lint/write-sarif.ts'
import { planAt, planFrom } from './read-plan.ts'

const severityWords = { E: '止まる', W: '注意', I: '助言' } as const

/** `shirube plan lint`. `rendered` sets a plan as a book, so that the rules of the book run on a file too. */
export const lintCommand = (rendered: RenderedFacts): CliCommand => ({
  name: 'plan lint',
  summary: '計画のファイルを点検する',
  usage:
    'plan.json [--gate G1…G5] [--today 2026-04-01] [--previous 前の版.json] [--json] [--sarif 点検.sarif]',
  help: [
    '--gate を付けると、その関門で止まる指摘があるとき終了コードが1になる',
    '付けないときは、「止まる」があれば1',
    '--previous を付けると、前の版とくらべて、新規・継続・解消を示す',
  ],
  options: {
    gate: { type: 'string' },
    today: { type: 'string' },
    previous: { type: 'string' },
    sarif: { type: 'string' },
  },
  async run(call) {
    const { gate, today } = askedOf(call)
    const plan = await planFrom(call)
    if (!plan) return 1
    const { previous: earlier, sarif } = call.values
    const previous = typeof earlier === 'string' ? await planAt(earlier, call.remark) : undefined
    if (typeof earlier === 'string' && !previous) return 1
    const report = lintPlan(plan, { today, rendered, ...(previous ? { previous } : {}) })
    const compared =
      previous && compareFindings(lintPlan(previous, { today, rendered }).findings, report.findings)
    const blocking = gate
      ? blockingAt(report, gate)
      : report.findings.filter(({ severity, waivedBy }) => severity === 'E' && !waivedBy)
    if (typeof sarif === 'string') await writeFile(sarif, sarifOf(plan, report, { call, compared }))
    if (call.values['json']) call.print(jsonOf(report, blocking, compared))
    else tell(call, report, compared)
    const words = `${gate ? `${gate}で` : ''}止まる ${blocking.length}件`
    call.remark(`指摘 ${report.findings.length}件（${words}）。点検していない規則 ${report.notRun.length}。`)
    return blocking.length > 0 ? 1 : 0
  },
})

function askedOf({ values, now }: CliCall): { gate: Gate | undefined; today: string } {
  const { gate, today = tokyoDay(now) } = values
  if (gate !== undefined && !gates.includes(gate as Gate))
    throw new UnusableCall('--gate は G1 から G5 です。')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(String(today))) throw new UnusableCall('--today は 2026-04-01 の形です。')
  return { gate: gate as Gate | undefined, today: String(today) }
}

type Told = { call: CliCall; compared: Comparison | undefined }

const sarifOf = (plan: PlanDocument, report: LintReport, { call, compared }: Told) =>
  writeSarif(report, {
    path: basename(call.positionals[0] ?? ''),
    planTitle: plan.title,
    ...(compared ? { states: compared.states } : {}),
  })

function jsonOf(report: LintReport, blocking: readonly Finding[], compared: Comparison | undefined): string {
  const findings = report.findings.map((finding) => ({
    ...finding,
    ...(compared ? { state: compared.states.get(finding.fingerprint) } : {}),
  }))
  return JSON.stringify({
    ...report,
    findings,
    ...(compared ? { fixed: compared.fixed } : {}),
    blocking: blocking.map(({ fingerprint }) => fingerprint),
  })
}

function tell({ print }: CliCall, { findings }: LintReport, compared: Comparison | undefined) {
  const line = (word: string, { severity, ruleId, message, advice }: Finding) =>
    print([word, severityWords[severity], ruleId, message, advice].filter(Boolean).join('\t'))
  for (const finding of findings) {
    const state = compared?.states.get(finding.fingerprint)
    line(state ? findingStateLabels[state] : '', finding)
  }
  for (const finding of compared?.fixed ?? []) line('解消', finding)
}
