/** One entry of a calendar over whole days; `lastDay` is included. */
export type CalendarEvent = {
  id: string
  title: string
  firstDay: string
  lastDay: string
  description?: string
  url?: string
}

type Calendar = { name: string; host: string; stampedAt: Date; events: readonly CalendarEvent[] }

/**
 * A calendar in iCalendar (RFC 5545) as other programs subscribe to it: whole days, lines of at most 75 octets.
 *
 * `stampedAt` is the instant the content is of: the same content with the same instant gives the same bytes.
 */
export function writeCalendar({ name, host, stampedAt, events }: Calendar): string {
  const stamp = stampedAt
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z')
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
  const { id, title, firstDay, lastDay, description, url } = event
  return [
    'BEGIN:VEVENT',
    `UID:${id}@${host}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${firstDay.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${dayAfter(lastDay).replaceAll('-', '')}`,
    `SUMMARY:${escaped(title)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

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
