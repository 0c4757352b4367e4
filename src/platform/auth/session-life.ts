const minute = 60 * 1000

/** A session nobody used for an hour is over (docs/security.md §7). */
const idleMilliseconds = 60 * minute

/** However busy: after twelve hours a person signs in again (docs/security.md §7). */
export const absoluteMilliseconds = 12 * 60 * minute

/** Use is noted once a minute, so that reading a page seldom writes. */
const noteEvery = minute

/** When a session began, and when it was last used. */
export type SessionTimes = { createdAt: Date | string; updatedAt: Date | string }

const since = (instant: Date | string, now: Date) => now.getTime() - new Date(instant).getTime()

export const isAlive = ({ createdAt, updatedAt }: SessionTimes, now: Date) =>
  since(createdAt, now) < absoluteMilliseconds && since(updatedAt, now) < idleMilliseconds

export const isWorthNoting = ({ updatedAt }: SessionTimes, now: Date) => since(updatedAt, now) >= noteEvery
