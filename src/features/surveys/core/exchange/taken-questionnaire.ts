import { type Questionnaire, questionnaire as schema } from '#src/formats/survey-question.ts'
import { columnsOf } from '../answering/answer-cells.ts'
import { checkQuestionnaire } from '../questionnaire/check-questionnaire.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'

/** A questionnaire from a file, ready to replace the one being edited; `remarks` are what the check of it says. */
export type TakenQuestionnaire =
  | { questionnaire: Questionnaire; remarks: string[]; problem?: undefined }
  | { problem: string }

/** Refuses names the answers could not have: wrong ones, and those given twice. All else the editor can repair. */
export function takenQuestionnaire(value: unknown): TakenQuestionnaire {
  const parsed = schema.safeParse(value, { error: ({ message }) => message ?? '形式に合いません' })
  if (!parsed.success) {
    const [first] = parsed.error.issues
    return { problem: `調査票の形式に合いません（${first?.path.join('.')}：${first?.message}）` }
  }
  const questions = questionsOf(parsed.data)
  const names = [...questions.map(({ code }) => `設問「${code}」`), ...questions.flatMap(columnsOf)]
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return { problem: `名前「${twice}」が2つあります。ファイルを直してください` }
  return {
    questionnaire: parsed.data,
    remarks: checkQuestionnaire(parsed.data).map(({ message }) => message),
  }
}
