import { expect, test } from 'vitest'
import { surveyDataset } from '#src/formats/survey-dataset.ts'
import { smallSurvey } from '#test/statistics/small-survey.ts'
import { frameOfCsv, joinFrames } from './frame-of-csv.ts'
import { frameOfDataset } from './frame-of-dataset.ts'
import { categoryOf, numbersOf, opinionsOf } from './survey-frame.ts'

test('the four kinds of missing are read from a table', () => {
  const frame = frameOfCsv('q,y\n1,2.5\n,NA\nINV,3\nNAP,4\n9,5\n', {
    options: {
      q: [
        { code: '1', label: 'はい', points: null },
        { code: '9', label: 'わからない', missingKind: 'dont-know', points: null },
      ],
    },
  })
  const q = categoryOf(frame, 'q')
  expect([...q.codes]).toEqual([0, -1, -2, -3, 1])
  expect([...opinionsOf(q).codes]).toEqual([0, -1, -2, -3, -1])
  expect([...numbersOf(frame, 'y')]).toEqual([2.5, Number.NaN, 3, 4, 5])
  expect(() => numbersOf(frameOfCsv('y\nabc\n'), 'y')).toThrow('1行目の「abc」は、数ではありません')
})

test('values without options are sorted as numbers where they are numbers', () => {
  const frame = frameOfCsv('a,b\n10,x\n9,あ\n2,B\n')
  expect(categoryOf(frame, 'a').options.map(({ code }) => code)).toEqual(['2', '9', '10'])
  expect(categoryOf(frame, 'b').options.map(({ code }) => code)).toEqual(['B', 'x', 'あ'])
})

test('bad tables are refused in words', () => {
  expect(() => frameOfCsv('')).toThrow('表が空です')
  expect(() => frameOfCsv('a,a\n1,2\n')).toThrow('列「a」が2つあります')
  expect(() => frameOfCsv('a,b\n1,2,3\n')).toThrow('2行目：列が3あります（見出しは2）')
  const options = { a: [{ code: '1', label: '', points: null }] }
  expect(() => categoryOf(frameOfCsv('a\n1\n7\n', { options }), 'a')).toThrow(
    '2行目の「7」は、選択肢にありません',
  )
  expect(() => frameOfCsv('b\n1\n', { options })).toThrow('列「a」がありません')
})

test('tables are joined on a key, whatever their order', () => {
  const joined = joinFrames(frameOfCsv('id,a\n1,x\n2,y\n'), frameOfCsv('id,b\n2,p\n1,q\n'), 'id')
  expect(joined.columns.get('b')?.cells).toEqual(['q', 'p'])
  expect(() => joinFrames(frameOfCsv('id\n3\n'), frameOfCsv('id,b\n1,q\n'), 'id')).toThrow('「3」の行が')
  expect(() => joinFrames(frameOfCsv('id\n1\n'), frameOfCsv('id,b\n1,q\n1,r\n'), 'id')).toThrow('同じ値が2つ')
})

test('a dataset is a frame with its options, and marks belong to their question', () => {
  const frame = frameOfDataset(surveyDataset.parse(smallSurvey))
  expect(categoryOf(frame, 'q1').options.map(({ label }) => label)).toEqual([
    '満足',
    'ふつう',
    '不満',
    'わからない',
  ])
  expect(frame.columns.get('q1')?.cells).toEqual(['1', '2', '3', '9', -1, -2, '1', '1'])
  expect(frame.marks.get('q2')?.map(({ column, label }) => [column, label])).toEqual([
    ['q2_1', '公園'],
    ['q2_2', '道路'],
  ])
})

test('columns of a dataset must be as long as the survey, and unknown keys are refused', () => {
  const short = structuredClone(smallSurvey)
  short.answers.count = 9
  expect(surveyDataset.safeParse(short).error?.issues[0]?.message).toBe(
    '列「district」の長さ8が、回答の数9と違います',
  )
  expect(surveyDataset.safeParse({ ...smallSurvey, wieght: 1 }).success).toBe(false)
})
