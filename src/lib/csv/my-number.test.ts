import { expect, test } from 'vitest'
import { isMyNumber, myNumberColumns } from './my-number.ts'

test('the check digit tells a possible 個人番号', () => {
  // 1·6 + 2·5 + 3·4 + 4·3 + 5·2 + 6·7 + 7·6 + 8·5 + 9·4 + 0·3 + 1·2 = 212, 212 mod 11 = 3, 11 − 3 = 8
  expect(isMyNumber('123456789018')).toBe(true)
  expect(isMyNumber('123456789019')).toBe(false)
  expect(isMyNumber('12345678901')).toBe(false)
})

test('exactly one last digit fits any eleven digits', () => {
  for (const first of ['00000000000', '98765432109', '55555555555', '10000000000']) {
    const fitting = [...'0123456789'].filter((last) => isMyNumber(`${first}${last}`))
    expect(fitting).toHaveLength(1)
  }
})

const table = (...rows: string[][]) => rows.map((cells) => ({ cells }))

test('a column is found by its heading or by its values', () => {
  expect(myNumberColumns(table(['氏名', '個人番号'], ['見本', '']))).toEqual([1])
  expect(myNumberColumns(table(['氏名', '番号'], ['見本', '１２３４-5678-9018']))).toEqual([1])
  expect(myNumberColumns(table(['氏名', '電話'], ['見本', '0297-00-0000']))).toEqual([])
  expect(myNumberColumns(table(['伝票'], ['123456789018'], ['123456789019']))).toEqual([])
})
