import { type Entered, type Problems, problemsOf } from '#src/platform/form.ts'
import { noAnswer, type ViewAnswer } from '../../core/inquiry.ts'
import { type AnswerBounds, type AnswerField, answerForm, dayProblem } from '../../core/view-answer.ts'

/** What an answer to the view at a position is called on the form. */
export const answerFieldName = (field: AnswerField, position: number) => `${field}-${position}`

/** The answers to so many views as they were typed, or what is wrong beside their fields. A view without an answer has no day. */
export function readAnswers(
  entered: Entered,
  count: number,
  bounds: AnswerBounds,
): { answers: ViewAnswer[]; problems: Problems } {
  const problems: Problems = {}
  const answers = Array.from({ length: count }, (_, position): ViewAnswer => {
    const typed = (field: AnswerField) => entered[answerFieldName(field, position)] ?? ''
    const read = answerForm.safeParse({
      answerKind: typed('answerKind'),
      answer: typed('answer'),
      answeredOn: typed('answeredOn'),
      versionId: typed('versionId'),
      itemId: typed('itemId'),
    })
    const say = (found: Problems) => {
      for (const [field, problem] of Object.entries(found)) problems[`${field}-${position}`] ??= problem
    }
    if (!read.success) {
      say(problemsOf(read.error))
      return noAnswer
    }
    const answeredOn = read.data.answer === '' ? '' : (read.data.answeredOn ?? '')
    const problem = answeredOn && dayProblem(answeredOn, bounds)
    if (problem) say({ answeredOn: problem })
    return { ...read.data, answeredOn }
  })
  return { answers, problems }
}
