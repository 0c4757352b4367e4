import { renderSVG } from 'uqr'
import { eraDayDual, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { typeset } from '#src/platform/pdf/typeset.ts'
import { accessCodeWords } from '../core/answering/numbers-with-check.ts'
import type { Survey } from '../core/survey.ts'

/** The number an addressee has in the list of the city, and the code of their letter. */
export type Letter = { number: string; code: string }

type Letters = {
  survey: Survey
  letters: readonly Letter[]
  /** Where people answer. */
  address: string
  contact: string
  /** The day the PDF says it was made. */
  date: string
}

const templates = new URL('./typst/', import.meta.url)

/** Letters with their codes as PDF/UA-1, one page a person, in the order given. Nothing of them is kept. */
export async function makeLetters({ survey, letters, address, contact, date }: Letters) {
  const lastDay = eraDayDual(tokyoDay(new Date(Date.parse(survey.closesAt) - 1)))
  const content = {
    title: `${survey.title}のお願い`,
    numberLabel: '宛名番号',
    codeLabel: '回答コード（1回だけ使えます）',
    paragraphs: survey.introduction.split('\n').filter((words) => words.trim() !== ''),
    howTo: `${lastDay}までに、次のページを開き、回答コードを入力して答えてください。途中で保存して、あとから続けることもできます。`,
    address,
    promise: '回答は、お名前や宛名番号と結びつけずに保管し、統計として使います。',
    qr: renderSVG(address, { ecc: 'M', border: 4 }),
    qrWords: '回答するページのアドレスの二次元コード',
    contact,
    letters: letters.map(({ number, code }) => ({ number, code: accessCodeWords(code) })),
  }
  const data = { 'letters.json': JSON.stringify(content) }
  const { pdf, pages } = await typeset({ templates, main: 'letters.typ', data, date })
  return { pdf, pages }
}
