import { addBusinessDays } from '#src/lib/japanese/business-days.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { isOverdue, type RequestSheet } from './sheets.ts'

/** Business days from the deadline on which a section hears of its open sheets. */
export const reminderDays = [-5, -1, 0, 2, 5] as const

const isOpen = ({ state }: RequestSheet) => state === 'sent' || state === 'returned'

/**
 * The open sheets with a reminder (督促) on a day after the last one on which reminders went out, the nearest deadline first.
 * A system that stood still for a week says everything once.
 */
export function sheetsToRemind(
  sheets: readonly RequestSheet[],
  { after, today }: { after: string; today: string },
): RequestSheet[] {
  const isDue = ({ dueOn }: RequestSheet) =>
    reminderDays.some((days) => {
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
}

/** One mail for one section and day about all its sheets, to whoever has the post: no names, and nothing of the answers. */
export function sheetReminder({ unit, sheets, titles, today, site }: Letter): {
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
    subject: `依頼シートの回答のお願い（${sheets.length}枚）`,
    text: [
      `${unit} 御中`,
      '',
      ...part('期限を過ぎたシート', late),
      ...part('期限が近いシート', coming),
      '課長が承認すると、回答になります。分からない項目は「わからない」と書けます。',
    ].join('\n'),
  }
}
