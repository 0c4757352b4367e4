import { expect, test } from 'vitest'
import { noReferences } from '../references.ts'
import type { RequestRound, RequestSheet } from '../sheets.ts'
import { answersBefore } from './answers-before.ts'

const fields = ['note', 'issues'].map((id) => ({
  id,
  label: id === 'note' ? '連絡' : '課題',
  kind: 'text' as const,
  isRequired: false,
}))
const round = (id: string, own: Partial<RequestRound> = {}): RequestRound => ({
  id,
  title: id,
  sheetType: 'target',
  usedFor: '素案',
  fields,
  dueOn: '2026-06-30',
  sentAt: '2026-06-01T00:00:00.000Z',
  revision: 1,
  ...own,
})
const sheet = (roundId: string, own: Partial<RequestSheet> = {}): RequestSheet => ({
  id: `sheet of ${roundId}`,
  roundId,
  unitId: 'roads',
  subjectId: 'measure',
  subject: '道路',
  state: 'accepted',
  answers: { note: `${roundId}の連絡`, issues: '同じ課題' },
  remarks: [],
  dueOn: '2026-06-30',
  revision: 1,
  ...own,
})
const now = sheet('今回', { state: 'sent', answers: { issues: '同じ課題' } })
const of = (all: RequestSheet[], rounds = ['次回', '今回', '前回', '前々回'].map((id) => round(id))) =>
  answersBefore({ round: round('今回'), sheets: [now], references: noReferences, rounds, all })

test('the last accepted answers are said where they differ, from the nearest earlier round alone', () => {
  expect(of([sheet('次回'), now, sheet('前回'), sheet('前々回')])).toEqual([
    { sheetId: now.id, topic: '前回の回答（前回）\n連絡', words: '前回の連絡' },
  ])
})

test('a round in which nothing about the subject was accepted is passed over', () => {
  const others = [sheet('前回', { state: 'answered' }), sheet('前回', { subjectId: 'other' })]
  expect(of([now, ...others, sheet('前々回')])).toMatchObject([{ words: '前々回の連絡' }])
})

test('sheets of another type are not the last ones', () => {
  const rounds = [round('今回'), round('前回', { sheetType: 'situation' })]
  expect(of([now, sheet('前回')], rounds)).toEqual([])
})
