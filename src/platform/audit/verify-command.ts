import type { CliCommand } from '../cli.ts'
import { verifyAudit } from './verify.ts'

const problemWords = {
  missing: 'この番号の記録がありません',
  changed: '記録の中身が、書かれたときと違います',
  unchained: '前の記録とつながっていません',
} as const

const verify: CliCommand = {
  name: 'audit verify',
  summary: '監査の記録が、はじめから今まで書き換えられていないかを確かめる',
  usage: '[--json]',
  async run({ open, print, values }) {
    const { db } = await open(['auditor'])
    const report = await verifyAudit(db)
    if (values['json']) print(JSON.stringify(report))
    else if (report.problem) {
      print(`${report.problem.seq}番：${problemWords[report.problem.problem]}`)
    } else print(`${report.entries}件、つながっています。最後の指紋：${report.head}`)
    return report.problem ? 1 : 0
  },
}

/** The commands of the platform itself. */
export const commands: readonly CliCommand[] = [verify]
