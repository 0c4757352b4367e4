import { expect, test } from 'vitest'
import { mayCheck, needsCheck } from './transcript.ts'

test('paper is compared, the web form is not; and never by whoever typed it', () => {
  expect(needsCheck({ channel: 'comment', method: 'fax' })).toBe(true)
  expect(needsCheck({ channel: 'comment', method: 'online' })).toBe(false)
  expect(mayCheck({ id: 'a' }, { enteredBy: 'a' })).toBe(false)
  expect(mayCheck({ id: 'b' }, { enteredBy: 'a' })).toBe(true)
})
