import { shortDay, weekdays } from '#src/lib/japanese/day-words.ts'
import { entryLabels, type MonthDay } from '../core/month.ts'

type MonthTableProps = { caption: string; weeks: readonly (readonly MonthDay[])[]; today: string }

/** A month as a table of weeks; on a narrow screen the days on which something stands, as a list. */
export function MonthTable({ caption, weeks, today }: MonthTableProps) {
  const isEmpty = weeks.flat().every(({ entries }) => entries.length === 0)
  return (
    <>
      {isEmpty && <p class="l-gap">この月に予定はありません。</p>}
      <table class="sb-month l-gap">
        <caption class="vh">{caption}</caption>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map((one) => (
                <Day key={one.day} one={one} isToday={one.day === today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Day({ one, isToday }: { one: MonthDay; isToday: boolean }) {
  const { day, isInMonth, holiday, isBusinessDay, entries } = one
  if (!isInMonth) return <td class="is-outside" />
  const looks = [entries.length === 0 && 'is-empty', !isBusinessDay && 'is-closed', isToday && 'is-today']
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]
  return (
    <td class={looks.filter(Boolean).join(' ') || undefined}>
      <p class="sb-month__day">
        <b>
          <time dateTime={day}>
            <span class="sb-month__no">{Number(day.slice(8))}</span>
            <span class="sb-month__words">
              {shortDay(day)}（{weekday}）
            </span>
          </time>
        </b>
        {isToday && ' 今日'}
        {holiday && ` ${holiday}`}
      </p>
      {entries.length > 0 && (
        <ul>
          {entries.map(({ id, kind, title, href, remark }) => (
            <li key={id}>
              <span class="sb-month__kind">{entryLabels[kind]}</span> <a href={href}>{title}</a>
              {remark && <small>　{remark}</small>}
            </li>
          ))}
        </ul>
      )}
    </td>
  )
}
