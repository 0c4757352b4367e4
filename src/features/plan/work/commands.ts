import { writeFile } from 'node:fs/promises'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import { writeDocument } from '#src/platform/office/write-document.ts'
import { changeSummary, weightLabels } from '../core/diff/change-groups.ts'
import { comparisonDocument } from '../core/diff/comparison-document.ts'
import { diffPlans } from '../core/diff/diff-plans.ts'
import { isShown } from '../core/diff/plan-change.ts'
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

/** `shirube plan …` on files, without a database. */
export const planCommands: readonly CliCommand[] = [importCommand, exportCommand, takeInCommand, diffCommand]
