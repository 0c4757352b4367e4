import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { readJson } from '#src/lib/json/read-json.ts'
import { type CliCall, type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import type { FanRequest } from '../core/fan.ts'
import { projectInTurn } from '../core/project-in-turn.ts'
import type { RefusedArea } from '../core/read-projection-inputs.ts'
import { textOf } from './read-text.ts'
import { type WrittenForm, writtenResults } from './written-results.ts'

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
    const request = {
      fan: fanRequest(values),
      floor: values['floor'] === true,
      hash: (inputs: unknown) => `sha256:${createHash('sha256').update(canonicalJson(inputs)).digest('hex')}`,
    }
    const value = await valueIn(call)
    if (value === undefined) return 1
    const written = writtenResults(formOf(call, value))
    const [unread, refused, flags]: [RefusedArea[], RefusedArea[], string[]] = [[], [], []]
    let [first, last] = [Number.POSITIVE_INFINITY, 0]
    const reading = { distributeUnknown: values['distribute-unknown'] === true }
    for (const turn of projectInTurn(value, { reading, request })) {
      unread.push(...turn.unread)
      refused.push(...turn.refused)
      for (const { area, years, ...result } of turn.results) {
        flags.push(...result.flags.map(({ code, message }) => `${area.name}：${code}：${message}`))
        first = Math.min(first, ...years)
        last = Math.max(last, ...years)
      }
      written.add(turn.results)
    }
    tellRefused([...unread, ...refused], remark)
    for (const flag of flags) remark(flag)
    if (written.count() > 0) await write(call, written, { first, last })
    return unread.length + refused.length > 0 ? 1 : 0
  },
}

/** What stands in the file named first; nothing when it is no JSON or an empty list. */
async function valueIn({ positionals: [path], remark }: CliCall): Promise<unknown> {
  if (!path) throw new UnusableCall('入力のファイルの名前を書いてください。')
  const text = await textOf(path)
  if ('problem' in text) {
    remark(`${path}：${text.problem}`)
    return undefined
  }
  const { value, problem } = readJson(text.text)
  if (problem !== undefined) {
    remark(`${path}：${problem}`)
    return undefined
  }
  if (Array.isArray(value) && value.length === 0) {
    remark(`${path}：推計する地域がありません`)
    return undefined
  }
  return value
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

/** A table only into a file that is named so; the case is called after the input where it has no name. */
function formOf({ positionals, values }: CliCall, value: unknown): WrittenForm {
  const { out, case: name } = values
  const caseName = typeof name === 'string' ? name : basename(positionals[0] ?? '').replace(/\..*$/, '')
  if (typeof out === 'string' && /\.csv$/i.test(out)) return { kind: 'table', caseName }
  return { kind: Array.isArray(value) ? 'list' : 'one' }
}

type Written = ReturnType<typeof writtenResults>

async function write(
  { values: { out }, print }: CliCall,
  written: Written,
  years: { first: number; last: number },
) {
  if (typeof out !== 'string') return print(Buffer.concat(written.parts()).toString('utf8').trimEnd())
  await writeFile(out, written.parts())
  print(`${out}：${written.count()}地域、${years.first}年から${years.last}年まで推計しました。`)
}
