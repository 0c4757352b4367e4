// The formulas of the planning frame, word by word and cell by cell, without the affine map the engine makes
// of them. Slow, and only to be compared with.
import type { PeriodInputs, ProjectionInputs, Sex } from '#src/lib/demography/projection-inputs.ts'

type State = Record<Sex, number[]>
type Step = { period: PeriodInputs; start: State; n: number; z: number }

/** The last state of inputs, by the book. */
export function lastStateByTheBook({ base, periods, step }: ProjectionInputs): State {
  let state: State = { M: [...base.M], F: [...base.F] }
  for (const period of periods) state = nextState({ period, start: state, n: base.M.length, z: step })
  return state
}

function nextState(step: Step): State {
  const end: State = { M: olderGroups(step, 'M'), F: olderGroups(step, 'F') }
  const { fertility } = step.period
  if (fertility.kind === 'cwr') {
    const [from, to] = [15 / step.z, 50 / step.z]
    const children = fertility.cwr * end.F.slice(from, to).reduce((sum, women) => sum + women, 0)
    end.M[0] = (children * fertility.sexRatio04) / (1 + fertility.sexRatio04)
    end.F[0] = children / (1 + fertility.sexRatio04)
    return end
  }
  const births = birthsOf(step, end.F)
  end.M[0] = youngest(step, 'M', (births * fertility.srb) / (1 + fertility.srb))
  end.F[0] = youngest(step, 'F', births / (1 + fertility.srb))
  return end
}

/** Persons who come by counts, proportions and additions, by timing. */
function comers({ period, start, z }: Step, sex: Sex, timing: 'half' | 'end'): number[] {
  const { migration, additions = [] } = period
  return start[sex].map((persons, i) => {
    let M = 0
    if (migration.kind === 'net-count' && migration.timing === timing) M += migration[sex][i] ?? 0
    if (migration.kind === 'net-proportion' && migration.timing === timing)
      M += persons * (migration[sex][i] ?? 0) * (migration.per === 'year' ? z : 1)
    for (const addition of additions) if (addition.timing === timing) M += addition[sex][i] ?? 0
    return M
  })
}

function olderGroups(step: Step, sex: Sex): number[] {
  const { period, start, n } = step
  const { migration, openGroup } = period
  const S = period.survival[sex]
  const P = start[sex]
  const h = comers(step, sex, 'half').map((M) => M / 2)
  const e = comers(step, sex, 'end')
  const a = P.map((persons, i) => persons + (h[i] ?? 0))
  const at = (values: readonly number[], i: number) => values[i] ?? Number.NaN
  /** Moves with the survivors of one transition from `source` residents. */
  const moved = (k: number, source: number) => {
    if (migration.kind === 'net-rate') return source * at(migration[sex], k)
    if (migration.kind !== 'out-alloc' || migration.pool === 'system') return 0
    return -source * at(migration.out[sex], k) + at(migration.pool[sex], k) * at(migration.alloc[sex], k)
  }
  const next = Array<number>(n).fill(0)
  for (let i = 1; i <= n - 2; i += 1) {
    next[i] = at(a, i - 1) * at(S, i) + at(h, i) + at(e, i) + moved(i, at(P, i - 1))
  }
  const o = n - 1
  const survivors =
    openGroup === 'pooled'
      ? (at(a, o - 1) + at(a, o)) * at(S, o)
      : at(a, o - 1) * at(S, o) + at(a, o) * at(S, o + 1)
  const movers =
    openGroup === 'pooled'
      ? moved(o, at(P, o - 1) + at(P, o))
      : moved(o, at(P, o - 1)) + moved(o + 1, at(P, o))
  next[o] = survivors + at(h, o) + at(e, o) + movers
  return next
}

function birthsOf(step: Step, end: number[]): number {
  const { period, start, z } = step
  const { fertility } = period
  if (fertility.kind === 'cwr') return 0
  const h = comers(step, 'F', 'half').map((M) => M / 2)
  const P = start.F
  return P.reduce((births, women, i) => {
    const f =
      fertility.kind === 'asfr' ? (fertility.asfr[i] ?? 0) : (fertility.tfr * (fertility.shape[i] ?? 0)) / z
    const A = fertility.exposure === 'half-migrants' ? women + (h[i] ?? 0) : women
    const before = i > 0 ? (P[i - 1] ?? 0) * (period.survival.F[i] ?? 0) : 0
    const E = fertility.exposure === 'before-migrants' ? before : (end[i] ?? 0)
    return births + (z * f * (A + E)) / 2
  }, 0)
}

function youngest(step: Step, sex: Sex, born: number): number {
  const { migration, survival } = step.period
  const h = (comers(step, sex, 'half')[0] ?? 0) / 2
  const e = comers(step, sex, 'end')[0] ?? 0
  const survivors = born * (survival[sex][0] ?? 0)
  if (migration.kind === 'net-rate') return survivors + born * (migration[sex][0] ?? 0) + h + e
  if (migration.kind !== 'out-alloc' || migration.pool === 'system') return survivors + h + e
  const inflow = (migration.pool[sex][0] ?? 0) * (migration.alloc[sex][0] ?? 0)
  return survivors - born * (migration.out[sex][0] ?? 0) + inflow + h + e
}
