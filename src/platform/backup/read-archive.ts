import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { ArchiveProblem, type BodyLine, bodyLine, endLine, type Header, header } from './archive-lines.ts'

const damaged = () =>
  new ArchiveProblem('バックアップのファイルが壊れているか、途中で切れています。何も変えていません。')

/** Reads an archive from the first line to the last and says what it holds; throws `ArchiveProblem` where it is not whole. */
export async function checkArchive(path: string): Promise<Header> {
  const hash = createHash('sha256')
  let head: Header | undefined
  let end: ReturnType<typeof endLine.parse> | undefined
  let [rows, files] = [0, 0]
  for await (const text of linesOf(path)) {
    if (end) throw damaged()
    if (text.startsWith('{"end":')) {
      end = parsed(endLine, text)
      continue
    }
    hash.update(`${text}\n`)
    if (!head) {
      head = headerOf(text)
      continue
    }
    const line = parsed(bodyLine, text)
    if ('table' in line) rows += line.rows.length
    else if (line.part === '') files++
  }
  if (!head || !end || end.sha256 !== hash.digest('hex')) throw damaged()
  if (end.end.rows !== rows || end.end.files !== files) throw damaged()
  return head
}

/** The first line of an archive alone; throws `ArchiveProblem` where it is none. */
export async function headOf(path: string): Promise<Header> {
  for await (const text of linesOf(path)) return headerOf(text)
  throw damaged()
}

/** The rows and file parts of an archive that was checked, in their order. */
export async function* bodyOf(path: string): AsyncGenerator<BodyLine> {
  let isFirst = true
  for await (const text of linesOf(path)) {
    if (!isFirst && !text.startsWith('{"end":')) yield parsed(bodyLine, text)
    isFirst = false
  }
}

function headerOf(text: string): Header {
  const json = asJson(text)
  const format = typeof json === 'object' && json && 'format' in json ? String(json.format) : ''
  if (/^shirube-backup\/\d+$/.test(format) && format !== 'shirube-backup/1') {
    throw new ArchiveProblem(
      `このバックアップ（${format}）は、もっと新しい標でつくられています。標を新しくしてから、もう一度お試しください。何も変えていません。`,
    )
  }
  if (!format.startsWith('shirube-backup/')) throw notOurs()
  return parsed(header, text)
}

const notOurs = () => new ArchiveProblem('標のバックアップのファイルではありません。何も変えていません。')

async function* linesOf(path: string): AsyncGenerator<string> {
  const unpacked = createGunzip()
  const file = createReadStream(path).on('error', (error) => unpacked.destroy(error))
  let rest = ''
  try {
    for await (const piece of file.pipe(unpacked).setEncoding('utf8')) {
      const lines = `${rest}${piece}`.split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code.startsWith('Z_')) throw error
    throw String(error).includes('incorrect header check') ? notOurs() : damaged()
  } finally {
    file.destroy()
  }
  if (rest !== '') throw damaged()
}

function parsed<Value>(
  schema: { safeParse: (value: unknown) => { success: boolean; data?: Value } },
  text: string,
): Value {
  const { data } = schema.safeParse(asJson(text))
  if (data === undefined) throw damaged()
  return data
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged()
  }
}
