const mostDays = 30
const mostMonths = 12

/** shirube-2026-11-27.backup */
export const archiveName = (day: string) => `shirube-${day}.backup`

const dayOf = (name: string) => /^shirube-(\d{4}-\d{2}-\d{2})\.backup$/.exec(name)?.[1]

/** Which daily archives have had their time: kept are the newest 30, and the first of each of the newest 12 months. */
export function outdatedArchives(names: readonly string[]): string[] {
  const days = names.flatMap((name) => dayOf(name) ?? []).sort()
  const firsts = days.filter((day, at) => day.slice(0, 7) !== days[at - 1]?.slice(0, 7))
  const kept = new Set([...days.slice(-mostDays), ...firsts.slice(-mostMonths)])
  return days.filter((day) => !kept.has(day)).map(archiveName)
}
