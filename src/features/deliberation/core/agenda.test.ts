import { expect, test } from 'vitest'
import { movedTo, opensClosedItem, removalProblem } from './agenda.ts'

const agenda = ['a', 'b', 'c'].map((id) => ({ id }))

test.each([
  ['c', 1, 'cab'],
  ['a', 3, 'bca'],
  ['a', 2, 'bac'],
  ['b', 2, 'abc'],
  ['b', 9, 'acb'],
  ['b', 0, 'bac'],
  ['x', 1, 'abc'],
])('%s at place %i gives %s', (id, position, expected) => {
  expect(
    movedTo(agenda, id, position)
      .map((item) => item.id)
      .join(''),
  ).toBe(expected)
})

test('a closed item is opened before the meeting only', () => {
  expect(opensClosedItem({ state: 'called' }, { isOpen: false }, true)).toBe(false)
  expect(opensClosedItem({ state: 'held' }, { isOpen: false }, true)).toBe(true)
  expect(opensClosedItem({ state: 'held' }, { isOpen: true }, false)).toBe(false)
})

const file = {
  meeting: { state: 'called' as const },
  agenda,
  papers: [],
  decisions: [],
  changes: [],
  answers: [],
}

test('an item goes as long as nothing hangs on it, and a called meeting keeps one', () => {
  const item = { id: 'a', minutes: '' }
  expect(removalProblem(file, item)).toBeUndefined()
  for (const part of ['papers', 'decisions', 'changes', 'answers'])
    expect(removalProblem({ ...file, [part]: [{ agendaItemId: 'a' }] }, item)).toContain('消せません')
  expect(removalProblem({ ...file, papers: [{ agendaItemId: 'b' }] }, item)).toBeUndefined()
  expect(removalProblem(file, { ...item, minutes: '話した。' })).toContain('会議録')
  const alone = { ...file, agenda: [{ id: 'a' }] }
  expect(removalProblem(alone, item)).toContain('ただ1つ')
  expect(removalProblem({ ...alone, meeting: { state: 'draft' } }, item)).toBeUndefined()
})
