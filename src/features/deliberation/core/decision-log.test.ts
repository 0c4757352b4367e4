import { expect, test } from 'vitest'
import { decisionLog, decisionRows } from './decision-log.ts'
import type { Inquiry } from './inquiry.ts'
import type { Decision, Meeting } from './meetings.ts'
import type { Paper } from './papers.ts'

const meeting = { id: 'mt_0000000001', heldOn: '2022-10-03', number: 2 } as Meeting
const decision: Decision = {
  id: 'de_0000000001',
  meetingId: meeting.id,
  agendaItemId: 'ai_0000000001',
  kind: 'approved',
  text: '素案を了承した。',
  votesFor: undefined,
  votesAgainst: undefined,
  subjects: ['me_0000000001'],
}
const paper = (label: string, agendaItemId: string | undefined, withdrawnReason = '') =>
  ({ id: `mp_${label}`, label, title: '素案', fileName: '素案.pdf', agendaItemId, withdrawnReason }) as Paper
const inquiry = {
  id: 'iq_0000000001',
  bodyId: 'bo_0000000001',
  askedOn: '2022-05-20',
  issuedOn: '2022-05-20',
  reportedOn: '2023-02-10',
  subject: '後期基本計画',
  conclusion: '適当と認める。',
} as Inquiry
const log = decisionLog({
  meetings: [
    {
      meeting,
      body: { name: '審議会' },
      decisions: [decision],
      papers: [
        paper('資料1', 'ai_0000000001'),
        paper('資料2', 'ai_0000000002'),
        paper('資料3', undefined, '誤り'),
      ],
    },
  ],
  inquiries: [inquiry],
  bills: [],
  bodies: [{ id: 'bo_0000000001', name: '審議会' }],
})

test('questions, decisions and reports stand in one list, the latest first', () => {
  expect(log.map(({ day, by, kind }) => [day, by, kind])).toEqual([
    ['2023-02-10', '審議会', '答申'],
    ['2022-10-03', '審議会 第2回', '了承'],
    ['2022-05-20', '市長', '諮問'],
  ])
})

test('a question whose letter has not gone out is no decision', () => {
  const prepared = { ...inquiry, issuedOn: undefined, reportedOn: undefined }
  expect(decisionLog({ meetings: [], inquiries: [prepared], bills: [], bodies: [] })).toEqual([])
})

test('a decision shows the papers of its own item, none that were withdrawn', () => {
  expect(log[1]?.papers).toMatchObject([
    { label: '資料1', address: `/meetings/${meeting.id}/papers/mp_資料1.pdf` },
  ])
  expect(decisionRows(log)[2]).toEqual([
    '2022-10-03',
    '審議会 第2回',
    '了承',
    '素案を了承した。',
    '資料1 素案',
    'me_0000000001',
  ])
})
