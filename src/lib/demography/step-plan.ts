/**
 * A projection as numbers only. Every method of this folder is, within a step, the same affine map of one
 * sex,
 *
 *     P'_i = P_{i−1}·up_i + P_i·stay_i + plus_i        (i ≥ 1; stay_i of the open group keeps its survivors)
 *     B    = constant + Σ P_F,i·startWeight_i + Σ P'_F,i·endWeight_i
 *     P'_0 = B·into_sex + P_0·stay_0 + plus_0
 *
 * so one loop serves them all. Layout: age fastest, then sex (M, F), then step; weights have women only.
 */
export type StepPlan = {
  groups: number
  steps: number
  /** Length steps × 2 × groups. */
  up: Float64Array
  stay: Float64Array
  plus: Float64Array
  /** Length steps × groups. */
  startWeight: Float64Array
  endWeight: Float64Array
  /**
   * Length steps: births that do not depend on the residents, and the share of births that becomes group 0.
   */
  constant: Float64Array
  intoM: Float64Array
  intoF: Float64Array
  /** Groups of women that may bear: the weights outside are zero. */
  fertile: { first: number; last: number }
}

/**
 * A plan of zeros. All arrays lie in one buffer: for small projections its making costs more than the
 * counting.
 */
export function emptyPlan(groups: number, steps: number): StepPlan {
  const cells = steps * 2 * groups
  const women = steps * groups
  const room = new Float64Array(3 * cells + 2 * women + 3 * steps)
  let taken = 0
  const take = (length: number) => {
    taken += length
    return room.subarray(taken - length, taken)
  }
  return {
    groups,
    steps,
    up: take(cells),
    stay: take(cells),
    plus: take(cells),
    startWeight: take(women),
    endWeight: take(women),
    constant: take(steps),
    intoM: take(steps),
    intoF: take(steps),
    fertile: { first: 0, last: groups - 1 },
  }
}

/**
 * Room for all states of a run: (steps + 1) × 2 × groups persons, the first state to be filled with the base.
 */
export const emptyStates = ({ groups, steps }: StepPlan) => new Float64Array((steps + 1) * 2 * groups)

/** Projects all steps in place. Nothing is allocated and nothing checked: for many runs of checked inputs. */
export function runSteps(plan: StepPlan, states: Float64Array) {
  for (let step = 0; step < plan.steps; step += 1) stepForward(plan, step, states)
}

/**
 * Computes state `step + 1` from state `step`; gives the births (or the 0–4-year-olds formed, by child–woman
 * ratio).
 */
export function stepForward(plan: StepPlan, step: number, states: Float64Array): number {
  const { groups } = plan
  const from = step * 2 * groups
  ageOneSex(plan, from, states)
  ageOneSex(plan, from + groups, states)
  const births = birthsOf(plan, step, states)
  const to = from + 2 * groups
  states[to] = (states[to] as number) + births * (plan.intoM[step] as number)
  states[to + groups] = (states[to + groups] as number) + births * (plan.intoF[step] as number)
  return births
}

function ageOneSex({ up, stay, plus, groups }: StepPlan, from: number, states: Float64Array) {
  const onwards = 2 * groups
  const end = from + groups
  let younger = 0
  for (let cell = from; cell < end; cell += 1) {
    const current = states[cell] as number
    states[cell + onwards] =
      younger * (up[cell] as number) + current * (stay[cell] as number) + (plus[cell] as number)
    younger = current
  }
}

function birthsOf(plan: StepPlan, step: number, states: Float64Array): number {
  const { groups, startWeight, endWeight, fertile } = plan
  const weights = step * groups
  const women = step * 2 * groups + groups
  const womenLater = women + 2 * groups
  let births = plan.constant[step] as number
  for (let group = fertile.first; group <= fertile.last; group += 1) {
    births +=
      (states[women + group] as number) * (startWeight[weights + group] as number) +
      (states[womenLater + group] as number) * (endWeight[weights + group] as number)
  }
  return births
}
