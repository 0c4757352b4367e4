import { writeFile } from 'node:fs/promises'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import { writeDocument } from '#src/platform/office/write-document.ts'
import { changeSummary, weightLabels } from '../core/diff/change-groups.ts'
import { comparisonDocument } from '../core/diff/comparison-document.ts'
import { diffPlans } from '../core/diff/diff-plans.ts'
import { isShown } from '../core/diff/plan-change.ts'
import { type Gate, gates } from '../core/lint/finding.ts'
import { blockingAt, lintPlan } from '../core/lint/lint-plan.ts'
import { exportCommand, takeInCommand } from './export-command.ts'
import { planAt, planFrom } from './read-plan.ts'

const importCommand: CliCommand = {
  name: 'plan import',
  summary: '計画のファイル（StratML か JSON）を読み、標のJSONにする',
  usage: 'FILE --out plan.json',
  options: { out: { type: 'string' } },
  async run(call) {
    const { out } = call.values
    if (typeof out !== 'string') throw new UnusableCall('--out で書き出す先を書いてください。')
    const plan = await planFrom(call)
    if (!plan) return 1
    await writeFile(out, `${JSON.stringify(plan, null, 2)}\n`)
    const count = (kind: string) => plan.items.filter((item) => item.kind === kind).length
    call.print(
      `${out}：政策 ${count('policy')}、施策 ${count('measure')}、基本事業 ${count('program')}、指標 ${plan.indicators.length}`,
    )
    return 0
  },
}

const diffCommand: CliCommand = {
  name: 'plan diff',
  summary: '2つの計画のファイルで、何が変わったかを文で示す（新旧対照）',
  usage: '前の計画.json 後の計画.json [--json] [--docx 新旧対照表.docx]',
  options: { docx: { type: 'string' } },
  help: ['変更があれば終了コードが1、なければ0になる', '番号だけの変更は示さない（--json には入る）'],
  async run({ positionals, values, print, remark, now }) {
    const [first, second] = positionals
    if (!first || !second) throw new UnusableCall('前の計画と後の計画の、2つのファイルを書いてください。')
    const before = await planAt(first, remark)
    const after = await planAt(second, remark)
    if (!before || !after) return 1
    const changes = diffPlans(before, after)
    const shown = changes.filter(isShown)
    const { docx } = values
    if (typeof docx === 'string') {
      const date = after.version.frozenOn ?? tokyoDay(now)
      await writeFile(docx, await writeDocument(comparisonDocument(before, after, date)))
    }
    if (values['json']) print(JSON.stringify(changes))
    else for (const { weight, sentence } of shown) print(`${weightLabels[weight]}\t${sentence}`)
    remark(changeSummary(changes))
    return shown.length > 0 ? 1 : 0
  },
}

const severityWords = { E: '止まる', W: '注意', I: '助言' } as const

const lintCommand: CliCommand = {
  name: 'plan lint',
  summary: '計画のファイルを点検する',
  usage: 'plan.json [--gate G1…G5] [--today 2026-04-01] [--json]',
  help: [
    '--gate を付けると、その関門で止まる指摘があるとき終了コードが1になる',
    '付けないときは、「止まる」があれば1',
  ],
  options: { gate: { type: 'string' }, today: { type: 'string' } },
  async run(call) {
    const { gate, today = tokyoDay(call.now), json } = call.values
    if (gate !== undefined && !gates.includes(gate as Gate))
      throw new UnusableCall('--gate は G1 から G5 です。')
    if (!/^\d{4}-\d{2}-\d{2}$/.test(String(today))) throw new UnusableCall('--today は 2026-04-01 の形です。')
    const plan = await planFrom(call)
    if (!plan) return 1
    const report = lintPlan(plan, { today: String(today) })
    const blocking = gate
      ? blockingAt(report, gate as Gate)
      : report.findings.filter(({ severity, waivedBy }) => severity === 'E' && !waivedBy)
    if (json)
      call.print(JSON.stringify({ ...report, blocking: blocking.map(({ fingerprint }) => fingerprint) }))
    else {
      for (const { severity, ruleId, message, advice } of report.findings) {
        call.print(`${severityWords[severity]}\t${ruleId}\t${message}\t${advice}`)
      }
      call.remark(
        `指摘 ${report.findings.length}件（${gate ? `${gate}で` : ''}止まる ${blocking.length}件）。点検していない規則 ${report.notRun.length}。`,
      )
    }
    return blocking.length > 0 ? 1 : 0
  },
}

/** `shirube plan …` on files, without a database. */
export const planCommands: readonly CliCommand[] = [
  importCommand,
  exportCommand,
  takeInCommand,
  lintCommand,
  diffCommand,
]
