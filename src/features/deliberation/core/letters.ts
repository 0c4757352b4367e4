import { paragraph, type TextBlock, type TextDocument } from '#src/lib/document/text-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { answerKindLabels, type Inquiry, type Sealing } from './inquiry.ts'
import { type Meeting, numberWords } from './meetings.ts'
import type { ViewChange } from './view-change.ts'

type Letter = {
  number: string
  date: string
  addressee: string
  sender: string
  title: string
  sealing: Sealing
}

const right = (text: string): TextBlock => ({ kind: 'paragraph', runs: [text], look: 'right' })
const centre = (text: string): TextBlock => ({ kind: 'paragraph', runs: [text], look: 'centre' })
const item = (text: string) => paragraph(`　　${text}`)

/** The form of an official letter: number and date at the right, addressee, sender with a place for the seal, title. */
export function letter(head: Letter, blocks: readonly TextBlock[]): TextDocument {
  const { number, date, addressee, sender, title, sealing } = head
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
      ...(number ? [right(number)] : []),
      right(eraDay(date)),
      paragraph(addressee),
      ...(sealing === 'omitted' ? [right(sender), right('（公印省略）')] : [right(`${sender}　　印`)]),
      centre(title),
      ...blocks,
    ],
  }
}

/** 記: the points of a letter, numbered １ ２ ３ as far as there is something to say. */
export function points(parts: readonly { heading: string; lines: readonly string[] }[]): TextBlock[] {
  const said = parts.filter(({ lines }) => lines.length > 0)
  return [
    centre('記'),
    ...said.flatMap(({ heading, lines }, position) => [
      paragraph(`${'１２３４５６７８９'.charAt(position)}　${heading}`),
      ...lines.map(item),
    ]),
    right('以上'),
  ]
}

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

/** A frozen version a letter refers to: whoever has the file can see by its check sum that it is the same. */
export type Attachment = { label: string; frozenOn: string; hash: string }

export const attachmentWords = ({ label, frozenOn, hash }: Attachment) =>
  `${label}（${eraDay(frozenOn)}確定、照合番号 ${hash.replace(/^sha256:/, '').slice(0, 16)}）`

/** 諮問書 */
export function inquiryLetter(inquiry: Inquiry, attachment: Attachment | undefined): TextDocument {
  const { number, askedOn, addressee, sender, ground, subject, question, dueOn, sealing } = inquiry
  const title = `${subject}について（諮問）`
  return letter({ number, date: askedOn, addressee, sender, title, sealing }, [
    paragraph(`　このことについて、${ground}の規定により、下記のとおり貴会の意見を求めます。`),
    ...points([
      { heading: '諮問事項', lines: linesOf(question) },
      { heading: '別添', lines: attachment ? [attachmentWords(attachment)] : [] },
      { heading: '答申を希望する期日', lines: dueOn ? [eraDay(dueOn)] : [] },
    ]),
  ])
}

type ReportLetter = {
  inquiry: Inquiry
  chair: string
  mayor: string
  sessions: readonly Meeting[]
  attachment: Attachment | undefined
}

/** 答申書 with its views, the version it speaks of and the history of the sessions. */
export function reportLetter({ inquiry, chair, mayor, sessions, attachment }: ReportLetter): TextDocument {
  const { reportNumber, reportedOn, askedOn, number, subject, conclusion, views, sealing } = inquiry
  const date = reportedOn ?? askedOn
  const title = `${subject}について（答申）`
  return letter({ number: reportNumber, date, addressee: mayor, sender: chair, title, sealing }, [
    paragraph(
      `　${eraDay(askedOn)}付け${number}で諮問のあったこのことについて、審議の結果、下記のとおり答申します。`,
    ),
    ...points([
      { heading: '結論', lines: linesOf(conclusion) },
      { heading: '附帯意見', lines: views.map(({ text }, position) => `(${position + 1})　${text}`) },
      { heading: '審議した案', lines: attachment ? [attachmentWords(attachment)] : [] },
      {
        heading: '審議の経過',
        lines: sessions.map((meeting) => `${numberWords(meeting)}　${eraDay(meeting.heldOn)}`),
      },
    ]),
  ])
}

type AnswersLetter = {
  inquiry: Inquiry
  body: string
  date: string
  /** Where the plan was changed, by the position of the view. */
  changes: ReadonlyMap<number, ViewChange>
}

/** 附帯意見への対応: what the city does with each view of the report, since when, and what it changed in the plan. */
export function answersLetter({ inquiry, body, date, changes }: AnswersLetter): TextDocument {
  const { sender, subject, reportedOn, reportNumber, views, sealing, askedOn } = inquiry
  const title = `${subject}についての答申の附帯意見への対応`
  const head = { number: '', date, addressee: `${body}会長 様`, sender, title, sealing }
  return letter(head, [
    paragraph(
      `　${eraDay(reportedOn ?? askedOn)}付け${reportNumber}の答申の附帯意見に、次のとおり対応します。`,
    ),
    {
      kind: 'table',
      caption: '附帯意見と市の対応',
      widths: [7, 33, 22, 38],
      head: ['番号', '附帯意見', '対応', '内容'],
      rows: views.map(({ text, answerKind, answer, answeredOn }, position) => [
        [String(position + 1)],
        [text],
        [
          `${answerKind ? answerKindLabels[answerKind] : '検討中'}${answeredOn && `（${eraDay(answeredOn)}）`}`,
        ],
        [`${answer || '検討しています。'}${changedWords(changes.get(position))}`],
      ]),
    },
    ...[...changes].flatMap(([position, change]) => changeTable(position, change)),
    right('以上'),
  ])
}

const changedWords = (change: ViewChange | undefined) =>
  change ? `（計画の「${change.place}」、${change.versionLabel}）` : ''

/** 新旧 of one view: a row a difference. */
function changeTable(position: number, { place, versionLabel, differences }: ViewChange): TextBlock[] {
  if (differences.length === 0) return []
  const caption = `(${position + 1})　「${place}」の変更（${versionLabel}）`
  return [
    paragraph(caption),
    {
      kind: 'table',
      caption,
      widths: [28, 36, 36],
      head: ['変わったこと', '変更前', '変更後'],
      rows: differences.map(({ sentence, before, after }) => [
        [sentence],
        [before || '（なし）'],
        [after || '（なし）'],
      ]),
    },
  ]
}

/** The sessions of an inquiry: those whose agenda names it, or, where none does, all between the question and the report. */
export function sessionsOf(
  { id, bodyId, askedOn, reportedOn }: Pick<Inquiry, 'id' | 'bodyId' | 'askedOn' | 'reportedOn'>,
  meetings: readonly Meeting[],
  agenda: readonly { meetingId: string; inquiryId: string | undefined }[],
): Meeting[] {
  const own = meetings.filter((meeting) => meeting.bodyId === bodyId && meeting.heldOn >= askedOn)
  const inTime = own.filter(({ heldOn }) => reportedOn === undefined || heldOn <= reportedOn)
  const named = new Set(agenda.filter(({ inquiryId }) => inquiryId === id).map(({ meetingId }) => meetingId))
  const sessions = inTime.filter((meeting) => named.has(meeting.id))
  return (sessions.length > 0 ? sessions : inTime).sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
}
