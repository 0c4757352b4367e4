import { expect, test } from 'vitest'
import { sheetReminder, sheetsForHeads, sheetsToRemind } from './sheet-reminders.ts'
import type { RequestSheet } from './sheets.ts'

const sheet = (own: Partial<RequestSheet> = {}): RequestSheet => ({
  id: 'rs_0000000001',
  roundId: 'rr_0000000001',
  unitId: 'ou_0000000001',
  subjectId: undefined,
  subject: '健康づくり',
  state: 'sent',
  answers: { note: '秘密の文' },
  remarks: [],
  dueOn: '2026-12-11',
  revision: 1,
  ...own,
})
const isReminded = (one: RequestSheet, today: string, after: string) =>
  sheetsToRemind([one], { after, today }).length === 1

test('five and one business days before, on the day, two and five after', () => {
  // The deadline is a Friday.
  for (const [day, before] of [
    ['2026-12-04', '2026-12-03'],
    ['2026-12-10', '2026-12-09'],
    ['2026-12-11', '2026-12-10'],
    ['2026-12-15', '2026-12-14'],
    ['2026-12-18', '2026-12-17'],
  ])
    expect(isReminded(sheet(), day ?? '', before ?? '')).toBe(true)
  expect(isReminded(sheet(), '2026-12-14', '2026-12-13')).toBe(false)
  expect(isReminded(sheet(), '2026-12-13', '2026-12-01')).toBe(true)
})

test('what was answered or not yet sent reminds nobody', () => {
  for (const state of ['draft', 'answered', 'accepted'] as const)
    expect(isReminded(sheet({ state }), '2026-12-11', '2026-12-10')).toBe(false)
})

test('the mail says which sheets, the late ones first, and nothing of what stands in them', () => {
  const sheets = [
    sheet(),
    sheet({ id: 'rs_0000000002', subject: '食育', state: 'returned', dueOn: '2026-12-20' }),
  ]
  const titles = new Map([['rr_0000000001', '調査票']])
  const { subject, text } = sheetReminder({
    unit: '健康増進課',
    sheets,
    titles,
    today: '2026-12-15',
    site: 'https://x.jp',
  })
  expect(subject).toContain('2枚')
  expect(text.indexOf('健康づくり')).toBeLessThan(text.indexOf('食育（差戻し）'))
  expect(text).toContain('https://x.jp/staff/sheets/rs_0000000001')
  expect(text).not.toContain('秘密')
})

test('ten business days after the deadline and every five from then on the head alone hears of it', () => {
  const isForHead = (today: string, after: string) => sheetsForHeads([sheet()], { after, today }).length === 1
  expect(isForHead('2026-12-25', '2026-12-24')).toBe(true)
  expect(isForHead('2026-12-24', '2026-12-23')).toBe(false)
  expect(isReminded(sheet(), '2026-12-25', '2026-12-24')).toBe(false)
  // A system that stood still says it once, to the whole section.
  expect(isForHead('2026-12-25', '2026-12-01')).toBe(false)
  const letter = { unit: '健康増進課', sheets: [sheet()], titles: new Map(), site: '' }
  const mail = sheetReminder({ ...letter, today: '2026-12-25', isForHead: true })
  expect([mail.subject, mail.text]).toEqual([
    '依頼シートの回答のお願い（課長あて）（1枚）',
    expect.stringContaining('健康増進課 課長 様'),
  ])
})
