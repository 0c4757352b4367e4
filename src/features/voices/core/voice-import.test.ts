import { expect, test } from 'vitest'
import { countTable } from './counts.ts'
import { planVoiceImport, voiceKey } from './voice-import.ts'

const head = '声,経路,受けた日,地区,年代,氏名'

test('lines become voices, and a column of names is named as left out', () => {
  const { submissions, ignored, findings } = planVoiceImport(
    `${head}\nバスを増やして,要望,2026-07-01,伊奈,60代,見本花子`,
    new Set(),
  )
  expect(findings).toEqual([])
  expect(ignored).toEqual(['氏名'])
  expect(submissions).toMatchObject([
    { original: 'バスを増やして', channel: 'request', method: 'form', ageBand: '60代' },
  ])
  expect(JSON.stringify(submissions)).not.toContain('花子')
})

test('what is wrong is said by line and column, and nothing is taken in', () => {
  const { submissions, findings } = planVoiceImport(
    `${head}\n,要望,2026-07-01,,,\n道,電話,きのう,,72歳,`,
    new Set(),
  )
  expect(submissions).toEqual([])
  expect(findings.map(({ line, column }) => `${line}${column}`)).toEqual([
    '2声',
    '3経路',
    '3受けた日',
    '3年代',
  ])
})

test('a line that is known, or stands twice, is taken in once', () => {
  const line = '道が暗い,要望,2026-07-01,谷和原,,'
  const first = planVoiceImport(`${head}\n${line}\n${line}`, new Set())
  expect(first.reports.map(({ act }) => act)).toEqual(['add', 'same'])
  const known = new Set(first.submissions.map(voiceKey))
  expect(planVoiceImport(`${head}\n${line}`, known).submissions).toEqual([])
})

test('a formula of a spreadsheet comes in as the words it is', () => {
  const { submissions } = planVoiceImport(`${head}\n"'=HYPERLINK(""x"")",要望,2026-07-01,,,`, new Set())
  expect(submissions[0]?.original).toBe('=HYPERLINK("x")')
})

test('counts by channel and district have both totals, unknown districts last', () => {
  const heard = [
    { channel: 'request', district: '谷和原' },
    { channel: 'request', district: '' },
    { channel: 'survey', district: '伊奈' },
  ] as const
  const { districts, count } = countTable(heard, ['伊奈', '谷和原'])
  expect(districts).toEqual(['伊奈', '谷和原', ''])
  expect([count('request', undefined), count(undefined, '伊奈'), count(undefined, undefined)]).toEqual([
    2, 1, 3,
  ])
})

test('a request says by which way it came; another channel has none', () => {
  const ways = `声,経路,受けた日,要望の経路`
  const { submissions } = planVoiceImport(
    `${ways}\n道を直して,要望,2026-07-01,行政区\n灯を,要望,2026-07-01,`,
    new Set(),
  )
  expect(submissions.map(({ requestPath }) => requestPath)).toEqual(['ward', undefined])
  const { findings } = planVoiceImport(
    `${ways}\n道を,要望,2026-07-01,電話\n木を,職員,2026-07-01,議会`,
    new Set(),
  )
  expect(findings.map(({ line, column, problem }) => `${line}${column}：${problem}`)).toEqual([
    '2要望の経路：要望の経路を一覧から選んでください',
    '3要望の経路：要望の経路は、経路が「要望」のときに選びます',
  ])
})
