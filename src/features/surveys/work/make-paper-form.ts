import { renderSVG } from 'uqr'
import type { Questionnaire } from '#src/formats/survey-question.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { typeset } from '#src/platform/pdf/typeset.ts'
import { accessCodeWords } from '../core/answering/numbers-with-check.ts'
import { paperSections } from '../core/paper/paper-form.ts'
import { surveyIn } from '../core/questionnaire/translations.ts'
import type { Survey } from '../core/survey.ts'
import { dayWords, filled, type Language, languages, wordsIn } from '../core/words/languages.ts'
import { paperWordsIn } from '../core/words/paper-words.ts'

type PaperForm = {
  survey: Survey
  questionnaire: Questionnaire
  /** One form for each code; none: one form whose code is written in by hand or printed later. */
  codes: readonly string[]
  /** Where people answer instead. */
  address: string
  contact: string
  isLarge: boolean
  /** Undefined: Japanese. */
  language?: Language | undefined
  /** Only the first page of each form: the pages after it are the same for everybody and are printed in one go. */
  isCoverOnly?: boolean
  /** The day the PDF says it was made. */
  date: string
}

const templates = new URL('./typst/', import.meta.url)

/** The paper form (調査票) as PDF/UA-1 on A4: numbers, words and codes as on the web. Nothing of it is kept. */
export async function makePaperForm(form: PaperForm): Promise<{ pdf: Uint8Array; pages: number }> {
  const { questionnaire, codes, address, contact, language, isLarge, isCoverOnly = false, date } = form
  const survey = surveyIn(form.survey, questionnaire, language)
  const words = paperWordsIn(language)
  const total = isCoverOnly ? (await makePaperForm({ ...form, codes: [], isCoverOnly: false })).pages : 0
  const day = dayWords(tokyoDay(new Date(Date.parse(survey.closesAt) - 1)), language)
  const content = {
    title: survey.title,
    total,
    points: isLarge ? 15 : 12,
    paragraphs: survey.introduction.split('\n').filter((words) => words.trim() !== ''),
    language: language ? languages[language].tag.slice(0, 2) : 'ja',
    howTitle: words.howTitle,
    how: [words.mark, words.mistake, words.skip, filled(words.sendBy, { day })],
    exampleWords: words.chosen,
    exampleBlank: words.notChosen,
    webTitle: words.webTitle,
    webWords: words.webWords,
    address,
    codeLabel: wordsIn(language).code,
    qr: renderSVG(address, { ecc: 'M', border: 4 }),
    qrWords: words.qrWords,
    promise: words.promise,
    contact,
    footer: filled(words.version, { n: questionnaire.version }),
    thanks: words.thanks,
    dateWords: [words.year, words.month, words.day],
    rankWords: words.rank,
    sections: paperSections(questionnaire, language),
    codes: codes.length > 0 ? codes.map(accessCodeWords) : [''],
  }
  const data = { 'paper.json': JSON.stringify(content) }
  const { pdf, pages } = await typeset({ templates, main: 'paper.typ', data, date })
  return { pdf, pages }
}
