import { addDays } from '#src/lib/japanese/business-days.ts'
import { weekdayWord } from '#src/lib/japanese/day-words.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'

export const meetingStateLabels = {
  draft: '準備中',
  called: '招集済み',
  held: '開催済み（記録中）',
  confirmed: '会議録が確定',
  published: '公開済み',
  cancelled: '中止',
} as const
export type MeetingState = keyof typeof meetingStateLabels

/** A meeting (会議) from its preparation to its published minutes. */
export type Meeting = {
  id: string
  bodyId: string
  number: number
  heldOn: string
  startsAt: string
  endsAt: string
  place: string
  /** 書面開催: nobody gathers; the members answer on each item until the day of the meeting. */
  isWritten: boolean
  /** 懇談: those who came were too few to decide, and talked all the same. */
  isTalk: boolean
  /** How many observers fit (傍聴の定員), and how many came. */
  observerSeats: number | undefined
  observerCount: number | undefined
  state: MeetingState
  calledOn: string | undefined
  shortNoticeReason: string
  cancelReason: string
  confirmedBy: string
  confirmedOn: string | undefined
  publishedAt: string | undefined
  /** Until when members look at the draft of the minutes (会議録の確認); none before they were asked. */
  checkUntil: string | undefined
  /** オンラインのリンク, and how many minutes before the beginning residents see it; undefined: never. */
  onlineUrl: string
  onlineOpensBefore: number | undefined
  /** When the link was last replaced (リンクがもれたときなど), and why. */
  onlineReplacedOn: string | undefined
  onlineReplaceReason: string
  revision: number
}

/** 議題. A closed one (非公開) names its ground and the body's own decision; what was said in it never leaves the circle. */
export type AgendaItem = {
  id: string
  meetingId: string
  order: number
  title: string
  isOpen: boolean
  closedGround: string
  closedDecision: string
  /** The mayor's question it deliberates on. */
  inquiryId: string | undefined
  minutes: string
}

export const attendanceLabels = {
  present: '出席',
  online: 'オンライン',
  proxy: '代理出席',
  absent: '欠席',
  written: '書面で回答',
} as const
export type AttendanceWay = keyof typeof attendanceLabels
export type Attendance = { membershipId: string; way: AttendanceWay; note: string }

/** Who counts for the quorum: those in the room, on line, and those who answered in writing; a proxy sits but does not count. */
export const countsForQuorum = ({ way }: Pick<Attendance, 'way'>) =>
  way === 'present' || way === 'online' || way === 'written'

/** What a member says of the draft of the minutes. */
export const checkOutcomeLabels = {
  agreed: 'このままでよい',
  corrections: '直してほしいところがある',
} as const
export type CheckOutcome = keyof typeof checkOutcomeLabels
export const checkOutcomes = Object.keys(checkOutcomeLabels) as [CheckOutcome]
export type MinutesCheck = { membershipId: string; outcome: CheckOutcome; words: string; checkedAt: string }

/** Members read the minutes from the day they are asked to check them, and once confirmed. */
export const mayMembersReadMinutes = ({ state, checkUntil }: Pick<Meeting, 'state' | 'checkUntil'>) =>
  state === 'confirmed' || state === 'published' || (state === 'held' && checkUntil !== undefined)

export const decisionKindLabels = {
  approved: '了承',
  'approved-with-changes': '修正のうえ了承',
  continued: '継続審議',
  rejected: '否決',
  reported: '報告',
} as const
export type DecisionKind = keyof typeof decisionKindLabels
export const decisionKinds = Object.keys(decisionKindLabels) as [DecisionKind]

/** 決定事項: a citable thing, bound to items or versions of the plan by their ids. */
export type Decision = {
  id: string
  meetingId: string
  agendaItemId: string | undefined
  kind: DecisionKind
  text: string
  votesFor: number | undefined
  votesAgainst: number | undefined
  /** On a tie: which way the chair decided (可否同数のとき). */
  chairCasts?: 'for' | 'against' | undefined
  subjects: string[]
}

/** Why a decision cannot be taken back. */
export const followedWords =
  'この決定から始めた作業があります。先に、その作業を中止するか、別の決定に結びつけてください'

export const leastNoticeDays = 7

/** Whether the notice is shorter than the usual seven days, so that a reason is owed. */
export const isShortNotice = (heldOn: string, today: string) => heldOn < addDays(today, leastNoticeDays)

/** 第3回 */
export const numberWords = ({ number }: Pick<Meeting, 'number'>) => `第${number}回`

/** 総合計画審議会 第3回, of any of the meetings of these bodies. */
export function meetingNamer(bodies: readonly { id: string; name: string }[]) {
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  return (meeting: Pick<Meeting, 'bodyId' | 'number'>): string =>
    `${names.get(meeting.bodyId) ?? ''} ${numberWords(meeting)}`.trim()
}

/** 令和8年12月14日（月）14時〜16時 */
export function whenWords({
  heldOn,
  startsAt,
  endsAt,
  isWritten,
}: Pick<Meeting, 'heldOn' | 'startsAt' | 'endsAt'> & Partial<Pick<Meeting, 'isWritten'>>): string {
  const day = `${eraDay(heldOn)}（${weekdayWord(heldOn)}）`
  return isWritten ? `書面開催（回答は${day}まで）` : `${day}${hoursWords({ startsAt, endsAt })}`
}

/** 14時〜16時; empty where no hour was named. */
export function hoursWords({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): string {
  if (!startsAt) return ''
  const nextDay = endsAt <= startsAt ? '翌日の' : ''
  const end = endsAt ? `〜${nextDay}${clockWords(endsAt)}` : ''
  return `${clockWords(startsAt)}${end}`
}

/** 14時, 14時30分 */
export function clockWords(clock: string): string {
  const [hours = '', minutes = ''] = clock.split(':')
  return minutes === '00' ? `${Number(hours)}時` : `${Number(hours)}時${minutes}分`
}

/** Whether residents may know of the meeting, its papers, and what was said. */
export const isAnnounced = ({ state }: Pick<Meeting, 'state'>) => state !== 'draft'
export const hasOpened = ({ state }: Pick<Meeting, 'state'>) =>
  state === 'held' || state === 'confirmed' || state === 'published'
/** Why agenda and papers stay as they are, and what can be done instead. */
const settledWords = {
  confirmed:
    '会議録が確定したので、議題と資料の番号・名前は変えられません。資料の取下げと差替えは、会議の画面でできます。',
  published:
    '会議録を公開したので、議題と資料の番号・名前は変えられません。会議録の誤りは、会議の画面から「会議録の正誤」として載せます。資料の取下げと差替えも、会議の画面でできます。',
  cancelled: '中止した会議なので、議題と資料は変えられません。',
} as const

/** Those words for a meeting as it stands; undefined while its agenda and papers can be put right. */
export const settledReason = ({ state }: Pick<Meeting, 'state'>): string | undefined =>
  state === 'confirmed' || state === 'published' || state === 'cancelled' ? settledWords[state] : undefined

export const isPublished = ({ state }: Pick<Meeting, 'state'>) => state === 'published'

/** What stands in the way of the next step; empty when nothing does. */
export function callProblems(meeting: Meeting, agenda: readonly AgendaItem[], today: string): string[] {
  const problems: string[] = []
  if (agenda.length === 0) problems.push('議題を1つ以上書いてください')
  if (!meeting.place && !meeting.isWritten) problems.push('場所を書いてください')
  if (meeting.heldOn < today) problems.push('開催の日が過ぎています')
  for (const { isOpen, closedGround, title } of agenda)
    if (!isOpen && !closedGround)
      problems.push(`「${title}」を非公開にする根拠（条例の条・号）を書いてください`)
  return problems
}
