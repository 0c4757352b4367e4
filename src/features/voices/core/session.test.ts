import { expect, test } from 'vitest'
import { sharedJson } from '#test/shared-file.ts'
import { firstSteps, questionSets } from './question-sets.ts'
import { reportDueOn, type Session, type Step } from './session.ts'
import { sessionForm, speakerAndWords } from './session-forms.ts'
import { minutesOver, timePlan } from './time-plan.ts'

const step = (minutes: number): Step => ({
  id: `hs_${minutes}`,
  sessionId: 'ho_1',
  kind: 'round',
  text: '',
  minutes,
  hint: '',
  order: 0,
  revision: 1,
})

test('steps follow one another from the beginning; what is too long is told in minutes', () => {
  const day = { startsAt: '13:30', endsAt: '15:00' }
  expect(timePlan([step(20), step(75)], day).map(({ from, to }) => [from, to])).toEqual([
    ['13:30', '13:50'],
    ['13:50', '15:05'],
  ])
  expect(minutesOver([step(20), step(75)], day)).toBe(5)
  expect(minutesOver([step(20)], { ...day, endsAt: '' })).toBeUndefined()
  expect(timePlan([step(20)], { startsAt: '' })).toMatchObject([{ from: '', to: '' }])
})

test('a remark begins with the letter of its speaker; a name is not taken for one', () => {
  expect(speakerAndWords('Ｂ：道が狭い')).toEqual({ speaker: 'B', text: '道が狭い' })
  expect(speakerAndWords('Aさん: 道が\n狭い')).toEqual({ speaker: 'A', text: '道が\n狭い' })
  expect(speakerAndWords('要点：道が狭い')).toEqual({ speaker: '', text: '要点：道が狭い' })
})

test('a session that ends before it begins is refused at the field', () => {
  const typed = {
    kind: 'hearing',
    title: '会',
    heldOn: '令和8年7月1日',
    startsAt: '14時',
    endsAt: '13:00',
    frame: 'invited',
    consent: 'internal',
  }
  const read = sessionForm.safeParse(typed)
  expect(read.error?.issues.map(({ path }) => path.join())).toEqual(['endsAt'])
  expect(sessionForm.parse({ ...typed, endsAt: '9時30分', startsAt: '' })).toMatchObject({ endsAt: '09:30' })
})

test.each(questionSets.flatMap((set) => set.kinds.map((kind) => [set.id, kind, set] as const)))(
  'the set %s makes a time plan for %s with every question',
  (_id, kind, set) => {
    const texts = firstSteps(kind, set).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining([...set.questions]))
  },
)

type Formats = { question_sets: { city: string; questions: string[] }[]; items: { source: string }[] }
const formats = sharedJson('voices/workshop-hearing-formats.json') as Formats | undefined

test.skipIf(!formats)('the offered sets are those municipalities used, each with its source', () => {
  const known = formats?.question_sets.map(({ questions }) => questions)
  expect(questionSets.map(({ questions }) => questions).sort()).toEqual([...(known ?? [])].sort())
  const sources = new Set(formats?.items.map(({ source }) => source))
  expect(questionSets.filter(({ source }) => !sources.has(source))).toEqual([])
})

test('a result is due ten working days after the session, and owed no more once it is public or there was none', () => {
  const held = { kind: 'briefing', heldOn: '2026-12-22' } as Session
  expect(reportDueOn(held)).toBe('2027-01-12')
  expect(reportDueOn({ ...held, reportedAt: '2026-12-25T00:00:00.000Z' })).toBeUndefined()
  expect(reportDueOn({ ...held, cancelledAt: '2026-12-20T00:00:00.000Z' })).toBeUndefined()
  expect(reportDueOn({ ...held, kind: 'staff' })).toBeUndefined()
})

test('what is not chosen follows the kind: colleagues stay inside, others may be quoted without a name', () => {
  const read = (changes: object) =>
    sessionForm.parse({ title: '会', heldOn: '2026-07-12', startsAt: '', endsAt: '', ...changes })
  expect(read({ kind: 'staff' })).toMatchObject({ frame: 'staff', consent: 'internal' })
  expect(read({ kind: 'hearing' })).toMatchObject({ frame: 'invited', consent: 'anonymous-quote' })
  const chosen = { kind: 'staff', frame: 'invited', consent: 'anonymous-quote' }
  expect(read(chosen)).toMatchObject(chosen)
})
