import { readFile } from 'node:fs/promises'
import { decodeText } from '#src/lib/csv/decode-text.ts'
import { readForcedWords } from '#src/lib/text/forced-words.ts'
import { keyInContext } from '#src/lib/text/key-in-context.ts'
import { type CliCall, type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import { groupReport } from '../core/group-report.ts'
import { networkReport } from '../core/network-report.ts'
import { readVoices, type VoiceRow } from '../core/read-voices.ts'
import { wordMapReport } from '../core/word-map-report.ts'
import { exportCommand } from './export-command.ts'
import { printGroups, printNetwork, printWordMap } from './print-reports.ts'
import { type PreparedVoices, tokeniseRows } from './tokenise-rows.ts'

const sharedOptions = {
  words: { type: 'string' },
  text: { type: 'string' },
  seed: { type: 'string' },
} as const

const sharedHelp = [
  '--words 語.txt：切らない語（地名・施設・施策名）。1行に1語、「停留所=バス停」で同じ語とみなす。地区名は自動で加わる',
  '--text 欄：行のファイルで、文の欄が verbatim でないときの名前',
  '--seed 文字：同じ種なら、同じ結果になる（はじめは shirube）',
]

/**
 * Reads and cuts the voices of the file a command names first; undefined, with the reasons, when it is
 * refused.
 */
async function voicesFrom(
  { positionals, values, remark }: CliCall,
  by?: string,
): Promise<(PreparedVoices & { rows: VoiceRow[] }) | undefined> {
  const [path] = positionals
  if (!path) throw new UnusableCall('ファイルの名前を書いてください。')
  const { words, text, seed } = values
  const read = readVoices(await textOf(path), { text: typeof text === 'string' ? text : undefined, by })
  if (read.refusals) {
    for (const refusal of read.refusals) remark(refusal)
    return undefined
  }
  const own = typeof words === 'string' ? readForcedWords(await textOf(words)) : []
  const prepared = await tokeniseRows(read.rows, {
    forcedWords: [...own, ...read.forcedWords],
    seed: typeof seed === 'string' ? seed : 'shirube',
  })
  return { ...prepared, rows: read.rows }
}

/** The text of a file, in UTF-8, UTF-16 or Shift_JIS. */
async function textOf(path: string): Promise<string> {
  const decoded = decodeText(await readFile(path))
  if ('problem' in decoded) throw new UnusableCall(`${path}：${decoded.problem}。`)
  return decoded.text.replace(/^\uFEFF/, '')
}

/** A whole number an option gives, or undefined without it. */
function numberOf({ values }: CliCall, option: string, least: number): number | undefined {
  const typed = values[option]
  if (typed === undefined) return undefined
  const number = /^\d{1,6}$/.test(String(typed)) ? Number(typed) : Number.NaN
  if (!(number >= least)) throw new UnusableCall(`--${option} は${least}以上の整数です。`)
  return number
}

const groupCommand: CliCommand = {
  name: 'voices group',
  summary: '市民の声のファイルを、同じ文面と話題にまとめる（提案であり、人が確かめる）',
  usage: 'FILE.json [--topics 数] [--words 語.txt] [--text 欄] [--seed 文字] [--json]',
  help: ['--topics 数：話題の数。なければ、まとまりのよさ（シルエット）が最もよい数になる', ...sharedHelp],
  options: { ...sharedOptions, topics: { type: 'string' } },
  async run(call) {
    const topics = numberOf(call, 'topics', 1)
    const voices = await voicesFrom(call)
    if (!voices) return 1
    const report = groupReport(voices.units, voices.made, topics === undefined ? {} : { topics })
    if (call.values['json']) call.print(JSON.stringify(report))
    else printGroups(report, voices.units, call)
    return 0
  },
}

const networkCommand: CliCommand = {
  name: 'voices network',
  summary: '市民の声のファイルから、いっしょに使われる語の網（共起ネットワーク）をつくる',
  usage: 'FILE.json [--edges 数] [--least 数] [--words 語.txt] [--text 欄] [--seed 文字] [--json]',
  help: [
    '--edges 数：強い順に残す線の数（はじめは60）',
    '--least 数：これより少ない文にしかない語は除く',
    ...sharedHelp,
  ],
  options: { ...sharedOptions, edges: { type: 'string' }, least: { type: 'string' } },
  async run(call) {
    const mostEdges = numberOf(call, 'edges', 1)
    const fewestTexts = numberOf(call, 'least', 2)
    const voices = await voicesFrom(call)
    if (!voices) return 1
    const report = networkReport(voices.units, voices.made, {
      ...(mostEdges === undefined ? {} : { mostEdges }),
      ...(fewestTexts === undefined ? {} : { fewestTexts }),
    })
    if (call.values['json']) call.print(JSON.stringify(report))
    else printNetwork(report, call)
    return 0
  },
}

const mapCommand: CliCommand = {
  name: 'voices map',
  summary: '市民の声のファイルから、地区や年代による語の違い（対応分析）を調べる',
  usage: 'FILE.json [--by 欄] [--least 数] [--most 数] [--words 語.txt] [--text 欄] [--json]',
  help: [
    '--by 欄：何で分けるか（はじめは district。ageBand、channel など、ファイルの欄の名前）',
    '--least 数：これより少ない声にしかない語は除く',
    '--most 数：多い順に残す語の数（はじめは60）',
    ...sharedHelp,
  ],
  options: {
    ...sharedOptions,
    by: { type: 'string' },
    least: { type: 'string' },
    most: { type: 'string' },
  },
  async run(call) {
    const by = typeof call.values['by'] === 'string' ? call.values['by'] : 'district'
    const fewestTexts = numberOf(call, 'least', 1)
    const mostWords = numberOf(call, 'most', 1)
    const voices = await voicesFrom(call, by)
    if (!voices) return 1
    const values = new Map(voices.rows.map(({ id, value = '' }) => [id, value]))
    if (voices.rows.length > 0 && voices.rows.every(({ value }) => value === undefined)) {
      call.remark(`「${by}」の欄に値のある声がありません。--by で、分ける欄を書いてください。`)
      return 1
    }
    const valued = voices.units.map((unit) => ({ ...unit, value: values.get(unit.id) ?? '' }))
    const report = wordMapReport(valued, voices.made, {
      by,
      ...(fewestTexts === undefined ? {} : { fewestTexts }),
      ...(mostWords === undefined ? {} : { mostWords }),
    })
    if (call.values['json']) call.print(JSON.stringify(report))
    else printWordMap(report, call)
    return 0
  },
}

const contextCommand: CliCommand = {
  name: 'voices kwic',
  summary: '市民の声のファイルから、語が使われているところを前後の文とともに抜き出す',
  usage:
    'FILE.json 語 [--width 字数] [--sort voice|left|right] [--phrase] [--words 語.txt] [--text 欄] [--json]',
  help: [
    '--width 字数：前後の字数（はじめは20）',
    '--sort right：後の文の順にならべる（left は前の文、voice は声の id）',
    '--phrase：語の区切りによらず、文字のとおりに探す',
    ...sharedHelp,
  ],
  options: {
    ...sharedOptions,
    width: { type: 'string' },
    sort: { type: 'string' },
    phrase: { type: 'boolean' },
  },
  async run(call) {
    const { sort = 'voice', phrase, json } = call.values
    const keyword = call.positionals[1]
    if (!keyword?.trim()) throw new UnusableCall('探す語を、ファイルの後に書いてください。')
    if (sort !== 'voice' && sort !== 'left' && sort !== 'right') {
      throw new UnusableCall('--sort は voice、left、right のどれかです。')
    }
    const width = numberOf(call, 'width', 0) ?? 20
    const voices = await voicesFrom(call)
    if (!voices) return 1
    const lines = keyInContext(voices.texts, keyword, { width, sortBy: sort, isPhrase: phrase === true })
    if (json) call.print(JSON.stringify(lines))
    else for (const { id, left, key, right } of lines) call.print(`${id}\t${left}\t${key}\t${right}`)
    const count = new Set(lines.map(({ id }) => id)).size
    call.remark(`「${keyword}」は${voices.texts.length}件の声のうち${count}件に、${lines.length}回あります。`)
    return 0
  },
}

/** `shirube voices …` on files, without a database, and the export that makes such a file. */
export const voiceCommands: readonly CliCommand[] = [
  groupCommand,
  networkCommand,
  mapCommand,
  contextCommand,
  exportCommand,
]
