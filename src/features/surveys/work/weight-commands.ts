import { writeFile } from 'node:fs/promises'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import { surveyFrom, telling } from './survey-options.ts'

export const rakeCommand: CliCommand = {
  name: 'survey rake',
  summary: 'ウエイトを既知の人口に合わせる（レイキング・事後層化）',
  usage: 'spec.json [--data answers.csv] [--out weights.csv]',
  help: [
    'spec.json の design.calibration に、人口と方法を書く',
    '--out を付けると、回答の順に番号とウエイトを書き出す',
  ],
  options: { data: { type: 'string' }, out: { type: 'string' } },
  run: telling(async (call) => {
    const { built, data } = await surveyFrom(call)
    if (!built.calibration)
      throw new UnusableCall('spec.json の design.calibration に、合わせる人口を書いてください。')
    const { out } = call.values
    if (typeof out === 'string') {
      const rows = Array.from(built.design.weights, (weight, row) => [row + 1, weight])
      await writeFile(out, writeCsv([['row', 'weight'], ...rows]))
    }
    call.print(JSON.stringify({ data, ...built.calibration }, null, 2))
    for (const warning of built.calibration.warnings) call.remark(warning)
    return 0
  }),
}
