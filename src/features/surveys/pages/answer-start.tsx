import { eraDayDual, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { CheckField, TextField } from '#src/ui/field.tsx'
import { stepsFor } from '../core/answering/answer-words.ts'
import { readCode } from '../core/answering/numbers-with-check.ts'
import { collectionPhase, type Survey } from '../core/survey.ts'
import { asNobody, findAnswerDraft } from '../store/access.ts'
import { admissionOf } from '../store/commands/answers.ts'
import { getPublicSurvey, getPublishedQuestionnaire } from '../store/queries.ts'
import { sessionCookie, tryCode } from './parts/answer-session.ts'
import { FormHead } from './parts/form-head.tsx'
import { surveyCrumbs } from './parts/public-frame.tsx'

/** The door of the web form: the code of the letter, and the consent. The code also leads back to a saved entry. */
export const answerStartPage = page('/surveys/:surveyId/answer', {
  audience: 'anyone',
  async show(context, { params }) {
    return screen(await getPublicSurvey(asNobody(context), params.surveyId), context.now)
  },
  async submit(context, visit, form) {
    const nobody = asNobody(context)
    const { surveyId } = visit.params
    const survey = await getPublicSurvey(nobody, surveyId)
    const entered = enteredIn(form)
    const again = (problems: Problems) => ({
      ...screen(survey, context.now, { entered, problems }),
      status: 422 as const,
    })
    const code = readCode(entered['code'] ?? '')
    const consent: Problems =
      entered['consent'] === 'yes' ? {} : { consent: '説明を読み、同意する欄に印を付けてください' }
    if (!code)
      return again({ code: '回答コードは、手紙にある10文字です。もう一度確かめてください', ...consent })
    if (Object.keys(consent).length > 0) return again(consent)
    const { wait, forget } = await tryCode(visit, context.now)
    if (wait > 0)
      return again({
        code: `続けて何度も入力されました。${Math.ceil(wait / 1000)}秒たってから、もう一度入力してください`,
      })
    const access = { surveyId, secret: visit.auth.secret, code }
    const admission = await admissionOf(nobody, access)
    if (admission !== 'open') return again({ code: refusals[admission] })
    await forget()
    const saved = await findAnswerDraft(nobody, access)
    const { questionnaire } = await getPublishedQuestionnaire(nobody, surveyId, saved?.version)
    const first = stepsFor(questionnaire, saved?.cells ?? {})[0]?.id ?? 'check'
    const cookies = [sessionCookie(visit, code)]
    return { seeOther: `/surveys/${surveyId}/answer/${first}${saved ? '?from=saved' : ''}`, cookies }
  },
})

const refusals = {
  unknown: 'この回答コードは見つかりません。手紙にある10文字を、もう一度確かめてください',
  done: 'この回答コードでは、すでに回答を受け付けています。ありがとうございました',
  'not-yet': 'まだ受け付けていません。始まる日になってから入力してください',
  over: '受付は終わりました',
} as const

type State = { entered: Entered; problems: Problems }

const screen = (survey: Survey, now: Date, state: State = { entered: {}, problems: {} }): Screen => ({
  title: `${survey.title}に答える`,
  crumbs: surveyCrumbs(survey),
  body: <Start survey={survey} phase={collectionPhase(survey, now)} {...state} />,
})

type StartProps = State & { survey: Survey; phase: ReturnType<typeof collectionPhase> }

function Start({ survey, phase, entered, problems }: StartProps) {
  const { title, introduction, closesAt } = survey
  const lastDay = tokyoDay(new Date(Date.parse(closesAt) - 1))
  return (
    <>
      <FormHead problems={problems} />
      <h1>{title}</h1>
      <div class="l-flow l-measure l-gap">
        {introduction && <p class="sb-prewrap">{introduction}</p>}
        <p>
          回答の期間は、{eraDayDual(lastDay)}
          までです。途中で保存して、あとから、ほかの機械でも続けられます。
        </p>
        <p>
          回答コードは、1通につき1回だけ使えます。お名前は入力しません。どの人がどう答えたかは、市にも分からないしくみです。
        </p>
      </div>
      {phase === 'over' ? (
        <p class="l-gap">
          <b>受付は終わりました。ご協力ありがとうございました。</b>
        </p>
      ) : (
        <form method="post" class="sb-form l-gap" action="#error-summary">
          <TextField
            name="code"
            label="回答コード"
            support="手紙にある10文字（例：7K3Q9-XM4TA）。続きから答える方も、同じコードを入力してください。"
            value={entered['code']}
            problem={problems['code']}
            width="mid"
            autocomplete="off"
            required
          />
          <div id="consent">
            <CheckField
              name="consent"
              label="説明を読み、回答することに同意します"
              isChecked={entered['consent'] === 'yes'}
            />
            {problems['consent'] && <p class="dads-form__error">＊{problems['consent']}</p>}
          </div>
          <button class="dads-button" type="submit">
            回答を始める・続ける
          </button>
        </form>
      )}
    </>
  )
}
