import { gzipSync } from 'node:zlib'
import { features } from '#src/features/index.ts'
import { publicActor } from '#src/platform/context.ts'
import type { Town } from '#test/town.ts'
import type { Check } from './run.ts'

const kilobyte = 1024

/** Bytes on the wire of what a resident loads (ui.md §9). */
export function budgetChecks(town: Town): Check[] {
  const weigh = async (path: string) => {
    const answer = await fetch(town.address + path)
    return gzipSync(new Uint8Array(await answer.arrayBuffer())).length
  }
  return [
    {
      name: 'budget: every measure page ≤ 14 KB, every other public page ≤ 40 KB (gzip)',
      run: async () => {
        const context = { ...town.contextNow(), actor: publicActor }
        const paths = (
          await Promise.all(features.map((feature) => feature.publicPaths?.(context) ?? []))
        ).flat()
        const weights = await Promise.all(
          paths
            .filter((path) => !path.includes('.'))
            .map(async (path) => ({ path, bytes: await weigh(path) })),
        )
        return weights
          .filter(({ path, bytes }) => bytes > (path.startsWith('/plan/items/me_') ? 14 : 40) * kilobyte)
          .map(({ path, bytes }) => `${path}: ${bytes} bytes`)
      },
    },
    {
      name: 'budget: style sheet ≤ 12 KB, scripts of a public page ≤ 10 KB (gzip)',
      run: async () => {
        const html = await (await fetch(`${town.address}/plan`)).text()
        const style = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? ''
        const scripts = [...html.matchAll(/src="(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path)
        const css = await weigh(style)
        const js = (await Promise.all(scripts.map(weigh))).reduce((sum, bytes) => sum + bytes, 0)
        return [
          ...(css > 12 * kilobyte ? [`style sheet: ${css} bytes`] : []),
          ...(js > 10 * kilobyte ? [`scripts: ${js} bytes`] : []),
        ]
      },
    },
  ]
}
