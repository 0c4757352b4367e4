import { expect, test } from 'vitest'
import { publicSubjectHref, staffSubjectHref, subjectKind } from './subjects.ts'

test('what a decision is about is known by its id, and led to where each reader can open it', () => {
  expect(subjectKind('me_0000000001')).toBe('item')
  expect(publicSubjectHref('me_0000000001')).toBe('/plan/items/me_0000000001')
  expect(publicSubjectHref('ve_0000000001')).toBe('/plan/versions/ve_0000000001')
  expect(publicSubjectHref('fr_0000000001')).toBe('/population')
  expect(staffSubjectHref('rr_0000000001')).toBe('/staff/sheets/rounds/rr_0000000001')
})

test('a round of sheets has no page for residents', () => {
  expect(publicSubjectHref('rr_0000000001')).toBeUndefined()
})
