import { type CsvProblem, readCsv } from '#src/lib/csv/csv.ts'
import { type CliCall, type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import { type BackTest, backTest, methodLabels } from '../core/backtest-methods.ts'
import { type CountTable, readCountTable, readSsdseTotals, totalOf } from '../core/count-table.ts'
import { textOf } from './read-text.ts'

/** `shirube backtest`: what methods would have said of a year that has been counted since. */
export const backtestCommand: CliCommand = {
  name: 'backtest',
  summary: '過去の国勢調査から推計し、その後の実際の人口と比べる（検証）',
  usage:
    '--census 国勢調査.csv[.gz] --base 2015 --target 2020 [--actual 実際.csv] [--published 推計.csv] [--city 08235]',
  help: [
    '国勢調査と推計の表：code,name,sex,age と年の列（年齢は5歳ごと、90+ まで。unknown は按分する）',
    '--actual は、同じ形の表か SSDSE-A（CP932のまま）。付けなければ国勢調査の表の --target の列',
    '--base の5年前（--earlier で変えられる）からの変化で推計する',
    '--published で、公表された推計の表とも比べる。どの方法にもある地域だけを比べる',
    '  社人研の「将来の男女5歳階級別人口」のブック（.xlsx、全国の1つのシート）も、そのまま読む',
    '--city で、その市町村の結果も示す。--json で、すべてをJSONにする',
  ],
  options: {
    census: { type: 'string' },
    earlier: { type: 'string' },
    base: { type: 'string' },
    target: { type: 'string' },
    actual: { type: 'string' },
    published: { type: 'string' },
    city: { type: 'string' },
  },
  async run(call) {
    const [base, target] = [yearOf(call, 'base'), yearOf(call, 'target')]
    const earlier = call.values['earlier'] === undefined ? base - 5 : yearOf(call, 'earlier')
    if (base - earlier !== 5 || target <= base || (target - base) % 5 !== 0) {
      throw new UnusableCall('--base は --earlier の5年後、--target は --base から5年ごとの年です。')
    }
    const census = await tableOf(call, 'census')
    if (!census) return 1
    const published = call.values['published'] === undefined ? undefined : await tableOf(call, 'published')
    if (published === undefined && call.values['published'] !== undefined) return 1
    const actual = await actualOf(call, census, target)
    if (!actual) return 1
    const result = backTest({ census, earlier, base, target, actual, published })
    if (call.values['json']) call.print(JSON.stringify({ earlier, base, target, ...result }))
    else show(call, result)
    return 0
  },
}

function yearOf({ values }: CliCall, name: string): number {
  const text = values[name]
  if (typeof text !== 'string' || !/^\d{4}$/.test(text)) throw new UnusableCall(`--${name} は4けたの年です。`)
  return Number(text)
}

async function rowsOf({ values, remark }: CliCall, name: string) {
  const path = values[name]
  if (typeof path !== 'string') throw new UnusableCall(`--${name} で表のファイルを書いてください。`)
  const text = await textOf(path)
  const read = 'problem' in text ? text : readCsv(text.text)
  if ('rows' in read && !read.problem) return read.rows
  remark(`${path}：${problemWords(read.problem)}`)
  return undefined
}

const problemWords = (problem: string | CsvProblem | undefined) =>
  typeof problem === 'object' ? `${problem.line}行目：${problem.problem}` : problem

async function tableOf(call: CliCall, name: string): Promise<CountTable | undefined> {
  const rows = await rowsOf(call, name)
  if (!rows) return undefined
  const { problems, ...table } = readCountTable(rows)
  for (const { line, problem } of problems.slice(0, 20))
    call.remark(`${call.values[name]}：${line}行目：${problem}`)
  if (problems.length > 20) call.remark(`ほか${problems.length - 20}件`)
  return table.counts.size > 0 ? table : undefined
}

async function actualOf(
  call: CliCall,
  census: CountTable,
  target: number,
): Promise<Map<string, number> | undefined> {
  if (call.values['actual'] === undefined) return totalsIn(call, census, target)
  const rows = await rowsOf(call, 'actual')
  const ssdse = rows && readSsdseTotals(rows)
  if (ssdse?.year === target) return ssdse.totals
  if (ssdse) {
    call.remark(`${call.values['actual']}は${ssdse.year}年の人口です（--target は${target}年）`)
    return undefined
  }
  const table = await tableOf(call, 'actual')
  return table && totalsIn(call, table, target)
}

function totalsIn(
  { remark }: CliCall,
  { counts, years }: CountTable,
  target: number,
): Map<string, number> | undefined {
  if (!years.includes(target)) {
    remark(`${target}年の実際の人口がありません。--actual で表を加えてください`)
    return undefined
  }
  return new Map(
    [...counts].flatMap(([code, byYear]) => {
      const count = byYear.get(target)
      return count ? [[code, totalOf(count)] as const] : []
    }),
  )
}

function show({ print, remark, values }: CliCall, { methods, areas, left }: BackTest) {
  print('方法\t規模\t地域数\t平均誤差率％\t中央値\t90％点\tかたより')
  for (const { method, all, bySize } of methods) {
    for (const { label, errors } of [{ label: '全体', errors: all }, ...bySize]) {
      if (!errors) continue
      const { count, meanAbsolutePercent, medianAbsolutePercent, p90AbsolutePercent, biasPercent } = errors
      const figures = [meanAbsolutePercent, medianAbsolutePercent, p90AbsolutePercent, biasPercent]
      print([methodLabels[method], label, count, ...figures.map((value) => value.toFixed(2))].join('\t'))
    }
  }
  if (left > 0) remark(`比べられない地域が${left}あります（境界の変更、人口0人、片方の表にしかない）。`)
  const { city } = values
  if (typeof city !== 'string') return
  const area = areas.find(({ code }) => code === city)
  if (!area) return remark(`${city}は、比べた地域の中にありません。`)
  for (const { method } of methods) {
    const projected = area.projected[method] ?? Number.NaN
    const percent = ((projected / area.actual - 1) * 100).toFixed(1)
    print(
      [
        city,
        methodLabels[method],
        `推計${Math.round(projected)}人`,
        `実際${Math.round(area.actual)}人`,
        `${percent}％`,
      ].join('\t'),
    )
  }
}
