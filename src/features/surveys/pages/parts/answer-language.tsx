import type { ComponentChildren } from 'preact'
import type { Questionnaire } from '#src/formats/survey-question.ts'
import type { Visit } from '#src/platform/page.ts'
import { languagesOf } from '../../core/questionnaire/translations.ts'
import type { FormWords } from '../../core/words/japanese.ts'
import { asLanguage, type Language, languages } from '../../core/words/languages.ts'

type LanguageVisit = Pick<Visit, 'request' | 'site' | 'url'> & { params: { surveyId: string } }

const cookieName = 'shirube_language'

/** The language somebody chose, by link or before, where the questionnaire speaks it; else Japanese. */
export function languageIn(
  { url, request }: LanguageVisit,
  questionnaire: Questionnaire,
): Language | undefined {
  const cookie = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]*)`).exec(
    request.headers.get('cookie') ?? '',
  )?.[1]
  const wanted = asLanguage(url.searchParams.get('lang') ?? cookie)
  return languagesOf(questionnaire).find((language) => language === wanted)
}

/** Keeps the language for this survey's pages until the browser is closed. */
export const languageCookie = ({ site, params }: LanguageVisit, language: string) =>
  [
    `${cookieName}=${asLanguage(language) ?? 'ja'}`,
    `Path=/surveys/${params.surveyId}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(site.startsWith('https:') ? ['Secure'] : []),
  ].join('; ')

/** The cookie of a language chosen by a link. */
export function chosenByLink(visit: LanguageVisit): string[] {
  const chosen = visit.url.searchParams.get('lang')
  return chosen === null ? [] : [languageCookie(visit, chosen)]
}

const choicesOf = (questionnaire: Questionnaire) => [
  { code: 'ja', own: '日本語', tag: 'ja' },
  ...languagesOf(questionnaire).map((code) => ({ code, ...languages[code] })),
]

type ChoiceProps = { questionnaire: Questionnaire; language: Language | undefined; words: FormWords }

/** Links to the same page in the languages the questionnaire has; nothing where there is only Japanese. */
export function LanguageLinks({ questionnaire, language, words }: ChoiceProps) {
  const choices = choicesOf(questionnaire)
  if (choices.length === 1) return null
  return (
    <nav class="l-cluster sb-stages l-gap-after" aria-label={words.language}>
      {choices.map(({ code, own, tag }) => (
        <a
          key={code}
          href={`?lang=${code}`}
          lang={tag}
          aria-current={code === (language ?? 'ja') ? 'true' : undefined}
        >
          {own}
        </a>
      ))}
    </nav>
  )
}

/** The same inside a form: what is typed is saved before the language changes. */
export function LanguageButtons({ questionnaire, language, words }: ChoiceProps) {
  const choices = choicesOf(questionnaire).filter(({ code }) => code !== (language ?? 'ja'))
  if (choices.length === 0) return null
  return (
    <fieldset class="l-cluster sb-languages">
      <legend class="vh">{words.language}</legend>
      {choices.map(({ code, own, tag }) => (
        <button
          key={code}
          class="dads-button dads-button--quiet dads-button--small"
          name="act"
          value={`lang:${code}`}
          type="submit"
          lang={tag}
        >
          {own}
        </button>
      ))}
    </fieldset>
  )
}

/** Tells browsers and screen readers which language the words inside are. */
export function InLanguage({
  language,
  children,
}: {
  language: Language | undefined
  children: ComponentChildren
}) {
  return <div lang={language && languages[language].tag}>{children}</div>
}
