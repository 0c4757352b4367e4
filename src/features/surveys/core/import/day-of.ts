import { readDay } from '../../../organization/core/read-day.ts'

/** A day as other services write it; an instant that names its zone is that day in Tokyo. */
export function dayOf(typed: string): string | undefined {
  if (/T.*(Z|[+-]\d\d:?\d\d)$/.test(typed)) {
    const instant = Date.parse(typed)
    if (!Number.isNaN(instant)) return new Date(instant + 9 * 3_600_000).toISOString().slice(0, 10)
  }
  return readDay(typed.split(/[ T　]/)[0] ?? '')
}
