import { spawnSync } from 'node:child_process'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { compared, killUnderLoad, settle, type Victim, victim, write } from '#test/durability.ts'

let server: Victim | undefined
let other: Victim | undefined
afterEach(async () => {
  await other?.kill()
  await server?.remove()
})

/** Ten kills under load; `npm run bench:durability` makes a thousand. */
test('no acknowledged change is lost when the server is killed again and again', async () => {
  server = await victim(process.env['TEST_DATABASE_URL'])
  const counted = await killUnderLoad(server, 10, (round) => 150 + ((round * 67) % 400))
  expect(counted).toMatchObject({ lost: [], doubled: [] })
  expect(counted.acknowledged).toBeGreaterThan(20)
  const command = ['tools/run.mjs', 'cli', 'audit', 'verify']
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env: server.environment })
  expect(status, `${stdout}${stderr}`).toBe(0)
}, 240_000)

const url = process.env['TEST_DATABASE_URL']

test('two servers on one installation see the same, and neither loses what the other has acknowledged', async () => {
  server = await victim(url)
  const { officer, page } = await settle(server)
  other = await victim(url, server)
  if (url) other.environment['SHIRUBE_SCHEMA'] = server.environment['SHIRUBE_SCHEMA'] ?? ''
  await other.start()
  const otherPage = new URL(page.pathname, other.address)
  const acknowledged: string[] = []
  await Promise.all(
    [page, otherPage, page, otherPage].map((at, writer) =>
      write({ page: at, cookie: officer.cookie, name: `r0w${writer}`, acknowledged, most: 15 }),
    ),
  )
  expect(acknowledged).toHaveLength(60)
  for (const at of [page, otherPage]) {
    const html = await (await fetch(at, { headers: { cookie: officer.cookie } })).text()
    expect(compared(acknowledged, html)).toMatchObject({ lost: [], doubled: [] })
  }
}, 120_000)

test.skipIf(!url)(
  'when PostgreSQL drops every connection in the middle of writes, the server goes on',
  async () => {
    server = await victim(url)
    const { officer, page } = await settle(server)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const acknowledged: string[] = []
    for (let round = 0; round < 5; round += 1) {
      const writers = [1, 2, 3].map((writer) =>
        write({ page, cookie: officer.cookie, name: `r${round}w${writer}`, acknowledged, most: 12 }),
      )
      await new Promise((resolve) => setTimeout(resolve, 60 + round * 20))
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
        [`shirube ${server.environment['SHIRUBE_SCHEMA']}`],
      )
      await Promise.all(writers)
    }
    await client.end()
    await officer.open(page.pathname)
    expect(officer.status).toBe(200)
    expect(compared(acknowledged, officer.html)).toMatchObject({ lost: [], doubled: [] })
    expect(acknowledged.length).toBeGreaterThan(60)
  },
  120_000,
)
