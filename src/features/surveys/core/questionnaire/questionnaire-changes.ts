import type { Questionnaire, SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { conditionWords } from './condition-words.ts'
import { questionsOf } from './edit-questionnaire.ts'

export type QuestionChange = {
  code: string
  /** 問3, as the newer version numbers it; of a question that is gone, as the older one did. */
  name: string
  kind: 'added' | 'removed' | 'changed'
  /** What differs, each with both texts. Empty for a question that came or went. */
  parts: { label: string; before: string; after: string }[]
}

/** What a newer version of a questionnaire changes, question by question, in its order; then what is gone. */
export function questionnaireChanges(before: Questionnaire, after: Questionnaire): QuestionChange[] {
  const [old, now] = [questionsOf(before), questionsOf(after)]
  const nameOf = ({ number, text }: SurveyQuestion) => `${number} ${text}`.trim()
  const here = now.flatMap((question): QuestionChange[] => {
    const known = old.find(({ code }) => code === question.code)
    const { code } = question
    if (!known) return [{ code, name: nameOf(question), kind: 'added', parts: [] }]
    const parts = partsOf({ known, question, old, now })
    return parts.length > 0 ? [{ code, name: nameOf(question), kind: 'changed', parts }] : []
  })
  const gone = old
    .filter(({ code }) => !now.some((question) => question.code === code))
    .map(
      (question): QuestionChange => ({
        code: question.code,
        name: nameOf(question),
        kind: 'removed',
        parts: [],
      }),
    )
  return [...here, ...gone]
}

type Both = {
  known: SurveyQuestion
  question: SurveyQuestion
  old: readonly SurveyQuestion[]
  now: readonly SurveyQuestion[]
}

const optionsIn = (options: readonly SurveyOption[]) =>
  options.map(({ code, label }) => `${code} ${label}`).join('\n')
const limitsIn = ({ minimum, maximum, unit }: SurveyQuestion) =>
  [minimum ?? '', '〜', maximum ?? '', unit].join('').replace(/^〜$/, '')

function partsOf({ known, question, old, now }: Both): QuestionChange['parts'] {
  const pairs = [
    ['番号', known.number, question.number],
    ['文', known.text, question.text],
    ['補足', known.plainText, question.plainText],
    ['選択肢', optionsIn(known.options), optionsIn(question.options)],
    ['重要度の選択肢', optionsIn(known.importanceOptions), optionsIn(question.importanceOptions)],
    ['行', linesIn(known), linesIn(question)],
    ['上限・下限', limitsIn(known), limitsIn(question)],
    ['条件', conditionWords(old, known.showIf), conditionWords(now, question.showIf)],
  ] as const
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([label, before, after]) => ({ label, before, after }))
}

const linesIn = ({ items }: SurveyQuestion) => items.map(({ label }) => label).join('\n')
