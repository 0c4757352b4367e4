import { addBusinessDays } from '#src/lib/japanese/business-days.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { isOverdue, type RequestSheet } from './sheets.ts'

/** Business days from the deadline on which a section hears of its open sheets. */
export const reminderDays = [-5, -1, 0, 2, 5] as const
/** And then those on which its head alone does. */
export const headReminderDays = [10, 15, 20] as const

const isOpen = ({ state }: RequestSheet) => state === 'sent' || state === 'returned'

/**
 * The open sheets with a reminder (督促) on a day after the last one on which reminders went out, the nearest deadline first.
 * A system that stood still for a week says everything once.
 */
export const sheetsToRemind = (sheets: readonly RequestSheet[], span: Span) =>
  dueIn(sheets, reminderDays, span)

/** The open sheets of which the head hears (課長あて), after all reminders to the section. */
export const sheetsForHeads = (sheets: readonly RequestSheet[], span: Span) => {
  const told = new Set(sheetsToRemind(sheets, span))
  return dueIn(sheets, headReminderDays, span).filter((sheet) => !told.has(sheet))
}

type Span = { after: string; today: string }

function dueIn(
  sheets: readonly RequestSheet[],
  distances: readonly number[],
  { after, today }: Span,
): RequestSheet[] {
  const isDue = ({ dueOn }: RequestSheet) =>
    distances.some((days) => {
      const day = days === 0 ? dueOn : addBusinessDays(dueOn, days)
      return day > after && day <= today
    })
  return inOrder(sheets.filter((sheet) => isOpen(sheet) && isDue(sheet)))
}

/** The sheets that are late today (期限超過), for a reminder the secretariat sends by hand. */
export const lateSheets = (sheets: readonly RequestSheet[], today: string) =>
  inOrder(sheets.filter((sheet) => isOverdue(sheet, today)))

const inOrder = (sheets: readonly RequestSheet[]) =>
  [...sheets].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))

type Letter = {
  unit: string
  sheets: readonly RequestSheet[]
  titles: ReadonlyMap<string, string>
  today: string
  site: string
  /** To the head alone. */
  isForHead?: boolean
}

/** One mail for one section and day about all its sheets, to whoever has the post: no names, and nothing of the answers. */
export function sheetReminder({ unit, sheets, titles, today, site, isForHead = false }: Letter): {
  subject: string
  text: string
} {
  const late = lateSheets(sheets, today)
  const coming = sheets.filter((sheet) => !late.includes(sheet))
  const line = ({ id, roundId, subject, state, dueOn }: RequestSheet) =>
    `・${titles.get(roundId) ?? '依頼シート'}　${subject}${state === 'returned' ? '（差戻し）' : ''}\n　期限 ${eraDay(dueOn)}\n　${site}/staff/sheets/${id}`
  const part = (heading: string, some: readonly RequestSheet[]) =>
    some.length > 0 ? [`${heading}（${some.length}枚）`, ...some.map(line), ''] : []
  return {
    subject: `依頼シートの回答のお願い${isForHead ? '（課長あて）' : ''}（${sheets.length}枚）`,
    text: [
      isForHead ? `${unit} 課長 様` : `${unit} 御中`,
      '',
      ...(isForHead
        ? [
            '担当の方へのお知らせのあとも、回答がありません。回答がない課は、策定委員会の資料に示されます。',
            '',
          ]
        : []),
      ...part('期限を過ぎたシート', late),
      ...part('期限が近いシート', coming),
      '課長が承認すると、回答になります。分からない項目は「わからない」と書けます。',
    ].join('\n'),
  }
}
