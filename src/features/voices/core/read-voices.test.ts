import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readVoices } from './read-voices.ts'

const refusals = (value: unknown, field?: string) =>
  readVoices(typeof value === 'string' ? value : JSON.stringify(value), { text: field }).refusals

test('rows are read as an array or under rows, and what is not needed is left alone', () => {
  const row = { id: 7, verbatim: 'バス', submission: 's1', district: '伊奈', age_band: '70+', gold: null }
  const expected = {
    rows: [{ id: '7', text: 'バス', submission: 's1', district: '伊奈' }],
    forcedWords: [{ word: '伊奈', base: '伊奈' }],
  }
  expect(readVoices(JSON.stringify([row]))).toEqual(expected)
  expect(readVoices(JSON.stringify({ note: 'x', rows: [row] }))).toEqual(expected)
})

test('the text may stand in a field of another name', () => {
  expect(readVoices('[{"id":"a","opinion":"道"}]', { text: 'opinion' })).toMatchObject({
    rows: [{ id: 'a', text: '道' }],
  })
})

test('what voices are compared by is the field one names, in rows and in the format', () => {
  const row = JSON.stringify([{ id: 'a', verbatim: '道', age_band: '70+' }])
  expect(readVoices(row, { by: 'age_band' })).toMatchObject({ rows: [{ value: '70+' }] })
  expect(readVoices(row, { by: 'ageBand' })).toEqual({ rows: [{ id: 'a', text: '道' }], forcedWords: [] })
  const example = readFileSync('docs/formats/voice.example.json', 'utf8')
  expect(readVoices(example, { by: 'channel' })).toMatchObject({
    rows: [{ value: 'comment' }, { value: 'comment' }, { value: 'workshop' }],
  })
})

test('a file of the format gives one row an opinion, and the words that are never cut', () => {
  const { rows, forcedWords } = readVoices(readFileSync('docs/formats/voice.example.json', 'utf8')) as {
    rows: unknown[]
    forcedWords: { word: string }[]
  }
  expect(rows).toHaveLength(3)
  expect(rows[0]).toMatchObject({
    submission: 'su_3f8k2m9q4t',
    submitter: 'pe_6j2n8r4v1x',
    district: 'みほん台',
  })
  expect(forcedWords.map(({ word }) => word)).toContain('バス停')
})

test('what cannot be read is refused with a sentence that says where', () => {
  expect(refusals('{')).toEqual([
    'JSONとして読めません。1行目の2文字目：ここで終わっています。途中で切れていないか確かめてください。',
  ])
  expect(refusals({ a: 1 })?.[0]).toMatch('でも、行の並び')
  expect(refusals({ schema: 'shirube-plan/1' })).toEqual([
    '市民の声のファイルではありません（schema が「shirube-plan/1」です）。',
  ])
  expect(refusals({ schema: 'shirube-voice/2' })?.[0]).toMatch('新しい版の標')
  expect(
    refusals([{ verbatim: 'x' }, { id: 'a' }, { id: 'b', verbatim: 'x' }, { id: 'b', verbatim: 'y' }, 3]),
  ).toEqual([
    '1件目に id がありません。',
    '2件目（a）に verbatim の文がありません。',
    '4件目の id「b」は前にもあります。',
    '5件目に id がありません。',
  ])
  expect(refusals(Array(50).fill({}))?.at(-1)).toBe('ほかに30件あります。')
})

const example = () => JSON.parse(readFileSync('docs/formats/voice.example.json', 'utf8'))

test('a misspelt field of the format is refused by its name', () => {
  const file = example()
  file.voices[0].verbtim = 'x'
  expect(refusals(file)).toEqual(['voices.0：「verbtim」という欄はありません。'])
})

test('free text of a survey with a submitter, and an id used twice, are refused', () => {
  const named = example()
  named.voices[0].channel = 'survey'
  expect(refusals(named)?.[0]).toMatch('アンケートの自由意見は')
  const doubled = example()
  doubled.voices[1].opinions[0].id = doubled.voices[0].opinions[0].id
  expect(refusals(doubled)?.[0]).toMatch('が2つあります')
})
