import { renderSVG } from 'uqr'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { typeset } from '#src/platform/pdf/typeset.ts'
import { accessCodeWords } from '../core/answering/numbers-with-check.ts'
import type { Survey } from '../core/survey.ts'
import { dayWords, filled, type Language, languages } from '../core/words/languages.ts'
import { paperWordsIn } from '../core/words/paper-words.ts'

/** The number an addressee has in the list of the city, and the code of their letter. */
export type Letter = { number: string; code: string }

type Letters = {
  survey: Survey
  letters: readonly Letter[]
  /** Where people answer. */
  address: string
  contact: string
  /** Undefined: Japanese. The survey comes in the language already. */
  language?: Language | undefined
  /** The day the PDF says it was made. */
  date: string
}

const templates = new URL('./typst/', import.meta.url)

/** Letters with their codes as PDF/UA-1, one page a person, in the order given. Nothing of them is kept. */
export async function makeLetters({ survey, letters, address, contact, date, language }: Letters) {
  const day = dayWords(tokyoDay(new Date(Date.parse(survey.closesAt) - 1)), language)
  const words = paperWordsIn(language)
  const content = {
    language: language ? languages[language].tag.slice(0, 2) : 'ja',
    title: filled(words.request, { title: survey.title }),
    numberLabel: words.addresseeNumber,
    codeLabel: words.codeOnce,
    paragraphs: survey.introduction.split('\n').filter((words) => words.trim() !== ''),
    howTo: filled(words.howTo, { day }),
    address,
    promise: words.kept,
    qr: renderSVG(address, { ecc: 'M', border: 4 }),
    qrWords: words.qrWords,
    contact,
    letters: letters.map(({ number, code }) => ({ number, code: accessCodeWords(code) })),
  }
  const data = { 'letters.json': JSON.stringify(content) }
  const { pdf, pages } = await typeset({ templates, main: 'letters.typ', data, date })
  return { pdf, pages }
}
