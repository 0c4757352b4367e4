import { z } from 'zod'
import { applyCodingRules } from '#src/lib/text/rules/apply-coding-rules.ts'
import type { JobRun } from '#src/platform/jobs/job-kind.ts'
import { cutWith } from '../core/made.ts'
import type { RuleSuggestions } from '../core/suggestions.ts'
import { analysisInput, jsonFile, knownOnly } from './analysis-input.ts'
import { tokeniseRows } from './tokenise-rows.ts'

const input = analysisInput.extend({
  rules: z.array(z.object({ code: z.string(), rule: z.string() })),
})
const mostOthers = 50

/** Applies the rules of the codes in a worker thread; leaves ids and places, which a person confirms. */
export const run: JobRun = async (given, progress) => {
  const { rows, forcedWords, lists, seed, rules } = input.parse(given)
  progress(10, '文を語に分けています')
  const { texts, made } = await tokeniseRows(knownOnly(rows), { forcedWords, lists, seed })
  progress(70, '規則を当てはめています')
  const attributes = new Map(
    rows.map(({ id, district = '', channel = '', ageBand = '' }) => [
      id,
      { 地区: district, 経路: channel, 年代: ageBand },
    ]),
  )
  const codable = texts.map((text) => ({ ...text, attributes: attributes.get(text.id) ?? {} }))
  const { results, problems } = applyCodingRules(codable, rules)
  const suggestions: RuleSuggestions = {
    codes: (results ?? []).map(({ code, matches, others }) => ({
      code,
      matches: matches.map(({ id, because }) => ({
        id,
        because: because.map(({ start, end }) => ({ start, end })),
      })),
      others: others.slice(0, mostOthers),
      otherCount: others.length,
    })),
    problems: problems ?? [],
    tokeniser: cutWith(made),
  }
  return {
    file: jsonFile(suggestions, '規則の提案.json'),
    remarks: [problems ? `規則の間違い ${problems.length}件` : `規則 ${rules.length}本`],
  }
}
