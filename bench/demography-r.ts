import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stateOf } from '#src/lib/demography/cohort-component.ts'
import type { PeriodInputs, ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { emptyStates, runSteps } from '#src/lib/demography/step-plan.ts'
import { planOf } from '#src/lib/demography/write-step.ts'

type Engine = { microseconds: number; milliseconds: number }

/**
 * The same projections in R: one city by Leslie matrices, and all towns as columns of tables. Both must say the same as
 * the engine, else the times mean nothing. Says so where R is not there.
 */
export function compareWithR(city: ProjectionInputs, towns: readonly ProjectionInputs[], engine: Engine) {
  if (spawnSync('Rscript', ['--version']).status !== 0) {
    console.log('R: left out, there is no Rscript on this machine')
    return
  }
  const one = inR([city], 2000)
  const all = inR(towns, 1)
  refuseDifferent(one.total, lastTotal(city))
  refuseDifferent(
    all.everyone,
    towns.reduce((sum, town) => sum + lastTotal(town), 0),
  )
  const ratio = (slow: number, fast: number) => (slow / fast).toFixed(0)
  console.log(
    `R's matrices, the same city: ${one.microseconds.toFixed(0)} µs, ` +
      `ratio ${ratio(one.microseconds, engine.microseconds)}; ` +
      `all ${towns.length} town cases as tables: ${all.milliseconds.toFixed(0)} ms, ` +
      `ratio ${ratio(all.milliseconds, engine.milliseconds)} to our loop`,
  )
}

function inR(areas: readonly ProjectionInputs[], runs: number) {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-r-'))
  const file = join(folder, 'numbers.txt')
  const [first] = areas
  const [groups, periods] = [first?.base.M.length ?? 0, first?.periods.length ?? 0]
  writeFileSync(file, [groups, periods, areas.length, ...areas.flatMap(numbersOf)].join('\n'))
  const { status, stdout, stderr } = spawnSync('Rscript', ['bench/demography.R', file, String(runs)])
  rmSync(folder, { recursive: true })
  if (status !== 0) throw new Error(`R failed: ${stderr.toString().slice(0, 400)}`)
  const [microseconds, total, milliseconds, everyone] = stdout.toString().trim().split(/\s+/).map(Number)
  return {
    microseconds: microseconds ?? Number.NaN,
    total: total ?? Number.NaN,
    milliseconds: milliseconds ?? Number.NaN,
    everyone: everyone ?? Number.NaN,
  }
}

const numbersOf = ({ base, periods }: ProjectionInputs): number[] => [
  ...base.M,
  ...base.F,
  ...periods.flatMap(periodNumbers),
]

function periodNumbers({ survival, migration, fertility }: PeriodInputs): number[] {
  if (fertility.kind !== 'cwr') throw new Error('R is compared with child–woman ratios')
  const moves = migration.kind === 'net-rate' ? migration : undefined
  const ratios = (sex: 'M' | 'F') => survival[sex].map((ratio, at) => ratio + (moves?.[sex][at] ?? 0))
  return [...ratios('M'), ...ratios('F'), fertility.cwr, fertility.sexRatio04]
}

function lastTotal(inputs: ProjectionInputs): number {
  const plan = planOf(inputs)
  const states = emptyStates(plan)
  states.set(inputs.base.M)
  states.set(inputs.base.F, plan.groups)
  runSteps(plan, states)
  return stateOf(states, inputs.periods.length, plan.groups).reduce((sum, persons) => sum + persons, 0)
}

function refuseDifferent(theirs: number, ours: number) {
  if (Math.abs(theirs / ours - 1) > 1e-9) throw new Error(`R differs: ${theirs} and ${ours}`)
}
