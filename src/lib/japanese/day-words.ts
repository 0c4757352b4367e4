/** The days of a week as they are written, from Sunday on. */
export const weekdays: readonly string[] = [...'日月火水木金土']

/** The day of the week of `2026-11-28`, 0 for Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** `2026-11-28` → 土 */
export const weekdayWord = (day: string): string => weekdays[weekdayOf(day)] ?? ''

/** `2026-11-28` → 11月28日 */
export const shortDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
