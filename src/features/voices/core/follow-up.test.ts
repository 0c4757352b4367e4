import { expect, test } from 'vitest'
import { type FollowUp, followUpForm, followUpState } from './follow-up.ts'

const followUp: FollowUp = {
  submissionId: 'su_1',
  unitId: '',
  dueOn: '2026-04-10',
  outcome: 'open',
  reply: '',
  timing: '',
  continues: '',
  repliedOn: undefined,
  writtenBy: 'a',
  approvedBy: undefined,
  revision: 1,
}

test('an answer is late on the day after its day, and given when another person approved it', () => {
  expect(followUpState(undefined, '2026-04-01')).toBe('none')
  expect(followUpState(followUp, '2026-04-10')).toBe('open')
  expect(followUpState(followUp, '2026-04-11')).toBe('late')
  const drafted: FollowUp = {
    ...followUp,
    outcome: 'planned',
    reply: '着手します。',
    repliedOn: '2026-04-09',
  }
  expect(followUpState(drafted, '2026-04-11')).toBe('drafted')
  expect(followUpState({ ...drafted, repliedOn: undefined }, '2026-04-11')).toBe('late')
  expect(followUpState({ ...drafted, approvedBy: 'b' }, '2026-04-11')).toBe('replied')
})

test('a class without an answer is refused at the field, and so is a day of an answer without a class', () => {
  const typed = { unitId: '', dueOn: '令和8年4月10日', outcome: 'difficult', reply: ' ' }
  expect(followUpForm.safeParse(typed).error?.issues.map(({ path }) => path.join())).toEqual(['reply'])
  const dated = { ...typed, outcome: 'open', repliedOn: '2026-04-08' }
  expect(followUpForm.safeParse(dated).error?.issues.map(({ path }) => path.join())).toEqual(['outcome'])
  expect(followUpForm.parse({ ...typed, reply: '国道のため、国に伝えます。' })).toMatchObject({
    dueOn: '2026-04-10',
  })
})
