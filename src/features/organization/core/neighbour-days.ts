/** The day before a day, both `YYYY-MM-DD`. */
export const dayBefore = (day: string) => shifted(day, -1)

/** The day after a day, both `YYYY-MM-DD`. */
export const dayAfter = (day: string) => shifted(day, 1)

function shifted(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
