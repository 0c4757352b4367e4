import type { Gate } from './lint/finding.ts'

/** A gate as a station on the way: passed, the one ahead, or a later one, with how much still stops the plan there. */
export type GateStep = { gate: Gate; when: string; place: 'past' | 'now' | 'next'; stops: number }

/** The milestone that carries a gate, as the schedule has it. */
export type GateMilestone = { gate: Gate; when: string; isDone: boolean }

/**
 * The gates in their order (`states`, with what blocks each). A gate is passed when its milestone was reached, and the first
 * that was not is ahead. Without milestones the first gate at which something stops is ahead.
 */
export function gateSteps(
  states: readonly { gate: Gate; blocking: readonly unknown[] }[],
  milestones: readonly GateMilestone[],
): GateStep[] {
  const known = new Map(milestones.map((one) => [one.gate, one]))
  const ahead =
    milestones.length > 0
      ? states.findLastIndex(({ gate }) => known.get(gate)?.isDone) + 1
      : Math.max(
          0,
          states.findIndex(({ blocking }) => blocking.length > 0),
        )
  return states.map(({ gate, blocking }, at) => ({
    gate,
    when: known.get(gate)?.when ?? '',
    place: at < ahead ? 'past' : at === ahead ? 'now' : 'next',
    stops: blocking.length,
  }))
}
