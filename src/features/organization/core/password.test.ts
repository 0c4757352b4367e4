import { expect, test } from 'vitest'
import { passwordProblem } from './password.ts'
import { ownWordsOf } from './password-own-words.ts'

const ownWords = ownWordsOf({
  email: 'h.kurosawa-plan@city.example.jp',
  name: '黒澤 ひかる',
  site: 'https://keikaku.miraicho.lg.jp',
  city: { name: '木曽岬町', kana: 'きそさきちょう', districts: ['源緑', '加路戸'] },
})
const problemOf = (password: string) => passwordProblem(password, ownWords)

test.each([
  'むらさきの傘と十二番目の月',
  'まいあさ川のほとりまで歩く',
  '𠮷野家の前で待ち合わせた日',
  'k9#fPz2!vQx7',
  '!#%&=~|^_?>*+',
  'umbrella kettle gravel',
  'x7Bq 92kd Lw0p',
  'ﾊﾟｲﾌﾟｵﾙｶﾞﾝのﾈｼﾞ',
])('%s is taken', (password) => {
  expect(problemOf(password)).toBeUndefined()
})

test.each([
  'password1234',
  'Password2026!',
  'passwordpassword',
  'P@$$w0rd-2026!',
  'ｐａｓｓｗｏｒｄ１２３４',
  'ilovemonkey123',
  'aaaaaaaaaaaaaaa',
  'abababababababab',
  '123456789012',
  '098765432109',
  'qwertyuiopas',
  'qwertyuiop123',
  '1qaz2wsx3edc',
  'abcdefghijklmnop',
  'zyxwvutsrqponm',
  'あいうえおかきくけこさし',
  'shirube-admin-2026',
  'Shirube20261124',
  'Reiwa8nen2026!!',
  'sakurasakura2026',
  'yamadataro1980',
  '佐藤太郎佐藤太郎佐藤太郎',
  '総合計画総合計画総合計画',
])('%s is guessed at once', (password) => {
  expect(problemOf(password)).toContain('推測')
})

test.each([
  'kurosawakurosawa',
  'h.kurosawa-plan1',
  '黒澤ひかる黒澤ひかる2026',
  'きそさききそさききそさき',
  'miraicho-keikaku',
  '木曽岬町木曽岬町木曽岬町',
  '源緑加路戸源緑加路戸源緑加路戸',
])('%s belongs to this person or this city', (password) => {
  expect(problemOf(password)).toContain('推測')
})

test('what belongs to one person is fine for another', () => {
  expect(passwordProblem('木曽岬町加路戸の黒澤ひかる', ownWords)).toContain('推測')
  expect(passwordProblem('木曽岬町加路戸の黒澤ひかる', [])).toBeUndefined()
})

test('length is counted in characters people see, and nothing is cut off', () => {
  expect(problemOf('k9#fPz2!vQx')).toContain('いま11字')
  expect(problemOf('𠮷'.repeat(11))).toContain('いま11字')
  const longest = `${'k9#fPz2!vQx7'.repeat(10)}mb83hdj0`
  expect([...longest]).toHaveLength(128)
  expect(problemOf(longest)).toBeUndefined()
  expect(problemOf(`${longest}k`)).toContain('128字まで')
})

test('a blank or a mark more does not make a common word better', () => {
  expect(problemOf('pass word 1234 !')).toContain('推測')
  expect(problemOf('shirube_2026_admin')).toContain('推測')
})
