import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What stands at an address: asked like a visitor asks, answered with the bytes a visitor gets. */
export type Answer = (path: string) => Promise<Response>
export type CopyReport = { pages: number; files: number; bytes: number }

/** Lists every file with its SHA-256 as `sha256sum --check` reads it; a folder with it is a copy of ours. */
const listName = 'SHA256SUMS'
const smallestPacked = 512

/**
 * Writes the static copy of the public site: each answer as a file, built files beside, everything packed once.
 *
 * The copy is written beside the old one and takes its place at the end, so a run that fails leaves the old one as it
 * was. Throws a `CopyProblem` when an address does not answer or the folder holds something else.
 */
export async function writeCopy(
  out: string,
  { paths, answer, assets }: { paths: readonly string[]; answer: Answer; assets: string },
): Promise<CopyReport> {
  const target = resolve(out)
  await refuseForeign(target)
  const beside = `${target}.new-${process.pid}`
  await rm(beside, { recursive: true, force: true })
  const copy = folderWriter(beside)
  try {
    for (const path of new Set(paths)) await copy.add(fileOf(path), await bytesAt(path, answer))
    await copy.add('404.html', Buffer.from(await (await answer('/404')).arrayBuffer()))
    for (const name of await filesIn(assets)) await copy.add(name, await readFile(join(assets, name)))
    const report = await copy.finish()
    await swap(beside, target)
    return { pages: paths.length, ...report }
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    throw error
  }
}

/** Why there is no copy, in one sentence. */
export class CopyProblem extends Error {
  override name = 'CopyProblem'
}

/** `/plan/items/me_…` is the page of a folder; what has an ending is a file. */
export function fileOf(path: string): string {
  const inside = decodeURI(path).replace(/^\/+/, '')
  if (inside.split('/').some((part) => part === '..' || part.includes('\\'))) throw new RangeError(path)
  return /\.(csv|json|jsonld|xml|txt|pdf|xlsx|docx|html|svg|png|jpe?g|geojson)$/.test(inside)
    ? inside
    : join(inside, 'index.html')
}

async function bytesAt(path: string, answer: Answer): Promise<Uint8Array> {
  const response = await answer(path)
  const to = response.headers.get('location')
  if (to && response.status >= 300 && response.status < 400) return Buffer.from(onwardPage(to))
  if (response.status !== 200) throw new CopyProblem(`${path} が開けません（${response.status}）`)
  return new Uint8Array(await response.arrayBuffer())
}

/** A file cannot redirect: it shows the link, and browsers follow it by themselves. */
function onwardPage(to: string): string {
  const safe = to.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return (
    `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta http-equiv="refresh" content="0; url=${safe}"><title>ページを移りました</title></head>` +
    `<body><main><h1>ページを移りました</h1><p><a href="${safe}">移った先のページ</a></p></main></body></html>`
  )
}

function folderWriter(folder: string) {
  const sums = new Map<string, string>()
  let bytes = 0
  const write = async (name: string, content: Uint8Array) => {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    sums.set(name, createHash('sha256').update(content).digest('hex'))
    bytes += content.length
  }
  return {
    async add(name: string, content: Uint8Array) {
      await write(name, content)
      const isText = /\.(html|css|js|svg|csv|json|jsonld|xml|txt|geojson)$/.test(name)
      if (isText && content.length >= smallestPacked)
        await write(`${name}.gz`, gzipSync(content, { level: 9 }))
    },
    async finish() {
      const lines = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sum]) => `${sum}  ${name}\n`)
      await writeFile(join(folder, listName), lines.join(''))
      return { files: sums.size, bytes }
    },
  }
}

async function refuseForeign(target: string) {
  if (!existsSync(target) || existsSync(join(target, listName))) return
  if ((await readdir(target)).length > 0) {
    throw new CopyProblem(
      `「${target}」には、公開用の写しでないものがあります。空のフォルダを指定してください。`,
    )
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length)
        .replace(/^[/\\]+/, ''),
    )
    .filter((name) => !name.startsWith('.'))
    .sort()
}

async function swap(beside: string, target: string) {
  const old = `${target}.old-${process.pid}`
  if (existsSync(target)) await rename(target, old)
  await rename(beside, target)
  await rm(old, { recursive: true, force: true })
}
