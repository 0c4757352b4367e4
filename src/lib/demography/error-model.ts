import { migrationShape, mortalityOf, type RunToModel } from './error-shape.ts'
import { emptyStates, runSteps, type StepPlan } from './step-plan.ts'

/** What `monteCarlo` draws from. Shape and mortality have the layout of a step: males, then females. */
export type ErrorModel = {
  /**
   * How a unit of migration error is spread over the moves; a unit changes the total by about its share in a
   * step.
   */
  shape: Float64Array
  /** Deaths per resident of each transition, all steps. */
  mortality: Float64Array
  lastingSd: number
  walkSd: number
  fertilitySd: number
  fertilityCarry: number
  mortalitySd: number
}

/**
 * Standard deviation of the log error of a total five years ahead, by residents: errors of 社人研 平成30年推計 for
 * 2020 over 1,680 municipalities (planning frame §8; classes as `sizeClasses`).
 */
export const sdAfterFiveYears = [0.059, 0.03, 0.0205, 0.018, 0.0175, 0.015] as const

/**
 * Errors of totals grow with the horizon to this power (municipalities, bases 1985–2010; planning frame §8).
 */
export const growthPower = 1.2

export type ModelSettings = {
  /** Standard deviation of the log total after five years. */
  sdFiveYears: number
  fertilitySd?: number
  fertilityCarry?: number
  mortalitySd?: number
}

/**
 * An error model for one case whose log total has the wanted standard deviation after five years and about
 * h^1.2 times of it after h × 5 years (up to 20). The migration part is found from the response of the total
 * to a unit of error in each step, which is linear enough for errors of a few percent; fertility and
 * mortality have plain defaults (5 % and 2 % a step) that matter little for the total.
 */
export function errorModel(run: RunToModel, settings: ModelSettings): ErrorModel {
  const { fertilitySd = 0.05, fertilityCarry = 0.9, mortalitySd = 0.02 } = settings
  const model: ErrorModel = {
    shape: migrationShape(run),
    mortality: mortalityOf(run),
    lastingSd: 0,
    walkSd: 0,
    fertilitySd,
    fertilityCarry,
    mortalitySd,
  }
  const stepYears = run.inputs.step
  const wanted = (steps: number) => (settings.sdFiveYears * ((steps * stepYears) / 5) ** growthPower) ** 2
  const near = Math.min(run.plan.steps, 5 / stepYears)
  const far = Math.min(run.plan.steps, 20 / stepYears)
  const response = responses(run, model)
  const first = variancesAt(response, { model, horizon: near })
  const last = variancesAt(response, { model, horizon: far })
  const [one, two] = [wanted(near) - first.other, wanted(far) - last.other]
  const { lasting, walk } = solved({ first, last, one, two })
  return { ...model, lastingSd: Math.sqrt(lasting), walkSd: Math.sqrt(walk) }
}

type Parts = { lasting: number; walk: number; other: number }

/**
 * Two equations for the two variances; where one would be negative it is zero and the nearer horizon is met.
 */
function solved({ first, last, one, two }: { first: Parts; last: Parts; one: number; two: number }) {
  const determinant = first.lasting * last.walk - last.lasting * first.walk
  const lasting = (one * last.walk - two * first.walk) / determinant
  const walk = (first.lasting * two - last.lasting * one) / determinant
  if (Math.abs(determinant) > 1e-12 && lasting >= 0 && walk >= 0) return { lasting, walk }
  if (walk < 0 || Math.abs(determinant) <= 1e-12)
    return { lasting: Math.max(0, one / first.lasting), walk: 0 }
  return { lasting: 0, walk: Math.max(0, one / first.walk) }
}

type Responses = Record<'move' | 'birth' | 'death', number[][]>

/**
 * Variance of the log total at a horizon per unit variance of each migration error, and that of the other
 * errors.
 */
function variancesAt(
  { move, birth, death }: Responses,
  { model, horizon }: { model: ErrorModel; horizon: number },
): Parts {
  const at = (table: number[][], step: number) => table[step]?.[horizon] ?? 0
  const steps = Array.from({ length: horizon }, (_, step) => step)
  const after = (table: number[][], step: number, carry: number) =>
    steps.slice(step).reduce((sum, later) => sum + at(table, later) * carry ** (later - step), 0)
  const squares = (table: number[][], carry: number) =>
    steps.reduce((sum, step) => sum + after(table, step, carry) ** 2, 0)
  return {
    lasting: after(move, 0, 1) ** 2,
    walk: squares(move, 1),
    other:
      model.fertilitySd ** 2 * squares(birth, model.fertilityCarry) +
      model.mortalitySd ** 2 * squares(death, 1),
  }
}

/** Change of the log total of every later state for a small error in one step: `[step][state]`. */
function responses({ plan, base }: RunToModel, model: ErrorModel): Responses {
  const small = 1e-4
  const usual = logTotals(plan, base)
  const steps = Array.from({ length: plan.steps }, (_, step) => step)
  const respond = (change: (own: StepPlan, step: number) => void) =>
    steps.map((step) => {
      const own = {
        ...plan,
        up: plan.up.slice(),
        stay: plan.stay.slice(),
        intoM: plan.intoM.slice(),
        intoF: plan.intoF.slice(),
      }
      change(own, step)
      return logTotals(own, base).map((value, state) => (value - (usual[state] as number)) / small)
    })
  const shiftBy = (own: StepPlan, step: number, shift: (at: number) => number) => {
    const from = step * 2 * plan.groups
    for (let at = 0; at < 2 * plan.groups; at += 1) {
      own.up[from + at] = (own.up[from + at] as number) + shift(at) * small
      const isOpen = at % plan.groups === plan.groups - 1
      if (isOpen) own.stay[from + at] = (own.stay[from + at] as number) + shift(at) * small
    }
  }
  return {
    move: respond((own, step) => shiftBy(own, step, (at) => model.shape[at] as number)),
    death: respond((own, step) =>
      shiftBy(own, step, (at) => -(model.mortality[step * 2 * plan.groups + at] as number)),
    ),
    birth: respond((own, step) => {
      own.intoM[step] = (own.intoM[step] as number) * (1 + small)
      own.intoF[step] = (own.intoF[step] as number) * (1 + small)
    }),
  }
}

function logTotals(plan: StepPlan, base: Float64Array): number[] {
  const states = emptyStates(plan)
  states.set(base)
  runSteps(plan, states)
  const width = 2 * plan.groups
  return Array.from({ length: plan.steps + 1 }, (_, step) =>
    Math.log(states.subarray(step * width, (step + 1) * width).reduce((sum, persons) => sum + persons, 0)),
  )
}
