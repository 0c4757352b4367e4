// npm run bench            all benchmarks, one after the other, each in a process of its own
// npm run bench -- lint    one of them
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const all = [
  'lint',
  'demography',
  'survey',
  'survey-load',
  'voices',
  'comments',
  'site',
  'book',
  'diff',
  'search',
  'publish',
  'backup',
  'sheets',
  'fresh-clone',
]
const chosen = process.argv.slice(2)

for (const name of chosen.length > 0 ? chosen : all) {
  const file = `bench/${name}.ts`
  if (!existsSync(file)) {
    if (chosen.length > 0) console.error(`no benchmark ${name}: there are ${all.join(', ')}`)
    continue
  }
  console.log(`\n== ${name}`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', '--import', './tools/tsx.ts', file], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
