import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { type CliCall, type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import type { FanRequest } from '../core/fan.ts'
import { type ReadAreas, type RefusedArea, readProjectionInputs } from '../core/read-projection-inputs.ts'
import { resultRows } from '../core/result-rows.ts'
import { type FrameProjection, runProjections } from '../core/run-projections.ts'
import { textOf } from './read-text.ts'

/** `shirube project`: projections on files, without a database. */
export const projectCommand: CliCommand = {
  name: 'project',
  summary: '人口を推計する（コーホート要因法。入力は shirube-projection/1 のJSON）',
  usage: 'INPUT.json [--out RESULT.json|.csv] [--monte-carlo 回数 --seed 種] [--above 人数] [--floor]',
  help: [
    'INPUT.json は1地域か、地域の並び（[…]）。.gz でもよい。並びのうち推計できない地域は示して、ほかを推計する',
    '--out を付けないと、結果のJSONを標準出力に書く',
    '--monte-carlo 1000 --seed 1 で、幅（2.5・10・25・50・75・90・97.5％点）を付ける。種が同じなら結果も同じ',
    '--above 50000 で、総人口がその数を上回る確率も求める',
    '--distribute-unknown で、年齢不詳を按分してから推計する',
    '--floor で、負になる区分を0人として続ける（何人加えたかを示す）',
    '--case 名前 で、CSVの case の欄に入れる名前を決める（付けなければファイルの名前）',
  ],
  options: {
    out: { type: 'string' },
    'monte-carlo': { type: 'string' },
    seed: { type: 'string' },
    above: { type: 'string' },
    floor: { type: 'boolean' },
    'distribute-unknown': { type: 'boolean' },
    case: { type: 'string' },
  },
  async run(call) {
    const { values, remark } = call
    const fan = fanRequest(values)
    const read = await areasOf(call)
    if (!read) return 1
    const { results, refused } = runProjections(read.areas, {
      fan,
      floor: values['floor'] === true,
      hash: (inputs) => `sha256:${createHash('sha256').update(canonicalJson(inputs)).digest('hex')}`,
    })
    tellRefused([...read.refused, ...refused], remark)
    for (const { area, flags } of results) {
      for (const { code, message } of flags) remark(`${area.name}：${code}：${message}`)
    }
    if (results.length > 0) await writeResults(call, results, read.isSingle)
    return read.refused.length + refused.length > 0 ? 1 : 0
  },
}

/** The areas of the file named first; nothing when it is no JSON. */
async function areasOf({ positionals: [path], values, remark }: CliCall): Promise<ReadAreas | undefined> {
  if (!path) throw new UnusableCall('入力のファイルの名前を書いてください。')
  const text = await textOf(path)
  if ('problem' in text) {
    remark(`${path}：${text.problem}`)
    return undefined
  }
  const value = parsed(text.text)
  if (value === undefined) {
    remark(`${path}：JSONとして読めません。途中で切れていないか確かめてください`)
    return undefined
  }
  if (Array.isArray(value) && value.length === 0) {
    remark(`${path}：推計する地域がありません`)
    return undefined
  }
  return readProjectionInputs(value, { distributeUnknown: values['distribute-unknown'] === true })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function fanRequest(values: CliCall['values']): FanRequest | undefined {
  const draws = wholeOf(values, 'monte-carlo')
  const seed = wholeOf(values, 'seed')
  const above = wholeOf(values, 'above')
  if (draws === undefined) {
    if (seed === undefined && above === undefined) return undefined
    throw new UnusableCall('--seed と --above は、--monte-carlo と一緒に使います。')
  }
  if (seed === undefined)
    throw new UnusableCall('--monte-carlo には --seed が必要です。結果を確かめられるように残します。')
  if (draws < 100 || draws > 100_000) throw new UnusableCall('--monte-carlo は100から100000です。')
  if (seed > 0xffffffff) throw new UnusableCall('--seed は0から4294967295です。')
  return { draws, seed, above }
}

function wholeOf(values: CliCall['values'], name: string): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  if (typeof text !== 'string' || !/^\d{1,10}$/.test(text)) throw new UnusableCall(`--${name} は整数です。`)
  return Number(text)
}

const mostProblems = 5

function tellRefused(refused: readonly RefusedArea[], remark: CliCall['remark']) {
  for (const { name, problems } of refused) {
    for (const { code, message } of problems.slice(0, mostProblems)) remark(`${name}：${code}：${message}`)
    if (problems.length > mostProblems) remark(`${name}：ほか${problems.length - mostProblems}件`)
  }
}

async function writeResults(
  { positionals, values, print }: CliCall,
  results: FrameProjection[],
  isSingle: boolean,
) {
  const { out } = values
  if (typeof out !== 'string') return print([...jsonParts(results, isSingle)].join('').trimEnd())
  const name =
    typeof values['case'] === 'string' ? values['case'] : basename(positionals[0] ?? '').replace(/\..*$/, '')
  const isTable = /\.csv$/i.test(out)
  await writeFile(out, isTable ? writeCsv(resultRows(results, name)) : jsonParts(results, isSingle))
  const first = results.reduce((least, { years }) => Math.min(least, ...years), Number.POSITIVE_INFINITY)
  const last = results.reduce((most, { years }) => Math.max(most, ...years), 0)
  print(`${out}：${results.length}地域、${first}年から${last}年まで推計しました。`)
}

const together = 200

/** The JSON of results in pieces, so that a whole country is never one string. */
function* jsonParts(results: readonly FrameProjection[], isSingle: boolean): Generator<string> {
  if (isSingle) return yield `${JSON.stringify(results[0])}\n`
  for (let at = 0; at < results.length; at += together) {
    const part = results.slice(at, at + together).map((result) => JSON.stringify(result))
    yield `${at === 0 ? '[' : ','}${part.join(',\n')}`
  }
  yield ']\n'
}
