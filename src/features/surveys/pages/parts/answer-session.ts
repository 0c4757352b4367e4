import type { Questionnaire } from '#src/formats/survey-question.ts'
import { countTry, forgetTries } from '#src/platform/auth/tries.ts'
import type { Context } from '#src/platform/context.ts'
import { atOnce } from '#src/platform/database/transaction.ts'
import type { Visit } from '#src/platform/page.ts'
import { readCode } from '../../core/answering/numbers-with-check.ts'
import { inLanguage, surveyIn } from '../../core/questionnaire/translations.ts'
import type { Survey } from '../../core/survey.ts'
import type { FormWords } from '../../core/words/japanese.ts'
import { type Language, wordsIn } from '../../core/words/languages.ts'
import { type Access, type AnswerDraft, asNobody, findAnswerDraft } from '../../store/access.ts'
import { type Admission, admissionOf } from '../../store/commands/answers.ts'
import { getPublicSurvey, getPublishedQuestionnaire } from '../../store/queries.ts'
import { newReceipt } from '../../store/receipts.ts'
import { languageIn } from './answer-language.tsx'

type SurveyVisit = Pick<Visit, 'request' | 'auth' | 'site' | 'clientAddress' | 'url'> & {
  params: { surveyId: string }
}

const cookieName = 'shirube_answer'

/** The cookie of the form session: the code, for this survey's pages only, gone with the browser. */
export const sessionCookie = ({ site, params }: Pick<SurveyVisit, 'site' | 'params'>, code: string) =>
  [
    `${cookieName}=${code}`,
    `Path=/surveys/${params.surveyId}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(site.startsWith('https:') ? ['Secure'] : []),
    ...(code === '' ? ['Max-Age=0'] : []),
  ].join('; ')

function codeIn(request: Request): string | undefined {
  const found = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]*)`).exec(request.headers.get('cookie') ?? '')
  return readCode(found?.[1] ?? '')
}

/** Somebody in the middle of answering: what they may do, and what is saved so far. */
export type AnswerSession = {
  survey: Survey
  access: Access | undefined
  admission: Admission
  draft: AnswerDraft
  /** In the language of the visit: codes and columns are the same in all of them. */
  questionnaire: Questionnaire
  language: Language | undefined
  words: FormWords
}

/** The session of a visit. Without a code, or with one of another survey, the admission is `unknown`. */
export const answerSession = (context: Context, visit: SurveyVisit): Promise<AnswerSession> =>
  atOnce(asNobody(context), (nobody) => readSession(nobody, visit))

async function readSession(nobody: Context, visit: SurveyVisit): Promise<AnswerSession> {
  const { surveyId } = visit.params
  const survey = await getPublicSurvey(nobody, surveyId)
  const code = codeIn(visit.request)
  const access = code === undefined ? undefined : { surveyId, secret: visit.auth.secret, code }
  const admission = access ? await admissionOf(nobody, access) : 'unknown'
  const saved = access && (await findAnswerDraft(nobody, access))
  const { questionnaire, version } = await getPublishedQuestionnaire(nobody, surveyId, saved?.version)
  const draft = saved ?? { version, cells: {}, receipt: newReceipt(), once: newReceipt() }
  const language = languageIn(visit, questionnaire)
  return {
    survey: surveyIn(survey, questionnaire, language),
    access,
    admission,
    draft,
    questionnaire: inLanguage(questionnaire, language),
    language,
    words: wordsIn(language),
  }
}

/** Counts one try of a code from one place; the milliseconds to wait, 0 when it may be looked at. */
export async function tryCode({ auth, clientAddress, params }: SurveyVisit, now: Date) {
  const email = `survey ${params.surveyId} ${clientAddress}`
  const given = { email, clientAddress, now, device: undefined, guessed: 'password' as const }
  const wait = await countTry(auth, given)
  return { wait, forget: () => forgetTries(auth, given) }
}
