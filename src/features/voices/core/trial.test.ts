import { expect, test } from 'vitest'
import { markedPieces } from './suggestions.ts'
import { kappaWords, trialState } from './trial.ts'

const coding = (coder: string, opinionId: string, ...codeIds: string[]) => ({ coder, opinionId, codeIds })

test('nothing of the agreement is told before both are done', () => {
  const drawn = ['op_1', 'op_2']
  const half = [coding('b', 'op_1', 'vc_x'), coding('a', 'op_1', 'vc_x'), coding('a', 'op_2')]
  expect(trialState(drawn, half)).toEqual({
    coders: [
      { coder: 'a', coded: 2 },
      { coder: 'b', coded: 1 },
    ],
    isDone: false,
    units: 0,
    agreement: undefined,
    ofMany: undefined,
  })
  const whole = trialState(drawn, [...half, coding('b', 'op_2', 'vc_x')])
  expect(whole.agreement?.codes).toMatchObject([{ code: 'vc_x', agreement: 0.5, onlySecond: ['op_2'] }])
  expect(
    trialState(
      drawn,
      half.filter(({ coder }) => coder === 'a'),
    ).isDone,
  ).toBe(false)
})

test('three coders are waited for; an ended trial counts what two of them judged', () => {
  const drawn = ['op_1', 'op_2', 'op_3']
  const two = ['a', 'b'].flatMap((coder) => drawn.map((id) => coding(coder, id, 'vc_x')))
  const third = coding('c', 'op_1')
  const rules = { coderCount: 3, isEnded: false }
  expect(trialState(drawn, [...two, third], rules)).toMatchObject({ isDone: false, ofMany: undefined })
  const ended = trialState(drawn, [...two, third], { ...rules, isEnded: true })
  expect(ended).toMatchObject({
    isDone: true,
    units: 3,
    agreement: undefined,
    ofMany: [{ code: 'vc_x', units: 3, apart: [{ id: 'op_1', gave: 2, of: 3 }] }],
  })
  const alone = drawn.map((id) => coding('a', id))
  expect(trialState(drawn, alone, { coderCount: 2, isEnded: true })).toMatchObject({ isDone: false })
  const half = [...alone, coding('b', 'op_2', 'vc_x')]
  expect(trialState(drawn, half, { coderCount: 2, isEnded: true })).toMatchObject({
    units: 1,
    agreement: { codes: [{ code: 'vc_x', onlySecond: ['op_2'] }] },
  })
})

test('κ has a word beside it, and says when there is none', () => {
  expect([undefined, -0.1, 0.1, 0.4, 0.41, 0.8, 0.81].map(kappaWords)).toEqual([
    '求められない（全員が同じ判断だけ）',
    '偶然より低い',
    'わずか',
    '低い',
    '中くらい',
    '高い',
    'とても高い',
  ])
})

test('a text is marked where the rule met it, whole at every join', () => {
  const text = '学童の定員を増やす'
  const pieces = markedPieces(text, [
    { start: 3, end: 5 },
    { start: 0, end: 2 },
    { start: 1, end: 4 },
    { start: 90, end: 99 },
  ])
  expect(pieces.map(({ words, isMet }) => (isMet ? `[${words}]` : words)).join('')).toBe(
    '[学童]の[定員]を増やす',
  )
})
