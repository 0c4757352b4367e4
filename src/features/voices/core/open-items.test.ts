import { expect, test } from 'vitest'
import { questionsByVenue } from './open-items.ts'
import type { PublicNote, PublicReply, PublicReport } from './public-report.ts'

const reply = (dueOn: string, words = ''): PublicReply => ({
  outcome: words ? 'planned' : 'open',
  reply: words,
  timing: '',
  dueOn,
  repliedOn: words ? '2026-04-01' : '',
})
const note = (number: string, answer: PublicReply | undefined): PublicNote => ({
  id: number,
  number,
  stepId: 's',
  heading: '',
  votes: 0,
  texts: [],
  planItemIds: [],
  reply: answer,
})
const report = (title: string, heldOn: string, notes: PublicNote[], changes = {}): PublicReport => ({
  session: {
    title,
    heldOn,
    kind: 'briefing',
    reportedAt: '2026-03-30',
    ...changes,
  } as PublicReport['session'],
  steps: [],
  tables: [],
  notes,
  votes: undefined,
})

const reports = [
  report('伊奈会場', '2026-03-08', [
    note('1', reply('2026-04-20')),
    note('2', reply('2026-04-02')),
    note('3', reply('')),
    note('4', reply('2026-04-01', '令和9年度です。')),
    note('5', undefined),
  ]),
  report('谷和原会場', '2026-03-09', [note('1', reply('2026-04-30'))]),
  report('まだの会場', '2026-03-10', [note('1', reply('2026-04-30'))], { reportedAt: undefined }),
  report('ワークショップ', '2026-03-11', [note('1', reply('2026-04-30'))], { kind: 'world-cafe' }),
]

test('questions stand by venue, the latest first; of published briefings only', () => {
  expect(questionsByVenue(reports, '2026-04-10').map(({ session }) => session.title)).toEqual([
    '谷和原会場',
    '伊奈会場',
  ])
})

test('what waits is ordered by its day, a delay is a delay, and an answer closes it', () => {
  const [, venue] = questionsByVenue(reports, '2026-04-10')
  expect(venue?.open.map(({ note: { number }, isLate }) => [number, isLate])).toEqual([
    ['2', true],
    ['1', false],
    ['3', false],
  ])
  expect(venue?.answered.map(({ note: { number }, isLate }) => [number, isLate])).toEqual([['4', false]])
})
