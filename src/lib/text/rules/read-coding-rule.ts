import { searchForm } from '../find-words.ts'
import type { Condition } from './coding-rule.ts'
import { type Lexeme, lexemesOf } from './rule-lexemes.ts'

/** A rule that can be used, or a sentence that says what is wrong. */
export type ReadRule = { condition: Condition; problem?: undefined } | { problem: string }

const defaultWithin = 10
const deepest = 30

/**
 * Reads a coding rule (コーディング規則): the kinds of KH Coder's rules (Higuchi 2016) in a simpler grammar.
 *
 *     学童 and (定員 or 待機) and not 閉校        words, brackets
 *     "バスの本数"                              letter by letter
 *     near(学童-定員)[8]  seq(免許-返納)[5]      within so many words; in this order
 *     count(バス)>=2      <交通>   地区=谷和原   how often; another code; an attribute of the voice
 */
export function readCodingRule(rule: string): ReadRule {
  const reading: Reading = { lexemes: lexemesOf(rule), at: 0, depth: 0 }
  if (reading.lexemes.length === 0) return { problem: '規則が空です。' }
  const condition = readAny(reading)
  const rest = reading.lexemes[reading.at]
  if (rest) fail(reading, `「${rest.text}」の前に and か or が必要です。`)
  return reading.problem ? { problem: reading.problem } : { condition }
}

type Reading = { lexemes: readonly Lexeme[]; at: number; depth: number; problem?: string }

/** Keeps the first problem and ends the reading. */
function fail(reading: Reading, problem: string): Condition {
  reading.problem ??= problem
  reading.at = reading.lexemes.length
  return { kind: 'or', parts: [] }
}

function takes(reading: Reading, text: string): boolean {
  const next = reading.lexemes[reading.at]
  if (next?.text !== text || (next.kind !== 'mark' && next.kind !== 'operator')) return false
  reading.at++
  return true
}

function readAny(reading: Reading): Condition {
  const parts = [readAll(reading)]
  while (takes(reading, 'or')) parts.push(readAll(reading))
  return parts.length === 1 ? (parts[0] as Condition) : { kind: 'or', parts }
}

function readAll(reading: Reading): Condition {
  const parts = [readOne(reading)]
  while (takes(reading, 'and')) parts.push(readOne(reading))
  return parts.length === 1 ? (parts[0] as Condition) : { kind: 'and', parts }
}

function readOne(reading: Reading): Condition {
  if (reading.depth >= deepest) return fail(reading, 'かっこや not の重なりが深すぎます。')
  reading.depth++
  const condition = readNested(reading)
  reading.depth--
  return condition
}

function readNested(reading: Reading): Condition {
  if (takes(reading, 'not')) return { kind: 'not', part: readOne(reading) }
  if (takes(reading, '(')) {
    const inner = readAny(reading)
    return takes(reading, ')') ? inner : fail(reading, 'かっこが閉じていません。')
  }
  const next = reading.lexemes[reading.at++]
  if (!next) return fail(reading, '規則が途中で終わっています。')
  if (next.kind === 'phrase' || next.kind === 'code') return quoted(reading, next)
  if (next.kind !== 'word') return fail(reading, `「${next.text}」の場所には語が必要です。`)
  if (takes(reading, '=')) return { kind: 'attribute', name: next.text, value: readWord(reading) }
  return takes(reading, '(') ? readCall(reading, next.text) : { kind: 'word', text: searchForm(next.text) }
}

function quoted(reading: Reading, { kind, text }: Lexeme): Condition {
  if (text === '') return fail(reading, '引用符や < > の中が空です。')
  return kind === 'code' ? { kind: 'code', code: text } : { kind: 'phrase', text: searchForm(text) }
}

/** near(…), seq(…), count(…), after the opening bracket. */
function readCall(reading: Reading, name: string): Condition {
  if (name !== 'near' && name !== 'seq' && name !== 'count') {
    return fail(reading, `「${name}(」は使えません。near、seq、count のどれかです。`)
  }
  const words = [searchForm(readWord(reading))]
  while (takes(reading, '-')) words.push(searchForm(readWord(reading)))
  if (!takes(reading, ')')) return fail(reading, 'かっこが閉じていません。')
  if (name === 'count') {
    if (words.length > 1) return fail(reading, 'count には語を1つだけ書きます。')
    if (!takes(reading, '>=')) return fail(reading, 'count(語) の後には >= と数が必要です。')
    return { kind: 'count', word: words[0] ?? '', atLeast: readNumber(reading) }
  }
  if (words.length < 2) return fail(reading, `${name} には語を2つ以上、- でつないで書きます。`)
  const within = takes(reading, '[') ? readNumber(reading) : defaultWithin
  if (reading.lexemes[reading.at - 2]?.text === '[' && !takes(reading, ']')) {
    return fail(reading, '[ が閉じていません。')
  }
  return { kind: name === 'near' ? 'near' : 'sequence', words, within }
}

function readWord(reading: Reading): string {
  const next = reading.lexemes[reading.at]
  if (next?.kind !== 'word' && next?.kind !== 'phrase') {
    fail(reading, '語が必要なところに語がありません。')
    return ''
  }
  reading.at++
  return next.text
}

function readNumber(reading: Reading): number {
  const word = readWord(reading)
  const number = /^\d{1,4}$/.test(word) ? Number(word) : 0
  if (number === 0) fail(reading, `「${word}」は1以上の数ではありません。`)
  return number
}
