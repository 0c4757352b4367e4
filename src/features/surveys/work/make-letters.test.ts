import { expect, test } from 'vitest'
import { withCheck } from '../core/answering/numbers-with-check.ts'
import { endOfDay, type Survey } from '../core/survey.ts'
import { makeLetters } from './make-letters.ts'

const survey: Survey = {
  id: 'sv_aaaaaaaaaa',
  title: '暮らしの調査',
  introduction: '目的です。\n#panic() *強調* $x$ も、そのまま印刷します。',
  universe: '',
  startsOn: '2026-04-01',
  endsOn: '2026-04-30',
  closesAt: endOfDay('2026-04-30'),
  state: 'draft',
  designKind: 'stratified',
  strata: { variables: [], cells: [] },
  sampling: undefined,
  purgedAt: undefined,
  publishedAt: undefined,
  revision: 1,
}

test('one page a person, and the same letters give the same bytes', async () => {
  const letters = ['2', '3', '4'].map((sign) => ({ number: sign, code: withCheck(sign.repeat(9)) }))
  const job = { survey, letters, address: 'https://example.jp/a', contact: '企画課', date: '2026-04-01' }
  const first = await makeLetters(job)
  expect(first.pages).toBe(3)
  expect(Buffer.from(first.pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(Buffer.compare(Buffer.from((await makeLetters(job)).pdf), Buffer.from(first.pdf))).toBe(0)
}, 60_000)
