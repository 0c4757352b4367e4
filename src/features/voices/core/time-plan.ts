import type { Session, Step } from './session.ts'

/** A step with the time it begins (`HH:MM`, or empty where the session says none). */
export type TimedStep = Step & { from: string; to: string }

const minutesOf = (clock: string) => {
  const [hours = '0', minutes = '0'] = clock.split(':')
  return Number(hours) * 60 + Number(minutes)
}
const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The steps one after the other from the beginning of the session. */
export function timePlan(steps: readonly Step[], { startsAt }: Pick<Session, 'startsAt'>): TimedStep[] {
  let at = minutesOf(startsAt)
  return steps.map((step) => {
    const from = at
    at += step.minutes
    return { ...step, from: startsAt ? clockOf(from) : '', to: startsAt ? clockOf(at) : '' }
  })
}

/** By how many minutes the steps are longer than the time there is; negative: as many are left; undefined without times. */
export function minutesOver(
  steps: readonly Step[],
  { startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>,
): number | undefined {
  if (!startsAt || !endsAt) return undefined
  return steps.reduce((sum, { minutes }) => sum + minutes, 0) - (minutesOf(endsAt) - minutesOf(startsAt))
}
