import type { Questionnaire, SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { type Language, languageCodes, languages } from '../words/languages.ts'
import { questionsOf } from './edit-questionnaire.ts'

/** A text of a questionnaire that people read, with the key its translations have. */
export type SourceText = { key: string; text: string; place: string }

/** What is said of the survey itself is translated with its questionnaire. */
type SurveyTexts = { title: string; introduction: string }

/** Every text to translate, in reading order. */
export function sourceTexts(questionnaire: Questionnaire, survey?: SurveyTexts): SourceText[] {
  const own = survey
    ? [
        { key: 'survey.title', text: survey.title, place: '調査名' },
        { key: 'survey.introduction', text: survey.introduction, place: '回答する方への説明' },
      ]
    : []
  const sections = questionnaire.sections.flatMap(({ id, title, questions }) => [
    { key: `section.${id}`, text: title, place: 'ページの題' },
    ...questions.flatMap(textsOfQuestion),
  ])
  return [...own, ...sections].filter(({ text }) => text.trim() !== '')
}

function textsOfQuestion(question: SurveyQuestion): SourceText[] {
  const { code, number, text, plainText, unit, options, importanceOptions, items } = question
  const place = number || '説明文'
  return [
    { key: code, text, place },
    { key: `${code}.support`, text: plainText, place: `${place}の補足` },
    { key: `${code}.unit`, text: unit, place: `${place}の単位` },
    ...items.map(({ column, label }) => ({
      key: `${code}.item.${column}`,
      text: label,
      place: `${place}の行`,
    })),
    ...options.map((one) => ({
      key: `${code}.option.${one.code}`,
      text: one.label,
      place: `${place}の選択肢`,
    })),
    ...importanceOptions.map((one) => ({
      key: `${code}.importance.${one.code}`,
      text: one.label,
      place: `${place}の選択肢（重要度）`,
    })),
  ]
}

/** The translation of a text; undefined where there is none, or its Japanese has changed since. */
export function translationOf(
  { translations }: Questionnaire,
  language: Language,
  { key, text }: Pick<SourceText, 'key' | 'text'>,
): string | undefined {
  const known = translations?.[language]?.[key]
  return known && known.source === text && known.text !== '' ? known.text : undefined
}

/** Languages somebody has begun to translate into, in the order of the list. */
export const languagesOf = ({ translations = {} }: Questionnaire): Language[] =>
  languageCodes.filter((language) => Object.keys(translations[language] ?? {}).length > 0)

/** Texts without a translation that fits. In やさしい日本語 an untouched text stands as it is: it may be plain already. */
export const missingTexts = (questionnaire: Questionnaire, language: Language): SourceText[] =>
  language === 'ja-plain'
    ? sourceTexts(questionnaire).filter((one) => isStale(questionnaire, language, one))
    : sourceTexts(questionnaire).filter((one) => translationOf(questionnaire, language, one) === undefined)

/** Whether the Japanese changed after it was translated. */
export function isStale(
  { translations }: Questionnaire,
  language: Language,
  { key, text }: SourceText,
): boolean {
  const known = translations?.[language]?.[key]
  return known !== undefined && known.text !== '' && known.source !== text
}

type Typed = Readonly<Record<string, string | undefined>>

/** The questionnaire with what was typed for a language, by key; an empty text takes its translation away. */
export function withTranslations(
  questionnaire: Questionnaire,
  language: Language,
  { texts, typed }: { texts: readonly SourceText[]; typed: Typed },
): Questionnaire {
  const kept = texts.flatMap(({ key, text }) => {
    const translated = (typed[key] ?? '').trim()
    return translated === '' ? [] : [[key, { source: text, text: translated }] as const]
  })
  const { [language]: _, ...others } = questionnaire.translations ?? {}
  const translations = kept.length === 0 ? others : { ...others, [language]: Object.fromEntries(kept) }
  const { translations: __, ...rest } = questionnaire
  return Object.keys(translations).length === 0 ? rest : { ...rest, translations }
}

/** The questionnaire in a language: the same codes and columns, other words. What is not translated stays Japanese. */
export function inLanguage(questionnaire: Questionnaire, language: Language | undefined): Questionnaire {
  if (language === undefined) return questionnaire
  const said = (key: string, text: string) => translationOf(questionnaire, language, { key, text }) ?? text
  const isJapanese = languages[language].tag === 'ja'
  const options = (list: readonly SurveyOption[], key: string) =>
    list.map((one) => ({
      ...one,
      label: said(`${key}.${one.code}`, one.label),
      plainLabel: isJapanese ? one.plainLabel : '',
    }))
  const questionIn = (question: SurveyQuestion): SurveyQuestion => ({
    ...question,
    number: isJapanese ? question.number : question.number.replace('問', 'Q'),
    text: said(question.code, question.text),
    plainText: said(`${question.code}.support`, question.plainText),
    unit: said(`${question.code}.unit`, question.unit),
    options: options(question.options, `${question.code}.option`),
    importanceOptions: options(question.importanceOptions, `${question.code}.importance`),
    items: question.items.map((item) => ({
      ...item,
      label: said(`${question.code}.item.${item.column}`, item.label),
    })),
  })
  return {
    ...questionnaire,
    sections: questionnaire.sections.map((section) => ({
      ...section,
      title: said(`section.${section.id}`, section.title),
      questions: section.questions.map(questionIn),
    })),
  }
}

/** What is said of the survey in a language. */
export function surveyIn<Said extends SurveyTexts>(
  survey: Said,
  questionnaire: Questionnaire | undefined,
  language: Language | undefined,
): Said {
  if (!questionnaire || !language) return survey
  const said = (key: string, text: string) => translationOf(questionnaire, language, { key, text }) ?? text
  return {
    ...survey,
    title: said('survey.title', survey.title),
    introduction: said('survey.introduction', survey.introduction),
  }
}

/** What keeps a questionnaire with translations from being used: people would read two languages at once. */
export function translationProblems(questionnaire: Questionnaire): string[] {
  if (questionsOf(questionnaire).length === 0) return []
  return languagesOf(questionnaire).flatMap((language) => {
    const missing = missingTexts(questionnaire, language)
    const [first] = missing
    if (!first) return []
    return [
      `${languages[language].name}に、訳のない文か、もとの文が変わった訳が${missing.length}件あります（${first.place}「${first.text.slice(0, 15)}」など）`,
    ]
  })
}
