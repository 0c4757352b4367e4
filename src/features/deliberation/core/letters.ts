import { paragraph, type TextBlock, type TextDocument } from '#src/lib/document/text-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Inquiry } from './inquiry.ts'
import { type Meeting, numberWords } from './meetings.ts'

type Letter = { number: string; date: string; addressee: string; sender: string; title: string }

const right = (text: string): TextBlock => ({ kind: 'paragraph', runs: [text], look: 'right' })
const centre = (text: string): TextBlock => ({ kind: 'paragraph', runs: [text], look: 'centre' })

/** The form of an official letter: number and date at the right, addressee, sender with a place for the seal, title. */
function letter(head: Letter, blocks: readonly TextBlock[]): TextDocument {
  const { number, date, addressee, sender, title } = head
  return {
    title,
    subtitle: [],
    author: sender,
    date,
    header: '',
    hasContents: false,
    isLandscape: false,
    isLetter: true,
    blocks: [
      right(number),
      right(eraDay(date)),
      paragraph(addressee),
      right(`${sender}　　印`),
      centre(title),
      ...blocks,
    ],
  }
}

/** 諮問書 */
export function inquiryLetter(inquiry: Inquiry, attachment: string | undefined): TextDocument {
  const { number, askedOn, addressee, sender, ground, subject, question, dueOn } = inquiry
  const points = question.split('\n').filter((line) => line.trim() !== '')
  return letter({ number, date: askedOn, addressee, sender, title: `${subject}について（諮問）` }, [
    paragraph(`　このことについて、${ground}の規定により、下記のとおり貴会の意見を求めます。`),
    centre('記'),
    paragraph('１　諮問事項'),
    ...points.map((line) => paragraph(`　　${line}`)),
    ...(attachment ? [paragraph('２　別添'), paragraph(`　　${attachment}`)] : []),
    ...(dueOn
      ? [paragraph(`${attachment ? '３' : '２'}　答申を希望する期日`), paragraph(`　　${eraDay(dueOn)}`)]
      : []),
    right('以上'),
  ])
}

type ReportLetter = { inquiry: Inquiry; chair: string; mayor: string; sessions: readonly Meeting[] }

/** 答申書 with its views and the history of the sessions. */
export function reportLetter({ inquiry, chair, mayor, sessions }: ReportLetter): TextDocument {
  const { reportNumber, reportedOn, askedOn, number, subject, conclusion, views } = inquiry
  const date = reportedOn ?? askedOn
  return letter(
    { number: reportNumber, date, addressee: mayor, sender: chair, title: `${subject}について（答申）` },
    [
      paragraph(
        `　${eraDay(askedOn)}付け${number}で諮問のあったこのことについて、審議の結果、下記のとおり答申します。`,
      ),
      centre('記'),
      paragraph('１　結論'),
      ...conclusion.split('\n').map((line) => paragraph(`　　${line}`)),
      ...(views.length > 0 ? [paragraph('２　附帯意見')] : []),
      ...views.map(({ text }, position) => paragraph(`　　(${position + 1})　${text}`)),
      ...(sessions.length > 0 ? [paragraph(`${views.length > 0 ? '３' : '２'}　審議の経過`)] : []),
      ...sessions.map((meeting) => paragraph(`　　${numberWords(meeting)}　${eraDay(meeting.heldOn)}`)),
      right('以上'),
    ],
  )
}
