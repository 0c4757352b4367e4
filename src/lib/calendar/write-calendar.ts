/** One entry of a calendar: whole days (`lastDay` included), or hours of the first day in Japan. */
export type CalendarEvent = {
  id: string
  title: string
  firstDay: string
  lastDay: string
  /** `HH:MM` of Asia/Tokyo; without an end it lasts an hour. */
  hours?: { startsAt: string; endsAt: string }
  place?: string
  isCancelled?: boolean
  description?: string
  url?: string
}

type Calendar = { name: string; host: string; stampedAt: Date; events: readonly CalendarEvent[] }

/**
 * A calendar in iCalendar (RFC 5545) as other programs subscribe to it: lines of at most 75 octets.
 *
 * `stampedAt` is the instant the content is of: the same content with the same instant gives the same bytes.
 */
export function writeCalendar({ name, host, stampedAt, events }: Calendar): string {
  const stamp = stampOf(stampedAt)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Shirube//Planning process//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Tokyo',
    ...events.flatMap((event) => eventLines(event, host, stamp)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventLines(event: CalendarEvent, host: string, stamp: string): string[] {
  const { id, title, description, url, place, isCancelled, hours } = event
  return [
    'BEGIN:VEVENT',
    `UID:${id}@${host}`,
    `DTSTAMP:${stamp}`,
    ...timeLines(event),
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(isCancelled ? ['STATUS:CANCELLED'] : []),
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(hours ? [] : ['TRANSP:TRANSPARENT']),
    'END:VEVENT',
  ]
}

function timeLines({ firstDay, lastDay, hours }: CalendarEvent): string[] {
  if (!hours) {
    return [
      `DTSTART;VALUE=DATE:${firstDay.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${dayAfter(lastDay).replaceAll('-', '')}`,
    ]
  }
  const start = Date.parse(`${firstDay}T${hours.startsAt}:00+09:00`)
  const end = hours.endsAt ? Date.parse(`${firstDay}T${hours.endsAt}:00+09:00`) : start + 3600 * 1000
  return [`DTSTART:${stampOf(new Date(start))}`, `DTEND:${stampOf(new Date(end))}`]
}

/** An instant as 20260401T000000Z. */
const stampOf = (instant: Date) =>
  instant
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z')

/** The end of an all-day event is the first day after it. */
const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3600 * 1000).toISOString().slice(0, 10)

const escaped = (text: string) =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, '\\n')

const longest = 75
const octets = new TextEncoder()

/** Long lines go on after a line break and a blank; no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const sign of line) {
    const own = octets.encode(sign).length
    if (size + own > longest) {
      parts.push(part)
      part = ' '
      size = 1
    }
    part += sign
    size += own
  }
  return [...parts, part].join('\r\n')
}
