import { numbersOf } from '#src/features/plan/core/numbering.ts'
import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import type { Choice } from '#src/ui/field.tsx'
import { permissions } from '../core/permissions.ts'
import { checkQuestionnaire } from '../core/questionnaire/check-questionnaire.ts'
import { conditionWords } from '../core/questionnaire/condition-words.ts'
import { findQuestion, saveQuestion } from '../core/questionnaire/edit-questionnaire.ts'
import { enteredOf, readQuestionForm } from '../core/questionnaire/question-form.ts'
import { editQuestionnaire } from '../store/commands/questionnaires.ts'
import { getQuestionnaire, getSurvey } from '../store/queries.ts'
import { QuestionEditor } from './parts/question-editor.tsx'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'

/** One question: words, options, lines of its table, limits, condition; its check beside it. */
export const questionPage = page('/staff/surveys/:surveyId/questions/:code', {
  audience: 'staff',
  async show(context, { params }) {
    return screen(context, params, {})
  },
  async submit(context, { params }, form) {
    const { surveyId, code } = params
    const entered = enteredIn(form)
    const { questionnaire } = await getQuestionnaire(context, surveyId)
    const known = found(findQuestion(questionnaire, code), '設問')
    const read = readQuestionForm(known, entered)
    if (read.problems)
      return { ...(await screen(context, params, { entered, problems: read.problems })), status: 422 }
    const { question } = read
    if (entered['act'] === 'preview') return screen(context, params, { entered, previewed: question })
    const saving = editQuestionnaire(context, {
      surveyId,
      revision: Number(entered['revision']),
      change: (current) => saveQuestion(current, question),
    })
    const outcome = await unlessStale(saving)
    if (outcome.isStale)
      return { ...(await screen(context, params, { entered, isStale: true })), status: 409 }
    const isMore = entered['act'] === 'more'
    const here = `${surveyAddress(surveyId)}/questions/${code}`
    return { seeOther: `${isMore ? here : surveyAddress(surveyId, '/questionnaire')}?notice=saved` }
  },
})

type State = { entered?: Entered; problems?: Problems; isStale?: boolean; previewed?: SurveyQuestion }

async function screen(
  context: Context,
  { surveyId, code }: { surveyId: string; code: string },
  { entered, problems = {}, isStale = false, previewed }: State,
): Promise<Screen> {
  const survey = await getSurvey(context, surveyId)
  const { questionnaire, revision, publishedAt } = await getQuestionnaire(context, surveyId)
  const question = found(findQuestion(questionnaire, code), '設問')
  const head = surveyHead(survey, context.now)
  const findings = checkQuestionnaire(questionnaire).filter((one) => one.code === code)
  const all = questionnaire.sections.flatMap((section) => section.questions)
  const mayEdit =
    mayDo(context.actor, permissions, 'design-survey') && !publishedAt && survey.state !== 'closed'
  return {
    ...head,
    title: question.number || '説明文',
    crumbs: [...head.crumbs, { label: '調査票', href: surveyAddress(surveyId, '/questionnaire') }],
    body: (
      <QuestionEditor
        {...{ survey, question, revision, problems, isStale, findings, mayEdit }}
        entered={entered ?? enteredOf(question)}
        saved={enteredOf(question)}
        earlier={earlierChoices(all, code)}
        measures={await measureChoices(context)}
        previewed={previewed ?? question}
        condition={conditionWords(all, (previewed ?? question).showIf)}
      />
    ),
  }
}

/** Questions before this one that a condition may look at. */
function earlierChoices(questions: readonly SurveyQuestion[], code: string): (Choice & { codes: string })[] {
  const at = questions.findIndex((question) => question.code === code)
  return questions.slice(0, at).flatMap(({ number, text, items, options, type }) =>
    options.length === 0 || type === 'matrix-dual'
      ? []
      : items.map(({ column, label }) => ({
          value: column,
          label: `${number} ${label || text}`.slice(0, 60),
          codes: options.map((option) => `${option.code}＝${option.label}`).join('、'),
        })),
  )
}

/** The measures of the plan a line may be bound to; none for those who may not read the working plan. */
async function measureChoices(context: Context): Promise<Choice[]> {
  if (!mayDo(context.actor, planPermissions, 'read-working-plan')) return []
  const primary = await findPrimaryPlan(context)
  if (!primary) return []
  const plan = await getPlanDocument(context, primary.id)
  const numbers = numbersOf(plan)
  return plan.items
    .filter(({ kind }) => kind === 'measure')
    .map(({ id, title }) => ({ value: id, label: `${numbers.get(id) ?? ''} ${title}`.trim() }))
}
