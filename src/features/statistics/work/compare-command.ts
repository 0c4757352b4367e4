import { readFile, writeFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { decodeText } from '#src/lib/csv/decode-text.ts'
import { type CliCall, type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import { readAreaCode } from '../core/areas.ts'
import { type Comparison, compareCities } from '../core/compare-cities.ts'
import { comparedItems } from '../core/compared-items.ts'
import { comparisonTable } from '../core/comparison-table.ts'
import type { ReadFile } from '../core/figures.ts'
import { builtInGroups, membersOf, type PeerGroup } from '../core/peer-groups.ts'
import { areasOf } from '../core/read-areas.ts'
import { readSource } from '../core/read-source.ts'
import { type AreaSeries, latestOf, seriesOf } from '../core/series.ts'
import { sourceDefaults } from '../core/source-kinds.ts'

/** `shirube cities compare`: a city beside a group, from SSDSE-A as downloaded. */
export const compareCommand: CliCommand = {
  name: 'cities compare',
  summary: '市をほかの市とくらべる（SSDSE-A のファイルから。偏差値つき、順位なし）',
  usage:
    'SSDSE-A.csv [古い版.csv …] --city 08235 [--peers 08220,08224 | --size 20] [--out 結果.csv] [--json]',
  help: [
    'ファイルは SSDSE-A（市区町村）。文字コードは CP932 のまま、.gz でもよい。いくつかの版を並べると、新しい年の値を使う',
    '--city でくらべる市のコード（5けたか6けた）を書く',
    '--peers で相手のコードを読点かコンマで並べる。--size 20 で人口±20％の市。どちらもなければ同じ県の市区町村',
    '--out で、市区町村ごとの値をCSVに書く。値のある市が5に満たない項目は、偏差値を出さない',
  ],
  options: {
    city: { type: 'string' },
    peers: { type: 'string' },
    size: { type: 'string' },
    out: { type: 'string' },
  },
  async run(call) {
    const city = codeOf(call.values['city'], '--city')
    const group = groupOf(call, city)
    if (call.positionals.length === 0) throw new UnusableCall('SSDSE-A のファイルの名前を書いてください。')
    const files = await filesOf(call)
    if (!files) return 1
    const all = areasOf(files)
    if (!all.some(({ areaCode }) => areaCode === city)) {
      call.remark(`${city} は、このファイルにありません。`)
      return 1
    }
    const members = new Set(membersOf(group.rule, city, sizesOf(all)))
    const areas = all.filter(({ areaCode }) => members.has(areaCode))
    for (const code of members) {
      if (!all.some(({ areaCode }) => areaCode === code))
        call.remark(`${code} は、このファイルにありません。`)
    }
    const comparisons = comparedItems.map((item) => compareCities(areas, city, item))
    await tell(call, { comparisons, group, areas })
    return 0
  },
}

function codeOf(text: unknown, option: string): string {
  if (typeof text !== 'string') throw new UnusableCall(`${option} で市区町村のコードを書いてください。`)
  const read = readAreaCode(text)
  if ('problem' in read) throw new UnusableCall(`${option} ${text}：${read.problem}。`)
  return read.code
}

function groupOf({ values }: CliCall, city: string): PeerGroup {
  const { peers, size } = values
  if (peers !== undefined && size !== undefined)
    throw new UnusableCall('--peers と --size は、どちらか1つです。')
  const own = { id: 'own', reason: '', decidedOn: undefined }
  if (typeof peers === 'string') {
    const codes = peers.split(/[,、\s]+/).filter(Boolean)
    const list = codes.map((code) => codeOf(code, '--peers'))
    return { ...own, name: '選んだ市区町村', rule: { kind: 'list', codes: list } }
  }
  if (typeof size === 'string') {
    if (!/^\d{1,2}$/.test(size) || size === '0') throw new UnusableCall('--size は1から99までの％です。')
    return { ...own, name: `人口±${size}％の市区町村`, rule: { kind: 'size', percent: Number(size) } }
  }
  const [prefecture] = builtInGroups(city)
  if (!prefecture) throw new Error('there is always the group of the prefecture')
  return prefecture
}

async function filesOf({ positionals, remark }: CliCall): Promise<ReadFile[] | undefined> {
  const files: ReadFile[] = []
  for (const path of positionals) {
    const bytes = await readFile(path)
    const decoded = decodeText(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes)
    const reading =
      'problem' in decoded
        ? { findings: [{ line: 1, column: '', value: '', problem: decoded.problem }] }
        : readSource(decoded.text, 'ssdse-a')
    if (!('findings' in reading)) {
      files.push(reading)
      continue
    }
    for (const { line, column, value, problem } of reading.findings.slice(0, 20)) {
      remark(`${path}：${line}行目 ${column}「${value}」：${problem}`)
    }
    if (reading.findings.length > 20) remark(`${path}：ほか${reading.findings.length - 20}件`)
    return undefined
  }
  return files
}

const sizesOf = (areas: readonly AreaSeries[]) =>
  areas.flatMap((area) => {
    const total = seriesOf(area, 'A1101')
    const residents = total && latestOf(total)?.value
    return residents === undefined ? [] : { areaCode: area.areaCode, residents }
  })

type Result = { comparisons: readonly Comparison[]; group: PeerGroup; areas: readonly AreaSeries[] }

async function tell({ values, print }: CliCall, { comparisons, group, areas }: Result) {
  const source = sourceDefaults['ssdse-a'].credit
  const { out } = values
  if (typeof out === 'string') {
    await writeFile(out, writeCsv(comparisonTable(comparisons, { groupName: group.name, source })))
    return print(
      `${out}：${group.name}（${areas.length}市区町村）と${comparisons.length}項目でくらべました。`,
    )
  }
  if (values['json']) return print(JSON.stringify({ group: group.name, source, comparisons }))
  print(`${group.name}（${areas.length}市区町村）`)
  for (const { item, own, mean, n, noScore, percentile } of comparisons) {
    const shown = (value: number | undefined) => (value === undefined ? '―' : value.toFixed(item.decimals))
    const place = percentile === undefined ? '' : `、下から${percentile.toFixed(0)}％`
    const score =
      own?.score === undefined ? `偏差値なし（${noScore}${place}）` : `偏差値 ${own.score.toFixed(1)}`
    print(`${item.label}：${shown(own?.value)}${item.unit}、平均 ${shown(mean)}、n＝${n}、${score}`)
  }
  print(`順位づけのためのものではありません。出典：${source}`)
}
