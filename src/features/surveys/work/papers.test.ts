import { expect, test } from 'vitest'
import { withCheck } from '../core/answering/numbers-with-check.ts'
import { questionsOf } from '../core/questionnaire/edit-questionnaire.ts'
import { endOfDay, type Survey } from '../core/survey.ts'
import { sampleQuestionnaire } from '../sample/sample-questionnaire.ts'
import { makeLetters } from './make-letters.ts'
import { makePaperForm } from './make-paper-form.ts'

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

test('letters: one page a person, and the same letters give the same bytes', async () => {
  const letters = ['2', '3', '4'].map((sign) => ({ number: sign, code: withCheck(sign.repeat(9)) }))
  const job = { survey, letters, address: 'https://example.jp/a', contact: '企画課', date: '2026-04-01' }
  const first = await makeLetters(job)
  expect(first.pages).toBe(3)
  expect(Buffer.from(first.pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(Buffer.compare(Buffer.from((await makeLetters(job)).pdf), Buffer.from(first.pdf))).toBe(0)
}, 60_000)

test('a paper form for each code, or the covers alone; the same input gives the same bytes', async () => {
  const questionnaire = sampleQuestionnaire([{ id: 'me_aaaaaaaaaa', title: '#panic() *道路*' }])
  const text = questionsOf(questionnaire)[0]
  if (text) text.text = '$x$ の #panic()'
  const blank = {
    ...{ survey, questionnaire, address: 'https://example.jp/a', contact: '企画課', date: '2026-04-01' },
    ...{ codes: [], isLarge: false },
  }
  const one = await makePaperForm(blank)
  const codes = ['2', '3', '4'].map((sign) => withCheck(sign.repeat(9)))
  expect(one.pages).toBeGreaterThan(2)
  expect((await makePaperForm({ ...blank, codes })).pages).toBe(3 * one.pages)
  expect((await makePaperForm({ ...blank, codes, isCoverOnly: true })).pages).toBe(3)
  expect(Buffer.compare(Buffer.from((await makePaperForm(blank)).pdf), Buffer.from(one.pdf))).toBe(0)
}, 60_000)
