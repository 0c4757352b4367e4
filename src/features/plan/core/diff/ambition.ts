import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { TargetState } from './plan-change.ts'

export type Ambition = 'weakened' | 'strengthened' | 'set' | 'changed'

/**
 * Whether a target asks for less or more than before, in the direction of its indicator.
 *
 * Dropping it, or only watching instead of a value, asks for less. For `maintain` a wider range does.
 */
export function ambitionBetween(
  direction: Indicator['direction'],
  before: TargetState | null,
  after: TargetState | null,
): Ambition {
  if (!isBinding(before)) {
    if (!isBinding(after)) return wasDropped(before, after) ? 'weakened' : before ? 'changed' : 'set'
    return before?.kind === 'monitor-only' ? 'strengthened' : 'set'
  }
  if (!isBinding(after)) return 'weakened'
  const gain = before && after ? gainBetween(direction, before, after) : undefined
  if (gain === undefined || gain === 0 || Number.isNaN(gain)) return 'changed'
  return gain < 0 ? 'weakened' : 'strengthened'
}

/** Not even watched any more. */
const wasDropped = (before: TargetState | null, after: TargetState | null) =>
  before?.kind === 'monitor-only' && after?.kind !== 'monitor-only'

/** A target that a result can miss. */
function isBinding(target: TargetState | null): boolean {
  if (!target || target.kind === 'monitor-only') return false
  if (target.kind === 'value') return target.value !== null
  return target.value !== null || target.low !== undefined || target.high !== undefined
}

/** By how much more is asked for; undefined where that cannot be said. */
function gainBetween(
  direction: Indicator['direction'],
  before: TargetState,
  after: TargetState,
): number | undefined {
  if (direction === null) return undefined
  if (direction === 'maintain') return widthOf(before) - widthOf(after)
  const [from, to] = [boundOf(before, direction), boundOf(after, direction)]
  if (from === null || to === null) return undefined
  return direction === 'increase' ? to - from : from - to
}

/** The value that has to be reached: of a range, the end the indicator comes from. */
function boundOf({ kind, value, low, high }: TargetState, direction: 'increase' | 'decrease') {
  if (kind === 'value') return value
  return (direction === 'increase' ? low : high) ?? value
}

/** A single value is a range without width, one without an end is as wide as can be. */
function widthOf({ kind, low, high }: TargetState): number {
  if (kind === 'value') return 0
  return low === undefined || high === undefined ? Number.POSITIVE_INFINITY : high - low
}
