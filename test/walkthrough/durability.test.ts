import { spawnSync } from 'node:child_process'
import { afterEach, expect, test } from 'vitest'
import { killUnderLoad, type Victim, victim } from '#test/durability.ts'

let server: Victim | undefined
afterEach(() => server?.remove())

/** Twenty kills under load; `npm run bench:durability` makes a thousand. */
test('no acknowledged change is lost when the server is killed again and again', async () => {
  server = await victim(process.env['TEST_DATABASE_URL'])
  const counted = await killUnderLoad(server, 20, (round) => 150 + ((round * 67) % 400))
  expect(counted).toMatchObject({ lost: [], doubled: [] })
  expect(counted.acknowledged).toBeGreaterThan(40)
  const command = ['--import', './tools/tsx.ts', 'src/cli.ts', 'audit', 'verify']
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env: server.environment })
  expect(status, `${stdout}${stderr}`).toBe(0)
}, 240_000)
