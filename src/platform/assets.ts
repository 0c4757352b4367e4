import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const manifest = z.record(z.string(), z.object({ file: z.string() }))

/** The folder of the project, wherever the process was started. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** What the build made for the browser: the address of each source's file, and the names of the islands. */
export type Assets = { asset: (source: string) => string; islands: readonly string[] }

/** 'src/islands/sortable-table.ts' → '/assets/sortable-table-x1y2.js'. */
export function readAssets(folder = `${root}build`): Assets {
  const files = manifest.parse(JSON.parse(readFileSync(`${folder}/.vite/manifest.json`, 'utf8')))
  const islands = Object.keys(files).flatMap(
    (source) => /^src\/islands\/([a-z-]+)\.tsx?$/.exec(source)?.[1] ?? [],
  )
  const asset = (source: string) => {
    const entry = files[source] ?? files[`${source}x`]
    if (!entry) throw new Error(`No built file for ${source}: run npm run build`)
    return `/${entry.file}`
  }
  return { asset, islands }
}

/** Builds what the browser gets when it was never built, or when its sources are newer. */
export async function buildIfStale() {
  const built = `${root}build/.vite/manifest.json`
  if (existsSync(built)) {
    const since = statSync(built).mtimeMs
    const sources = globSync(['src/ui/**/*', 'src/islands/**/*', 'src/lib/**/*.ts*', 'package.json'], {
      cwd: root,
    })
    if (sources.every((source) => statSync(`${root}${source}`).mtimeMs <= since)) return
  }
  const { build } = await import('vite')
  await build({ root, logLevel: 'warn' })
}
