import { paragraph, type TextDocument } from '#src/lib/document/text-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { letter, points } from './letters.ts'
import { type AgendaItem, type Meeting, numberWords, whenWords } from './meetings.ts'
import { currentPapers, isLaid, type Paper } from './papers.ts'

/** How a member was told of a meeting. */
export const noticeWayLabels = {
  mail: 'メール',
  letter: '手紙',
  spoken: '電話・口頭',
} as const
export type NoticeWay = keyof typeof noticeWayLabels
export const wordOfMouthWays = ['letter', 'spoken'] as const

/** 通知の記録: one member told of a meeting once. */
export type Notice = {
  id: string
  membershipId: string
  way: NoticeWay
  /** What was said of the meeting, so that a later change shows. */
  told: string
  mailId: string | undefined
  givenOn: string
}

export type NoticeContent = {
  body: string
  meeting: Meeting
  agenda: readonly AgendaItem[]
  papers: readonly Paper[]
}

/** What members are told of a meeting: day, place, agenda and papers; of a cancelled one that it is not held, and why. */
export function toldLines({ meeting, agenda, papers }: NoticeContent): string[] {
  if (meeting.state === 'cancelled')
    return [`日時　${whenWords(meeting)}`, `中止の理由　${meeting.cancelReason}`]
  const laid = laidWords(papers, ' ')
  return [
    `日時　${whenWords(meeting)}`,
    ...(meeting.isWritten ? [] : [`場所　${meeting.place}`]),
    ...onlineWords(meeting).map((words) => `オンライン　${words}`),
    '議題',
    ...agenda.map(({ title, isOpen }, position) => `　${position + 1} ${title}${isOpen ? '' : '（非公開）'}`),
    ...(laid.length > 0 ? ['資料', ...laid.map((words) => `　${words}`)] : []),
  ]
}

/** That there is a link, and where to find it; never the link itself. A new one is told anew. */
const onlineWords = ({ onlineUrl, onlineReplacedOn, onlineReplaceReason }: Meeting) =>
  onlineUrl
    ? [
        `委員の画面のリンクから入ります${onlineReplacedOn ? `（${eraDay(onlineReplacedOn)}に差し替え：${onlineReplaceReason}）` : ''}`,
      ]
    : []

/** Which papers there are; one that took the place of another says so, so that members look again. */
const laidWords = (papers: readonly Paper[], blank: string) =>
  currentPapers(papers)
    .filter(isLaid)
    .map(({ label, title, replacesId }) => `${label}${blank}${title}${replacesId ? '（差替え）' : ''}`)

export const toldOf = (content: NoticeContent): string => toldLines(content).join('\n')

/** What a member knows of the meeting as it stands now. */
export type Knowing = 'not-told' | 'outdated' | 'told'

/** A member knows what the last notice said: when the meeting changed since, they are told again. */
export function knowingOf(notices: readonly Notice[], membershipId: string, told: string): Knowing {
  const last = notices.findLast((notice) => notice.membershipId === membershipId)
  if (!last) return 'not-told'
  return last.told === told ? 'told' : 'outdated'
}

/** Whether a notice can be given: from the call to the opening, and once more when the meeting is cancelled after its call. */
export const mayGiveNotice = ({ state, calledOn }: Pick<Meeting, 'state' | 'calledOn'>) =>
  state === 'called' || (state === 'cancelled' && calledOn !== undefined)

type NoticeMail = NoticeContent & { knowing: Knowing; site: string }

/** 開催通知 as a mail: no names, and nothing of what stands in the papers. */
export function noticeMail({ knowing, site, ...content }: NoticeMail): { subject: string; text: string } {
  const { body, meeting } = content
  const name = `${body} ${numberWords(meeting)}`
  const kind = titleOf(meeting, knowing)
  return {
    subject: `${kind}：${name}`,
    text: [
      `${body} 委員 各位`,
      '',
      leadOf(name, kind, meeting),
      '',
      ...toldLines(content),
      '',
      '資料を読む（委員の画面。招待のリンクとコードで入ります）',
      `${site}/members/meetings/${meeting.id}`,
      '市民向けの案内',
      `${site}/meetings/${meeting.id}`,
    ].join('\n'),
  }
}

type NoticeKind = '開催通知' | '開催通知の変更' | '中止のお知らせ'

function titleOf({ state }: Meeting, knowing: Knowing): NoticeKind {
  if (state === 'cancelled') return '中止のお知らせ'
  return knowing === 'outdated' ? '開催通知の変更' : '開催通知'
}

function leadOf(name: string, kind: NoticeKind, { isWritten }: Pick<Meeting, 'isWritten'>): string {
  if (kind === '中止のお知らせ') return `${name}は、中止します。`
  if (kind === '開催通知の変更') return `${name}の案内が、次のとおり変わりました。`
  if (isWritten) return `${name}を、書面で開きます。資料を読み、議題ごとの回答をお願いします。`
  return `${name}を、次のとおり開きます。出席をお願いします。`
}

type NoticeLetter = NoticeContent & { sender: string; date: string; knowing: Knowing }

/** 開催通知 as an official letter, one text for all members. */
export function noticeLetter({ sender, date, knowing, ...content }: NoticeLetter): TextDocument {
  const { body, meeting, agenda, papers } = content
  const name = `${body} ${numberWords(meeting)}`
  const kind = titleOf(meeting, knowing)
  const isCancelled = meeting.state === 'cancelled'
  const head = { number: '', date, addressee: `${body} 委員 各位`, sender, title: `${name}の${kind}` }
  return letter({ ...head, sealing: 'omitted' }, [
    paragraph(`　${leadOf(name, kind, meeting)}`),
    ...points([
      { heading: '日時', lines: [whenWords(meeting)] },
      { heading: '中止の理由', lines: isCancelled ? [meeting.cancelReason] : [] },
      { heading: '場所', lines: isCancelled || meeting.isWritten ? [] : [meeting.place] },
      { heading: 'オンライン', lines: isCancelled ? [] : onlineWords(meeting) },
      {
        heading: '議題',
        lines: isCancelled
          ? []
          : agenda.map(({ title, isOpen }, at) => `(${at + 1})　${title}${isOpen ? '' : '（非公開）'}`),
      },
      { heading: '資料', lines: isCancelled ? [] : laidWords(papers, '　') },
    ]),
  ])
}
