import type { SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { surveyQuestion } from '#src/formats/survey-question.ts'
import { readJson } from '#src/lib/json/read-json.ts'

/**
 * What of a question another program has no place for travels beside it as JSON in a field of its own, so that a questionnaire
 * which comes back is the one that left. What people see is taken from the fields they see.
 */
export const keptOf = (question: SurveyQuestion): string => JSON.stringify(question)

/** The question as it left, or undefined where the field is not ours. */
export function readKept(text: string | undefined): SurveyQuestion | undefined {
  if (!text?.startsWith('{')) return undefined
  const parsed = surveyQuestion.safeParse(readJson(text).value)
  return parsed.success ? parsed.data : undefined
}

/** Options with the words that came back; what they had besides is kept where the code is known. */
export const mergedOptions = (
  kept: readonly SurveyOption[],
  found: readonly { code: string; label: string }[],
): SurveyOption[] =>
  found.map(({ code, label }) => {
    const before = kept.find((option) => option.code === code)
    if (before) return { ...before, label }
    return { code, label, plainLabel: '', points: null, hasText: false, isExclusive: false }
  })
