import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { corrected, erratumProblem } from './errata.ts'

/** 附帯意見: one view of the council's report, and what the city does with it. */
export type CouncilView = {
  text: string
  answer: string
  answerKind: AnswerKind | ''
  /** The day of the answer; empty where there is none yet. */
  answeredOn: string
  /** The frozen version in which something was changed for it, and the item that changed; empty where nothing was. */
  versionId: string
  itemId: string
}
export type ViewAnswer = Omit<CouncilView, 'text'>

export const noAnswer: ViewAnswer = { answer: '', answerKind: '', answeredOn: '', versionId: '', itemId: '' }

export const answerKindLabels = {
  reflected: '反映した',
  later: '今後の取組とする',
  difficult: '対応が難しい',
} as const
export type AnswerKind = keyof typeof answerKindLabels
export const answerKinds = Object.keys(answerKindLabels) as [AnswerKind]

export const sealingLabels = { seal: '公印を押す', omitted: '公印省略' } as const
export type Sealing = keyof typeof sealingLabels
export const sealings = Object.keys(sealingLabels) as [Sealing]

/** What of a question can be put right after its letter went out. */
export const inquiryPartLabels = {
  number: '文書番号',
  askedOn: '諮問の日',
  addressee: '宛先',
  sender: '差出人',
  ground: '根拠',
  subject: '件名',
  question: '諮問事項',
  dueOn: '答申を希望する期日',
} as const
export type InquiryPart = keyof typeof inquiryPartLabels
export const inquiryParts = Object.keys(inquiryPartLabels) as [InquiryPart]

/** 諮問の訂正: what the letter should have said. The letter itself stays as it went out. */
export type InquiryErratum = {
  part: InquiryPart
  oldWords: string
  newWords: string
  reason: string
  correctedOn: string
}

/** 諮問と答申: the mayor's question to a body and the body's answer. */
export type Inquiry = {
  id: string
  bodyId: string
  number: string
  askedOn: string
  /** 市長 見本 市子 */
  sender: string
  /** つくばみらい市総合計画審議会会長 様 */
  addressee: string
  ground: string
  subject: string
  question: string
  versionId: string | undefined
  dueOn: string | undefined
  sealing: Sealing
  reportNumber: string
  reportedOn: string | undefined
  conclusion: string
  views: CouncilView[]
  /** The day the letter went out; until then it is prepared: only staff see it, and it can be changed. */
  issuedOn: string | undefined
  errata: InquiryErratum[]
  revision: number
}

export const isIssued = ({ issuedOn }: Pick<Inquiry, 'issuedOn'>) => issuedOn !== undefined

/** A part of the question as its letter shows it, with the errata that were made of it before. */
export function partWords(inquiry: Inquiry, part: InquiryPart): string {
  const written = inquiry[part] ?? ''
  const shown = written && (part === 'askedOn' || part === 'dueOn') ? eraDay(written) : written
  return corrected(
    shown,
    inquiry.errata.filter((erratum) => erratum.part === part),
  )
}

/** Why something of the question cannot be put right like this. */
export const inquiryErratumProblem = (inquiry: Inquiry, erratum: Omit<InquiryErratum, 'correctedOn'>) =>
  erratumProblem(partWords(inquiry, erratum.part), erratum, `諮問の「${inquiryPartLabels[erratum.part]}」`)

export const isReported = ({ reportedOn }: Pick<Inquiry, 'reportedOn'>) => reportedOn !== undefined

/** Views the city has not answered: none may be left before the plan is adopted. */
export const unansweredViews = ({ views }: Pick<Inquiry, 'views'>) =>
  views.filter(({ answer }) => answer === '')

/** One view a line, as people type them; a number at the head of a line is taken off. */
export const viewsIn = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) =>
      line.replace(/^[\s\u3000]*([0-9０-９]+[.．、)）]|[①-⑳]|[(（][0-9０-９]+[)）])?[\s\u3000]*/, '').trim(),
    )
    .filter((line) => line !== '')

/** Why the words of a letter stay. */
export const issuedWords =
  '諮問書を出したあとは、内容を直せません。誤りがあったときは、諮問の画面から「諮問の訂正」を載せます'

export const answeredEarlierWords = '答申の日が、附帯意見への対応の日より後になっています'

/** The day of the latest answer to a view; empty where none has a day. */
export const lastAnsweredOn = ({ views }: Pick<Inquiry, 'views'>): string =>
  views
    .map(({ answeredOn }) => answeredOn)
    .sort()
    .at(-1) ?? ''
