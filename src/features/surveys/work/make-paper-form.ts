import { renderSVG } from 'uqr'
import type { Questionnaire } from '#src/formats/survey-question.ts'
import { eraDayDual, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { typeset } from '#src/platform/pdf/typeset.ts'
import { accessCodeWords } from '../core/answering/numbers-with-check.ts'
import { paperSections } from '../core/paper/paper-form.ts'
import type { Survey } from '../core/survey.ts'

type PaperForm = {
  survey: Survey
  questionnaire: Questionnaire
  /** One form for each code; none: one form whose code is written in by hand or printed later. */
  codes: readonly string[]
  /** Where people answer instead. */
  address: string
  contact: string
  isLarge: boolean
  /** Only the first page of each form: the pages after it are the same for everybody and are printed in one go. */
  isCoverOnly?: boolean
  /** The day the PDF says it was made. */
  date: string
}

const templates = new URL('./typst/', import.meta.url)

/** The paper form (調査票) as PDF/UA-1 on A4: numbers, words and codes as on the web. Nothing of it is kept. */
export async function makePaperForm(form: PaperForm): Promise<{ pdf: Uint8Array; pages: number }> {
  const { survey, questionnaire, codes, address, contact, isLarge, isCoverOnly = false, date } = form
  const total = isCoverOnly ? (await makePaperForm({ ...form, codes: [], isCoverOnly: false })).pages : 0
  const lastDay = eraDayDual(tokyoDay(new Date(Date.parse(survey.closesAt) - 1)))
  const content = {
    title: survey.title,
    total,
    points: isLarge ? 15 : 12,
    paragraphs: survey.introduction.split('\n').filter((words) => words.trim() !== ''),
    howTitle: '記入のしかた',
    how: [
      '□の中に、✓を付けてください。□の番号に○を付けても、かまいません。',
      'まちがえたときは、二重線で消して、正しい□に✓を付けてください。',
      '答えたくない設問は、空けたままで、かまいません。',
      `${lastDay}までに、同封の返信用封筒に入れて、お出しください（切手は要りません）。`,
    ],
    exampleWords: '選んだもの',
    exampleBlank: '選ばないもの',
    webTitle: 'インターネットでも答えられます',
    webWords:
      '次のページを開き、回答コードを入力してください。紙とインターネットの、どちらか一方でお答えください。',
    address,
    codeLabel: '回答コード',
    qr: renderSVG(address, { ecc: 'M', border: 4 }),
    qrWords: '回答するページのアドレスの二次元コード',
    promise: 'お名前は書かないでください。回答は、お名前や宛名番号と結びつけずに保管し、統計として使います。',
    contact,
    footer: `第${questionnaire.version}版`,
    thanks: '設問は以上です。ご協力ありがとうございました。',
    sections: paperSections(questionnaire),
    codes: codes.length > 0 ? codes.map(accessCodeWords) : [''],
  }
  const data = { 'paper.json': JSON.stringify(content) }
  const { pdf, pages } = await typeset({ templates, main: 'paper.typ', data, date })
  return { pdf, pages }
}
