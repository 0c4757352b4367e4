import { expect, test } from 'vitest'
import { missingWarnings } from './missing-warnings.ts'

const content = {
  fields: [
    {
      number: '1',
      title: 'まち',
      measures: [{ number: '1-2', title: '道路', situation: [{ words: ['𠮷野😀の道'] }] }],
    },
  ],
  termNotes: [{ term: '𠮷', text: [] }],
}
const path = ['book.json', 'fields', 0, 'measures', 0, 'situation', 0, 'words', 0]

test('the characters of one text are told together, with the measure they stand in', () => {
  expect(
    missingWarnings(
      [
        { character: '𠮷', path },
        { character: '😀', path },
      ],
      content,
    ),
  ).toEqual([
    '1-2 道路の「𠮷野😀の道」にある文字「𠮷」（U+20BB7）「😀」（U+1F600）は書体にないため、〓で印刷しました。',
  ])
})

test('a text of the back matter is told with its part', () => {
  expect(
    missingWarnings([{ character: '𠮷', path: ['book.json', 'termNotes', 0, 'term'] }], content)[0],
  ).toMatch(/^用語解説の「𠮷」/)
})
