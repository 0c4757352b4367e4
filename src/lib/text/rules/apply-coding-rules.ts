import { searchable } from '../find-words.ts'
import { inIdOrder } from '../order.ts'
import type { TokenisedText } from '../token.ts'
import { type CodingRule, type Condition, codesIn, type RuleProblem } from './coding-rule.ts'
import { type CodedText, evaluate } from './evaluate.ts'
import { readCodingRule } from './read-coding-rule.ts'

/** A voice that got a code, and the words by which it did (UTF-16 offsets into the verbatim). */
export type CodeMatch = { id: string; because: { start: number; end: number; words: string }[] }

/**
 * A code with the voices that got it and those that did not; `share` is of all voices (0–1, 0 without
 * voices).
 */
export type CodeResult = { code: string; matches: CodeMatch[]; others: string[]; share: number }

/** A voice for coding: attributes by the names rules use, such as 地区. */
export type CodableText = TokenisedText & { attributes?: Readonly<Record<string, string>> }

/**
 * Gives codes by rules (辞書コーディング). A voice may get none, one or many; every match says by which words. Codes
 * may refer to each other but not in a circle. When one rule has a problem nothing is coded and the problems
 * are told.
 *
 * Refuses an id that occurs twice (RangeError).
 */
export function applyCodingRules(
  texts: readonly CodableText[],
  rules: readonly CodingRule[],
): { results: CodeResult[]; problems?: undefined } | { problems: RuleProblem[]; results?: undefined } {
  const read = rules.map(({ code, rule }) => ({ code, ...readCodingRule(rule) }))
  const conditions = new Map<string, Condition>()
  for (const one of read) if (one.problem === undefined) conditions.set(one.code, one.condition)
  const problems = [
    ...read.flatMap(({ code, problem }) => (problem === undefined ? [] : [{ code, message: problem }])),
    ...namingProblems(rules, conditions),
  ]
  if (problems.length > 0) return { problems }

  const results = rules.map(({ code }): CodeResult => ({ code, matches: [], others: [], share: 0 }))
  const ordered = inIdOrder(texts)
  for (const text of ordered) codeOne(text, conditions, results)
  for (const result of results) result.share = ordered.length > 0 ? result.matches.length / ordered.length : 0
  return { results }
}

/**
 * Tries one rule beside the others it may refer to: only those it builds on are read, so what is wrong elsewhere does not
 * stop a person who is writing this one.
 */
export function tryCodingRule(
  texts: readonly CodableText[],
  tried: CodingRule,
  others: readonly CodingRule[],
): { result: CodeResult; problem?: undefined } | { problem: string; result?: undefined } {
  const all = [tried, ...others.filter(({ code }) => code !== tried.code)]
  const conditions = new Map<string, Condition>()
  for (const { code, rule } of all) {
    const read = readCodingRule(rule)
    if (read.problem === undefined) conditions.set(code, read.condition)
  }
  const behind = codesBehind(tried.code, conditions)
  const needed = all.filter(({ code }) => code === tried.code || behind.has(code))
  const { results, problems } = applyCodingRules(texts, needed)
  const [result] = results ?? []
  if (result) return { result }
  const first = problems?.find(({ code }) => code === tried.code) ?? problems?.[0]
  return {
    problem:
      !first || first.code === tried.code
        ? (first?.message ?? '')
        : `分類「${first.code}」：${first.message}`,
  }
}

function codeOne(
  text: CodableText,
  conditions: ReadonlyMap<string, Condition>,
  results: readonly CodeResult[],
): void {
  const voice: CodedText = { text: searchable(text), attributes: text.attributes ?? {} }
  const known = new Map<string, ReturnType<typeof evaluate>>()
  const spansOf = (code: string): ReturnType<typeof evaluate> => {
    if (!known.has(code)) {
      const condition = conditions.get(code)
      known.set(code, condition && evaluate(condition, voice, spansOf))
    }
    return known.get(code)
  }
  for (const { code, matches, others } of results) {
    const spans = spansOf(code)
    if (!spans) {
      others.push(text.id)
      continue
    }
    const words = new Map(spans.map(({ start, end }) => [`${start} ${end}`, { start, end }]))
    const because = [...words.values()].sort((a, b) => a.start - b.start || a.end - b.end)
    matches.push({
      id: text.id,
      because: because.map(({ start, end }) => ({ start, end, words: text.text.slice(start, end) })),
    })
  }
}

function namingProblems(
  rules: readonly CodingRule[],
  conditions: ReadonlyMap<string, Condition>,
): RuleProblem[] {
  const names = rules.map(({ code }) => code)
  return [...conditions].flatMap(([code, condition]): RuleProblem[] => {
    if (names.indexOf(code) !== names.lastIndexOf(code)) {
      return [{ code, message: `分類「${code}」の規則が2つあります。` }]
    }
    const unknown = codesIn(condition).find((other) => !names.includes(other))
    if (unknown !== undefined) return [{ code, message: `分類「${unknown}」の規則がありません。` }]
    return codesBehind(code, conditions).has(code)
      ? [{ code, message: '規則が、めぐって自分自身を指しています。' }]
      : []
  })
}

/** All codes a rule builds on, directly or by way of others. */
function codesBehind(code: string, conditions: ReadonlyMap<string, Condition>): Set<string> {
  const behind = new Set<string>()
  const waiting = [code]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const condition = conditions.get(next)
    for (const other of condition ? codesIn(condition) : []) {
      if (!behind.has(other)) waiting.push(other)
      behind.add(other)
    }
  }
  return behind
}
