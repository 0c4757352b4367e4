import { monthWords } from '#src/features/planning-process/core/labels.ts'
import { monthAfter, weeksOf } from '#src/features/planning-process/core/month.ts'
import { MonthTable } from '#src/features/planning-process/views/month-table.tsx'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { sessionDaysWords } from '../core/assembly-session.ts'
import { todayOf } from '../store/queries.ts'
import { sessionsDuring } from '../store/queries-sessions.ts'
import { monthsWith, publicEntries } from './parts/calendar-entries.ts'

export const calendarAddress = '/meetings/calendar'

/** 会議と期限の予定表: this month, or another one asked for by `?month=`. */
export const publicCalendarPage = page(calendarAddress, {
  audience: 'public',
  show: (context, { url }) => screen(context, url.searchParams.get('month') ?? todayOf(context).slice(0, 7)),
})

/** The same of one month, under an address of its own, so that a copy of the site has it too. */
export const publicMonthPage = page(`${calendarAddress}/:month`, {
  audience: 'public',
  show: (context, { params }) => screen(context, params.month),
})

async function screen(context: Context, asked: string): Promise<Screen> {
  const [today, entries] = [todayOf(context), await publicEntries(context)]
  const months = monthsWith(entries, today)
  const month = found(
    months.find((one) => one === asked),
    '予定表',
  )
  const words = monthWords(`${month}-01`)
  const sitting = await sessionsDuring(context, { from: `${month}-01`, to: `${month}-31` })
  return {
    title: `${words}の予定`,
    crumbs: [
      { label: '総合計画', href: '/' },
      { label: '会議の記録', href: '/meetings' },
    ],
    printLine: `${words}の予定`,
    body: (
      <>
        <h1>{words}の予定</h1>
        <p class="sb-lead l-measure">
          会議、議会の開会と閉会、計画づくりの節目と期限を、月ごとに並べています。
        </p>
        {sitting.map((session) => (
          <p key={session.id} class="l-gap">
            {session.name}の会期：{sessionDaysWords(session)}
          </p>
        ))}
        <Months months={months} month={month} today={today} />
        <MonthTable caption={`${words}の予定`} weeks={weeksOf(month, entries)} today={today} />
        <p class="l-gap sb-noprint">
          <a href="/meetings/calendar.ics">会議と議会の予定を、自分の予定表に入れる（iCalendar）</a>
        </p>
      </>
    ),
  }
}

type MonthsProps = { months: readonly string[]; month: string; today: string }

/** The month before and after, as far as there is something in them, and this one. */
function Months({ months, month, today }: MonthsProps) {
  const link = (to: string, lead: string, rel?: string) =>
    months.includes(to) && (
      <a href={`${calendarAddress}/${to}`} rel={rel}>
        {lead}（{monthWords(`${to}-01`)}）
      </a>
    )
  return (
    <nav class="l-cluster l-gap sb-noprint" aria-label="月を選ぶ">
      {link(monthAfter(month, -1), '前の月', 'prev')}
      {month !== today.slice(0, 7) && <a href={calendarAddress}>今月</a>}
      {link(monthAfter(month, 1), '次の月', 'next')}
    </nav>
  )
}
