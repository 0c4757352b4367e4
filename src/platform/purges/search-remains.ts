import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Where destroyed words still stand: the file and its lines (none where they go over a line end). Never the words. */
export type Remain = { file: string; lines: number[] }
export type RemainsReport = {
  remains: Remain[]
  read: number
  /** Files whose words cannot be read as text: PDF, workbooks, pictures, and what is too large. */
  unread: string[]
  /** Words too short to say anything: they stand everywhere. */
  tooShort: number
}

const texts = new Set(
  '.html .htm .json .jsonl .csv .tsv .txt .log .xml .svg .md .ics .css .js .yml .yaml'.split(' '),
)
const mostBytes = 200 * 1024 * 1024
const fewestLetters = 3

/**
 * Looks through a folder, or one file, for words that were destroyed: in one spelling, also escaped as HTML, JSON and
 * addresses write them, and in logs that were packed (`.gz`).
 */
export async function searchRemains(
  places: readonly string[],
  words: readonly string[],
): Promise<RemainsReport> {
  const forms = [...new Set(words.map(folded).filter(Boolean))]
  const wanted = forms.filter((form) => [...form].length >= fewestLetters)
  const report: RemainsReport = { remains: [], read: 0, unread: [], tooShort: forms.length - wanted.length }
  for (const place of places)
    for (const file of await filesIn(place)) {
      const text = await textOf(file)
      if (text === undefined) {
        report.unread.push(file)
        continue
      }
      report.read++
      if (!holds(text, wanted)) continue
      const lines = text.split('\n').flatMap((line, at) => (holds(line, wanted) ? [at + 1] : []))
      report.remains.push({ file, lines })
    }
  return report
}

const holds = (text: string, wanted: readonly string[]) => {
  const form = folded(plain(text))
  return wanted.some((one) => form.includes(one))
}

/** One spelling: width, case, blanks and the strokes between numbers say nothing. */
const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200b\u2010-\u2015\u2212ー-]/gu, '')

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The letters behind `&#x6797;`, `\u6797` and `%E6%9E%97`. */
function plain(text: string): string {
  return text
    .replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, ten, name) =>
      name ? (named[name.toLowerCase()] ?? whole) : letter(Number.parseInt(hex ?? ten, hex ? 16 : 10), whole),
    )
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (whole) => {
      const bytes = Buffer.from(whole.replaceAll('%', ''), 'hex')
      return bytes.toString('utf8')
    })
}

const letter = (code: number, whole: string) => (code <= 0x10ffff ? String.fromCodePoint(code) : whole)

async function filesIn(place: string): Promise<string[]> {
  if (!(await stat(place)).isDirectory()) return [place]
  const entries = await readdir(place, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function textOf(file: string): Promise<string | undefined> {
  const isPacked = extname(file) === '.gz'
  const type = extname(isPacked ? file.slice(0, -'.gz'.length) : file).toLowerCase()
  const isLog = /\.log(\.\d+)?$/.test(isPacked ? file.slice(0, -'.gz'.length) : file)
  if (!isLog && type !== '' && !texts.has(type)) return undefined
  try {
    if ((await stat(file)).size > mostBytes) return undefined
    const bytes = await readFile(file)
    const text = (isPacked ? gunzipSync(bytes, { maxOutputLength: mostBytes }) : bytes).toString('utf8')
    return text.includes('\u0000') ? undefined : text
  } catch {
    // Locked, gone, or broken inside: told as not looked at. The restore before it is done and stays.
    return undefined
  }
}
