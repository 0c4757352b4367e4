import { expect, test } from 'vitest'
import { cleanLetter, isWordless } from './letter.ts'
import { readReceiptNumber, receiptNumberOf, secretWordOf } from './receipt-number.ts'
import { lettersIn } from './submission.ts'

test('a letter keeps its words: only control characters, half characters and other line ends go', () => {
  expect(cleanLetter('一行目\r\n<b>太字</b>\u0007\u001B[31m 𠮷\uD83D')).toBe(
    '一行目\n<b>太字</b>[31m 𠮷\uFFFD',
  )
})

test.each(['特になし', '特にありません。', 'なし', '－', ' 。 ', 'わからない', '不明'])(
  '「%s」 says nothing',
  (text) => {
    expect(isWordless(text)).toBe(true)
  },
)

test.each(['バスがなし崩しに減った', '特に道路', 'ないと困る'])('「%s」 says something', (text) => {
  expect(isWordless(text)).toBe(false)
})

test('a receipt number has a check character, and is read whatever way it is typed', () => {
  const number = receiptNumberOf('rn_7k3q9x2d4f')
  expect(number).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{2}$/)
  expect(readReceiptNumber(` ${number.toLowerCase().replaceAll('-', 'ー')} `)).toBe(number)
  expect(readReceiptNumber(number.replaceAll('-', ''))).toBe(number)
})

test('one wrong sign, or two that changed places, make no receipt number', () => {
  const number = receiptNumberOf('rn_7k3q9x2d4f').replaceAll('-', '')
  const other = number[0] === '2' ? '3' : '2'
  expect(readReceiptNumber(other + number.slice(1))).toBeUndefined()
  if (number[0] !== number[1]) {
    expect(readReceiptNumber(`${number[1]}${number[0]}${number.slice(2)}`)).toBeUndefined()
  }
  expect(readReceiptNumber('')).toBeUndefined()
})

test('different random ids give different numbers', () => {
  const numbers = Array.from({ length: 500 }, (_, at) =>
    receiptNumberOf(`rn_${String(at).padStart(10, '0')}`),
  )
  expect(new Set(numbers).size).toBe(500)
})

test('the secret word has eight signs', () => {
  expect(secretWordOf(new Uint8Array(32).fill(9))).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
})

test('pasted voices are lines, or blocks where empty lines stand between', () => {
  expect(lettersIn('・バスを増やして\n● 学童が足りない\n\n')).toEqual(['バスを増やして', '学童が足りない'])
  expect(lettersIn('一行目\n二行目\n\n別の声')).toEqual(['一行目\n二行目', '別の声'])
})
