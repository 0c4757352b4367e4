/** What a coding rule asks of a voice, its words in search form. Read from a line by `readCodingRule`. */
export type Condition =
  | { kind: 'word' | 'phrase'; text: string }
  | { kind: 'near' | 'sequence'; words: string[]; within: number }
  | { kind: 'count'; word: string; atLeast: number }
  | { kind: 'code'; code: string }
  | { kind: 'attribute'; name: string; value: string }
  | { kind: 'and' | 'or'; parts: Condition[] }
  | { kind: 'not'; part: Condition }

/** A code (分類) and when it is given (コーディング規則). `rule` is the line as a person wrote it. */
export type CodingRule = { code: string; rule: string }

/** What is wrong with a rule, in a sentence for the person who wrote it. */
export type RuleProblem = { code: string; message: string }

/** Codes a condition refers to. */
export function codesIn(condition: Condition): string[] {
  if (condition.kind === 'code') return [condition.code]
  if (condition.kind === 'not') return codesIn(condition.part)
  return condition.kind === 'and' || condition.kind === 'or' ? condition.parts.flatMap(codesIn) : []
}
