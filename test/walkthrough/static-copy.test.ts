import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { features } from '#src/features/index.ts'
import { publicActor } from '#src/platform/context.ts'
import { fileOf, writeCopy } from '#src/platform/publish/write-copy.ts'
import { readSettings } from '#src/platform/settings.ts'
import { publishTo } from '#src/publish-command.ts'
import { openTown, type Town } from '#test/town.ts'

/** The public site as files: what a visitor of the copy gets is what a visitor of the server gets. */

let town: Town
const folder = mkdtempSync(join(tmpdir(), 'shirube-copy-'))
const out = join(folder, 'site')
const publish = () =>
  publishTo(out, { ...town.contextNow(), actor: publicActor }, readSettings(town.environment))
const sums = () => readFileSync(join(out, 'SHA256SUMS'), 'utf8')

beforeAll(async () => {
  town = await openTown()
  await publish()
})
afterAll(async () => {
  await town.close()
  rmSync(folder, { recursive: true })
})

test('every public address is a file with the bytes the server sends', async () => {
  const context = { ...town.contextNow(), actor: publicActor }
  const paths = (await Promise.all(features.map(({ publicPaths }) => publicPaths?.(context) ?? []))).flat()
  expect(paths.length).toBeGreaterThan(100)
  for (const path of paths) {
    const response = await fetch(town.address + path, { redirect: 'manual' })
    if (response.status !== 200) continue
    const served = Buffer.from(await response.arrayBuffer())
    const file = readFileSync(join(out, fileOf(path)))
    expect(file.equals(served), path).toBe(true)
  }
})

test('packed files hold the same, and the list of sums names every file', () => {
  const page = readFileSync(join(out, 'plan/index.html'))
  expect(gunzipSync(readFileSync(join(out, 'plan/index.html.gz'))).equals(page)).toBe(true)
  const lines = sums().trimEnd().split('\n')
  for (const line of lines) {
    const [sum, name = ''] = line.split('  ')
    expect(
      createHash('sha256')
        .update(readFileSync(join(out, name)))
        .digest('hex'),
    ).toBe(sum)
  }
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  expect(lines.length).toBe(files.length - 1)
})

test('links of the copy lead to files of the copy', () => {
  const html = readFileSync(join(out, 'plan/index.html'), 'utf8')
  const links = [...html.matchAll(/(?:href|src)="(\/[^"#?]*)/g)].map(([, link = '']) => link)
  expect(links.length).toBeGreaterThan(40)
  const names = new Set(
    sums()
      .split('\n')
      .map((line) => line.slice(66)),
  )
  const dead = links.filter((link) => {
    const isBuilt = link.startsWith('/assets/') || link.endsWith('.svg')
    return !link.startsWith('/sign-in') && !names.has(isBuilt ? link.slice(1) : fileOf(link))
  })
  expect([...new Set(dead)]).toEqual([])
})

test('the same database gives the same bytes twice', async () => {
  const before = sums()
  await publish()
  expect(sums()).toBe(before)
})

test('a run that fails leaves the old copy, and a folder of somebody else is not touched', async () => {
  const before = sums()
  const answer = async (path: string) => new Response('', { status: path === '/b' ? 500 : 200 })
  await expect(writeCopy(out, { paths: ['/a', '/b'], answer, assets: folder })).rejects.toMatchObject({
    name: 'CopyProblem',
    message: '/b が開けません（500）',
  })
  expect(sums()).toBe(before)
  expect(readdirSync(folder)).toEqual(['site'])
  writeFileSync(join(folder, 'letter.txt'), 'わたしの手紙')
  await expect(writeCopy(folder, { paths: [], answer, assets: out })).rejects.toMatchObject({
    name: 'CopyProblem',
  })
})

test('no address leads out of the folder', () => {
  expect(() => fileOf('/../etc/passwd')).toThrow(RangeError)
  expect(() => fileOf('/%2e%2e/x')).toThrow(RangeError)
  expect(fileOf('/')).toBe('index.html')
  expect(fileOf('/indicators/in_0000000001/values.csv')).toBe('indicators/in_0000000001/values.csv')
})
