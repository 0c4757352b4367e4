import { expect, test } from 'vitest'
import { publicPlan } from '#src/features/plan/core/public-plan.ts'
import type { ResultRow } from '#src/features/public-comment/core/result.ts'
import type { EvidenceLink } from '#src/formats/plan-parts.ts'
import { threadFile } from '#src/formats/thread.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { indicatorId, measureId, planWith, planWithMeasure } from '#test/plan-fixture.ts'
import { threadKinds, threadOf } from './thread.ts'
import { addressIn, wordsOfReference } from './thread-address.ts'
import { type KnownSource, planEntries, type SourceRegister } from './thread-evidence.ts'
import { threadJson, threadRows } from './thread-rows.ts'
import { answeredEntries, decidedEntries, heardEntries } from './thread-voices.ts'

const survey = 'sv_0000000001'
const issue = `${measureId}/issues/p2`
const link = { stance: 'supports' as const, level: 2, note: '' }
const shown = publicPlan(
  planWith({
    evidence: [
      {
        ...link,
        id: 'ev_0000000001',
        from: issue,
        to: { kind: 'survey-cell', ref: `surveys/${survey}#q8`, row: '保育所', column: '不満', n: 1204 },
      },
      {
        ...link,
        id: 'ev_0000000002',
        from: indicatorId,
        to: { kind: 'statistic', ref: '「社会生活統計」人口 [statistics/st_0000000009#08235@2020]' },
      },
      { ...link, id: 'ev_0000000003', from: issue, to: { kind: 'document', ref: '子育て白書' } },
      {
        ...link,
        id: 'ev_0000000004',
        from: issue,
        to: { kind: 'document', ref: '古い白書' },
        supersededBy: 'ev_0000000003',
      },
    ],
  }),
  { publishedOn: '2026-04-01', hash: '' },
)
const register = new Map([[survey, { words: '市民意向調査', href: `/surveys/${survey}` }]])

test('an address is read alone or behind words, and nothing else is taken for one', () => {
  expect(addressIn(`surveys/${survey}#q8`)).toEqual({ room: 'surveys', id: survey, part: 'q8' })
  expect(addressIn(`人口 [statistics/st_0000000009#08235@2020]`)?.part).toBe('08235@2020')
  expect(addressIn('市民意向調査2021 問8')).toBeUndefined()
  expect(addressIn(`調査（surveys/${survey}）を見た`)).toBeUndefined()
  expect(wordsOfReference('人口 [statistics/st_0000000009#08235@2020]')).toBe('人口')
  const mean = 'SSDSE-A 県内の平均 [statistics/mean/elderly-share/prefecture#08235@2020]'
  expect(addressIn(mean)).toEqual({
    room: 'statistics',
    id: 'mean--elderly-share--prefecture',
    part: '08235@2020',
  })
  expect(wordsOfReference(mean)).toBe('SSDSE-A 県内の平均')
  expect(addressIn('statistics/compared/births#08235@2023')?.id).toBe('compared--births')
  const frame = { room: 'planning-frame', id: 'fr_0000000001', part: 'elderly@2032' }
  expect(addressIn('planning-frame/fr_0000000001/elderly@2032')).toEqual(frame)
  expect(addressIn('計画フレーム [planning-frame/fr_0000000001#elderly@2032]')).toEqual(frame)
})

test('a thread goes from its source over the issue to the direction and the indicator', () => {
  const [entry] = planEntries(shown, register)
  expect(entry).toMatchObject({
    source: { key: survey, words: '市民意向調査 問8', href: `/surveys/${survey}`, state: 'found' },
    cell: '「保育所」「不満」',
    n: 1204,
    about: { kind: 'issue', id: issue, href: `/plan/items/${measureId}#${issue}` },
    itemId: measureId,
  })
  expect(entry?.ledTo.map(({ kind }) => kind)).toEqual(['direction', 'indicator'])
})

test('a source that is not there is said to be gone, one in words is words, a superseded one is left out', () => {
  const states = new Map(planEntries(shown, register).map(({ id, source }) => [id, source.state]))
  expect(states.get('ev_0000000002')).toBe('gone')
  expect(states.get('ev_0000000003')).toBe('words')
  expect(states.has('ev_0000000004')).toBe(false)
})

test('the thread of an indicator holds its own evidence and what led to it', () => {
  const own = threadOf(planEntries(shown, register), indicatorId)
  expect(own.map(({ id }) => id)).toEqual(expect.arrayContaining(['ev_0000000001', 'ev_0000000002']))
})

const heardFrom = (district: string, count: number) =>
  Array.from({ length: count }, () => ({
    itemId: measureId,
    channel: 'workshop' as const,
    frame: 'open-call' as const,
    district,
    released: '',
  }))

test('districts are named only where neither one of them nor the rest is small', () => {
  const noteOf = (...heard: ReturnType<typeof heardFrom>[]) => heardEntries(shown, heard.flat())[0]?.note
  expect(noteOf(heardFrom('伊奈', 6), heardFrom('谷和原', 5))).toBe(
    '集め方：公募・自由提出。地区：伊奈6件、谷和原5件',
  )
  expect(noteOf(heardFrom('伊奈', 6), heardFrom('谷和原', 2))).toBe('集め方：公募・自由提出')
  expect(noteOf(heardFrom('伊奈', 6), heardFrom('', 7))).toContain('伊奈6件、そのほか7件')
})

const row: ResultRow = {
  number: 3,
  opinionIds: ['op_0000000001'],
  aboutRef: measureId,
  about: '',
  texts: ['=1+1'],
  summary: '',
  opinions: 2,
  classKey: 'adopted',
  classLabel: '反映',
  disposition: 'adopted',
  reply: '直します。',
  reason: '',
  changes: [{ ref: `${measureId}/directions/p3`, label: '', before: '旧', after: '新しい文' }],
  links: [],
  office: '',
}

test('an answered comment leads to the text it changed, and stands once for each item it touches', () => {
  const answered = answeredEntries(shown, [{ caseId: 'cc_0000000001', caseTitle: '素案への意見', row }])
  expect(answered).toHaveLength(1)
  expect(answered[0]).toMatchObject({
    n: 2,
    outcome: '反映',
    ledTo: [{ kind: 'change', words: '新しい文' }],
    source: { href: '/comments/cc_0000000001/result#no-3' },
  })
  const second = { ref: indicatorId, label: '', before: '10', after: '12' }
  const both = { ...row, changes: [...row.changes, second] }
  const [entry] = answeredEntries(shown, [{ caseId: 'cc_0000000001', caseTitle: '', row: both }])
  expect(entry?.ledTo.map(({ words }) => words)).toEqual(['新しい文', '12'])
  const other = { ...row, aboutRef: 'me_0000000002' }
  expect(answeredEntries(shown, [{ caseId: 'cc_0000000001', caseTitle: '', row: other }])).toHaveLength(2)
})

test('a decision leads to what it is about; what is not in the plan is left out', () => {
  const decision = {
    id: 'de_0000000001',
    meetingId: 'mt_0000000001',
    meeting: '審議会 第1回',
    heldOn: '2026-04-01',
    kind: 'approved' as const,
    text: '了承した。',
    subjects: [measureId, 've_0000000001'],
  }
  expect(decidedEntries(shown, [decision])).toMatchObject([{ outcome: '了承', itemId: measureId }])
})

const cellOf = { row: '全体', column: '満足' }
const everyKind = publicPlan(
  planWith({
    evidence: [
      { to: { kind: 'survey-cell', ref: `surveys/${survey}#q8`, ...cellOf }, from: issue },
      { to: { kind: 'statistic', ref: '人口 [statistics/se_0000000009#08235@2020]' }, from: indicatorId },
      { to: { kind: 'voice', ref: '政策課題 [voices/is_0000000001]' }, from: issue },
      {
        to: { kind: 'meeting-decision', ref: '審議会 [deliberation/mt_0000000001#de_0000000001]' },
        from: issue,
      },
      { to: { kind: 'evaluation', ref: '前期の評価' }, from: issue },
      { to: { kind: 'document', ref: '依頼シート [request-sheets/rs_0000000001]' }, from: issue },
    ].map((one, at) => ({ ...link, ...one, id: `ev_000000000${at + 1}` })) as EvidenceLink[],
    dataPoints: [],
  }),
  { publishedOn: '2026-04-01', hash: '' },
)
const there: SourceRegister = new Map<string, KnownSource>([
  [survey, { words: '調査', href: '/s', parts: { 'q8\n全体\n満足': '/s/results/q8#c-1' } }],
  [
    'se_0000000009',
    { words: '人口', href: '', parts: { '08235@2020': '/statistics/08235/se_0000000009#t-2020' } },
  ],
  ['is_0000000001', { words: '市民の声', href: '' }],
  ['mt_0000000001', { words: '審議会', href: '/m', parts: { de_0000000001: '/m#de_0000000001' } }],
  ['rs_0000000001', { words: '依頼シート', href: '' }],
])
const linksIn = (register: SourceRegister) =>
  planEntries(everyKind, register).filter(({ id }) => id.startsWith('ev_'))

test('each kind of evidence leads to its own place', () => {
  expect(linksIn(there).map(({ kind, source }) => [kind, source.state, source.href])).toEqual([
    ['survey-cell', 'found', '/s/results/q8#c-1'],
    ['statistic', 'found', '/statistics/08235/se_0000000009#t-2020'],
    ['voice', 'found', ''],
    ['meeting-decision', 'found', '/m#de_0000000001'],
    ['evaluation', 'words', ''],
    ['document', 'found', ''],
  ])
})

test('each is gone when its thing is, or only the part that is named', () => {
  const gone = (register: SourceRegister) =>
    linksIn(register).flatMap(({ kind, source }) => (source.state === 'gone' ? [kind] : []))
  expect(gone(there)).toEqual([])
  expect(gone(new Map())).toEqual(['survey-cell', 'statistic', 'voice', 'meeting-decision', 'document'])
  const hollow = new Map([...there].map(([id, known]) => [id, known.parts ? { ...known, parts: {} } : known]))
  expect(gone(hollow)).toEqual(['survey-cell', 'statistic', 'meeting-decision'])
})

test('the file of every kind is of its format, and the table has a line for each entry', () => {
  const entries = [
    ...planEntries(everyKind, there),
    ...planEntries(everyKind, new Map()),
    ...answeredEntries(everyKind, [{ caseId: 'cc_0000000001', caseTitle: '素案', row }]),
    ...heardEntries(everyKind, heardFrom('伊奈', 6)),
  ]
  const file = threadFile.parse(JSON.parse(threadJson(everyKind, entries)))
  expect(new Set(file.threads.map(({ kind }) => kind))).toEqual(new Set(threadKinds))
  const rows = threadRows(everyKind, entries)
  expect(rows).toHaveLength(entries.length + 1)
  expect(rows.every(({ length }) => length === rows[0]?.length)).toBe(true)
})

test('a figure that texts quote leads to the cell it was taken from', () => {
  const dp = { id: 'dp_0000000008', label: '満足', value: 16.3, unit: '％', asOf: '2026-06-30' }
  const source = { kind: 'survey-cell', ref: '調査 問8', cell: `surveys/${survey}#q8/満足@全体` }
  const plan = planWithMeasure({ issues: [{ id: issue, text: `{{${dp.id}}}が満足です。` }] })
  const quoting = publicPlan(
    { ...plan, dataPoints: [{ ...dp, source }] },
    { publishedOn: '2026-04-01', hash: '' },
  )
  const [point] = planEntries(quoting, there).filter(({ id }) => id.startsWith('dp_'))
  expect(point).toMatchObject({
    kind: 'survey-cell',
    source: { key: survey, state: 'found', href: '/s/results/q8#c-1' },
    cell: '「全体」「満足」',
  })
})

test('the table runs no formula, and the file says of which version it is', () => {
  const entries = answeredEntries(shown, [{ caseId: 'cc_0000000001', caseTitle: '素案', row }])
  expect(writeCsv(threadRows(shown, entries))).not.toMatch(/(^|,)"?=1/m)
  expect(JSON.parse(threadJson(shown, entries))).toMatchObject({
    plan: { versionId: 've_0000000001' },
    threads: [{ kind: 'comment' }],
  })
})
