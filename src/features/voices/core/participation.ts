import type { CalendarEvent } from '#src/lib/calendar/write-calendar.ts'

/** Something residents can take part in: what, when, where and how. */
export type Participation = {
  id: string
  kind: string
  title: string
  firstDay: string
  lastDay: string
  /** `HH:MM`, or empty for whole days. */
  startsAt: string
  endsAt: string
  place: string
  howTo: string
  href: string
  isCancelled: boolean
}

/** What is still to come or going on, the next first; and what is over, the latest first. */
export function sortParticipation(all: readonly Participation[], today: string) {
  const byDay = (a: Participation, b: Participation) =>
    a.firstDay + a.startsAt + a.id < b.firstDay + b.startsAt + b.id ? -1 : 1
  return {
    coming: all.filter(({ lastDay }) => lastDay >= today).sort(byDay),
    over: all.filter(({ lastDay }) => lastDay < today).sort((a, b) => byDay(b, a)),
  }
}

export const participationEvents = (all: readonly Participation[], site: string): CalendarEvent[] =>
  all.map(({ id, kind, title, firstDay, lastDay, startsAt, endsAt, place, howTo, href, isCancelled }) => ({
    id,
    title: `${isCancelled ? '【中止】' : ''}${title}（${kind}）`,
    firstDay,
    lastDay,
    ...(startsAt ? { hours: { startsAt, endsAt } } : {}),
    ...(place ? { place } : {}),
    ...(howTo ? { description: howTo } : {}),
    isCancelled,
    url: site + href,
  }))
