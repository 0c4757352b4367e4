import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { seededRandom, shuffled } from '#src/lib/text/seeded-random.ts'
import { inventedVoices } from '#test/invented-voices.ts'
import { sharedJson } from '#test/shared-file.ts'
import type { GroupReport } from '../core/group-report.ts'
import type { NetworkReport } from '../core/network-report.ts'
import { voiceCommands } from './commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-voices-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (name: string, content: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function run(name: string, positionals: string[], values = {}) {
  const printed: string[] = []
  const remarks: string[] = []
  const command = voiceCommands.find((one) => one.name === `voices ${name}`)
  const code = await command?.run({
    positionals,
    values,
    print: (text) => printed.push(text),
    remark: (text) => remarks.push(text),
    now: new Date('2026-04-01T00:00:00Z'),
    open: () => Promise.reject(new Error('no database')),
    folder,
  })
  return { code, printed: printed.join('\n'), remarks: remarks.join('\n') }
}

const rows = [
  { id: 'a', verbatim: 'みらい平の学童の定員を増やしてください。', submission: 's1', district: 'みらい平' },
  { id: 'b', verbatim: 'みらい平の学童の定員を増やしてください', submission: 's2', district: 'みらい平' },
  { id: 'c', verbatim: '学童の待機をなくして。\n定員が足りない。', submission: 's2', district: '伊奈' },
  { id: 'd', verbatim: '街灯が暗くて歩いて帰れない。', submission: 's3', district: '谷和原' },
  { id: 'e', verbatim: '特になし', submission: 's4', district: '谷和原' },
]
const file = fileOf('rows.json', { rows })

test('groups are told in lines with their reason, and the three counts apart', async () => {
  const { code, printed, remarks } = await run('group', [file])
  expect(code).toBe(0)
  expect(printed.split('\n')[0]).toBe(
    '同じ文面\ta\t2件\t文字の並びが94％以上同じです。\tみらい平の学童の定員を増やしてください。',
  )
  expect(printed).toContain('似た声なし\td\t1件\t\t街灯が暗くて歩いて帰れない。')
  expect(printed).toContain('内容の語なし\te\t1件\t\t特になし')
  expect(remarks).toMatch('意見 5、提出 4、提出者 不明。')
})

test.each(['group', 'network', 'map'])(
  'voices %s: the same voices in any order give the same bytes',
  async (name) => {
    const voices = inventedVoices(120)
    const first = await run(name, [fileOf('first.json', voices)], { json: true })
    for (const seed of ['a', 'b']) {
      const again = await run(name, [fileOf('again.json', shuffled(voices, seededRandom(seed)))], {
        json: true,
      })
      expect(again).toEqual(first)
    }
    const other = await run(name, [fileOf('first.json', voices)], { json: true, seed: 'other' })
    expect(other.printed).not.toBe(first.printed)
  },
)

test('every voice is in exactly one wording and in exactly one topic', async () => {
  const voices = inventedVoices(200)
  const report: GroupReport = JSON.parse(
    (await run('group', [fileOf('all.json', voices)], { json: true })).printed,
  )
  const ids = voices.map(({ id }) => id)
  const inWordings = [
    ...report.singles,
    ...report.wordings.flatMap(({ members }) => members.map(({ id }) => id)),
  ]
  expect(inWordings.sort()).toEqual(ids)
  expect(report.topics.flatMap(({ members }) => members.map(({ id }) => id)).sort()).toEqual(ids)
  expect(report.wordings[0]).toMatchObject({
    isFlood: true,
    because: expect.stringContaining('多数寄せられています'),
  })
})

test('the number of topics can be chosen', async () => {
  const voices = fileOf('topics.json', inventedVoices(100))
  const { topics }: GroupReport = JSON.parse(
    (await run('group', [voices], { json: true, topics: '6' })).printed,
  )
  expect(topics.filter(({ kind }) => kind === 'topic')).toHaveLength(6)
})

test('a word is shown with what stands around it, in every form', async () => {
  const { printed, remarks } = await run('kwic', [file, '歩く'], { width: '5' })
  expect(printed).toBe('d\t灯が暗くて\t歩い\tて帰れない')
  expect(remarks).toBe('「歩く」は5件の声のうち1件に、1回あります。')
  expect((await run('kwic', [file, 'みらい平'])).printed.split('\n')).toHaveLength(2)
})

test('places of the file and words of a list are kept whole, synonyms counted together', async () => {
  const words = fileOf('words.txt', '放課後児童クラブ=学童\n')
  const options = { words, json: true }
  const two = fileOf('two.json', [rows[0], rows[2]])
  const report: NetworkReport = JSON.parse((await run('network', [two], options)).printed)
  expect(report.nodes.map(({ word }) => word)).toEqual(['定員', '放課後児童クラブ'])
})

test('calls that cannot be understood, and files that are refused', async () => {
  await expect(run('group', [])).rejects.toMatchObject({ name: 'UnusableCall' })
  await expect(run('group', [file], { topics: '0' })).rejects.toMatchObject({ name: 'UnusableCall' })
  await expect(run('network', [file], { least: '1' })).rejects.toMatchObject({ name: 'UnusableCall' })
  await expect(run('kwic', [file, ' '])).rejects.toMatchObject({ name: 'UnusableCall' })
  await expect(run('kwic', [file, 'x'], { sort: 'up' })).rejects.toMatchObject({ name: 'UnusableCall' })
  const refused = await run('group', [fileOf('bad.json', '[{}]')])
  expect(refused).toEqual({ code: 1, printed: '', remarks: '1件目に id がありません。' })
})

test('words are laid out by the field one names; a field nobody filled in is refused', async () => {
  const voices = fileOf('map.json', inventedVoices(200))
  const { code, printed, remarks } = await run('map', [voices], { least: '2' })
  expect(code).toBe(0)
  expect(printed).toMatch(/^みらい平\t\d+件\t-?\d\.\d{3}\t-?\d\.\d{3}$/m)
  expect(remarks).toMatch(/^声 200件。2件以上にある語。軸が表す割合：\d+\.\d％、\d+\.\d％。$/)
  expect(await run('map', [file], { by: 'ageBand' })).toMatchObject({
    code: 1,
    printed: '',
    remarks: expect.stringContaining('「ageBand」の欄に値のある声がありません'),
  })
})

test('an empty file of rows has nothing to group', async () => {
  const { code, printed } = await run('group', [fileOf('none.json', [])], { json: true })
  expect(code).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({ topics: [], wordings: [], counts: { opinions: 0 } })
})

const synthetic = sharedJson('voices/synthetic-voices.json')

test.skipIf(!synthetic)(
  'the 120 sample voices: D4 is one wording, D2 is proposed, the rest is left to people',
  async () => {
    const { printed } = await run('group', [fileOf('synthetic.json', synthetic)], { json: true })
    const report: GroupReport = JSON.parse(printed)
    expect(report.wordings.map(({ members }) => members.map(({ id }) => id))).toEqual([['V-045', 'V-060']])
    expect(report.proposals).toMatchObject([
      { groupIds: ['V-003', 'V-022'], textSimilarity: 0.575, wordSimilarity: 1 },
    ])
    expect(report.counts.opinions).toBe(120)
    expect(report.topics.flatMap(({ members }) => members)).toHaveLength(120)
  },
)

const comments = sharedJson('voices/public-comments.json')

test.skipIf(!comments)('the 44 real comments are read by the name of their field and all kept', async () => {
  const path = fileOf('comments.json', comments)
  const report: GroupReport = JSON.parse(
    (await run('group', [path], { json: true, text: 'opinion' })).printed,
  )
  expect(report.topics.flatMap(({ members }) => members)).toHaveLength(44)
  expect(report.singles).toHaveLength(44)
  expect((await run('group', [path])).code).toBe(1)
})
