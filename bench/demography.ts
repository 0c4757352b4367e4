// Projections from memory on one core. Baseline: the same in plain loops over objects
// (bench/demography-objects.ts). With the shared census beside the project the towns are the real ones, else
// as many are made from one.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { projectByCohortComponent } from '#src/lib/demography/cohort-component.ts'
import { errorModel } from '#src/lib/demography/error-model.ts'
import { changeInputs, changeRatios } from '#src/lib/demography/hamilton-perry.ts'
import type { AgeValues, ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { extendedTo, withFertilityTimes, withMigrationTimes } from '#src/lib/demography/scenario-edits.ts'
import { emptyStates, runSteps } from '#src/lib/demography/step-plan.ts'
import { monteCarlo } from '#src/lib/demography/uncertainty.ts'
import { ageBands, bandWeights } from '#src/lib/demography/weighted-sum.ts'
import { planOf } from '#src/lib/demography/write-step.ts'
import { inventedInputs } from '#test/demography/invented-inputs.ts'
import { inputsOf, oneCity, populationFolder } from '#test/demography/ipss-2018.ts'
import { projectWithObjects } from './demography-objects.ts'
import { compareWithR } from './demography-r.ts'
import { aim, median, processorTimeOfChildren } from './measure.ts'

const constant = (value: number) => ({ kind: 'constant', value }) as const

const city = extendedTo(inputsOf(oneCity(), 'life-table-and-rates'), 2065)
const microseconds = await oneCityBench('five-year groups', city, 5)
await oneCityBench('single years', inventedInputs({ width: 1, steps: 50, seed: 3 }), 100)
const { cases, milliseconds } = await allTownsBench()
compareWithR(city, cases, { microseconds, milliseconds })
await monteCarloBench()
commandLineBench()

async function oneCityBench(name: string, inputs: ProjectionInputs, aimMicroseconds: number) {
  const plan = planOf(inputs)
  const states = emptyStates(plan)
  states.set([...inputs.base.M, ...inputs.base.F])
  const often = name === 'single years' ? 200 : 5000
  const time = await median(() => {
    for (let run = 0; run < often; run += 1) runSteps(plan, states)
  })
  const microseconds = (time / often) * 1000
  const baselineRuns = name === 'single years' ? 20 : 1000
  const baseline = await median(() => {
    for (let run = 0; run < baselineRuns; run += 1) projectWithObjects(inputs)
  })
  const slow = (baseline / baselineRuns) * 1000
  checkEqual(inputs, states)
  const whole =
    (await median(() => {
      for (let run = 0; run < baselineRuns; run += 1) projectByCohortComponent(inputs)
    })) / baselineRuns
  console.log(
    `one city, 50 years, ${name}: ${microseconds.toFixed(2)} µs ` +
      `(aim ≤ ${aimMicroseconds} µs: ${aim(microseconds <= aimMicroseconds)}); ` +
      `objects ${slow.toFixed(0)} µs, ratio ${(slow / microseconds).toFixed(0)}; ` +
      `checked, with births, deaths and moves: ${(whole * 1000).toFixed(0)} µs`,
  )
  return microseconds
}

/** Both ways must say the same, else the times mean nothing. */
function checkEqual(inputs: ProjectionInputs, states: Float64Array) {
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
  const byObjects = sum(projectWithObjects(inputs).map(({ persons }) => persons))
  const ours = sum(states)
  if (Math.abs(byObjects / ours - 1) > 1e-9) throw new Error(`the baseline differs: ${byObjects} and ${ours}`)
}

async function allTownsBench() {
  const towns = populationFolder ? realTowns(populationFolder) : inventedTowns()
  const cases = towns.flatMap((town) => [
    town,
    withFertilityTimes(town, constant(1.2)),
    withMigrationTimes(town, { inflow: constant(1), outflow: constant(0.8) }),
  ])
  const fromInputs = await median(() => {
    for (const inputs of cases) {
      const plan = planOf(inputs)
      const states = emptyStates(plan)
      states.set(inputs.base.M)
      states.set(inputs.base.F, plan.groups)
      runSteps(plan, states)
    }
  })
  const plans = cases.map((inputs) => ({ plan: planOf(inputs), states: emptyStates(planOf(inputs)) }))
  const hot = await median(() => {
    for (const { plan, states } of plans) runSteps(plan, states)
  })
  const baseline = await median(() => {
    for (const inputs of cases) projectWithObjects(inputs)
  }, 3)
  const whole = await median(() => {
    for (const inputs of cases) projectByCohortComponent(inputs)
  }, 3)
  console.log(
    `${towns.length} towns × 3 cases × 30 years: ${fromInputs.toFixed(0)} ms from inputs in memory ` +
      `(aim ≤ 100 ms: ${aim(fromInputs <= 100)}), loop ${hot.toFixed(1)} ms; ` +
      `objects ${baseline.toFixed(0)} ms, ` +
      `ratio ${(baseline / fromInputs).toFixed(0)}; checked, with accounts: ${whole.toFixed(0)} ms`,
  )
  return { cases, milliseconds: hot }
}

/** Cohort change 2010–2015 of every municipality of the census file, carried on to 2045. */
function realTowns(folder: URL): ProjectionInputs[] {
  const file = new URL('census_1980_2015_muni_sex_age5.csv.gz', folder)
  if (!existsSync(file)) return inventedTowns()
  const counts = new Map<
    string,
    { earlier: { M: number[]; F: number[] }; later: { M: number[]; F: number[] } }
  >()
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(1)) {
    const [code, , sex, age, , , , , , , earlier, later] = line.trim().split(',')
    if (!code || age === 'total' || age === 'unknown' || (sex !== 'M' && sex !== 'F')) continue
    const town = counts.get(code) ?? { earlier: { M: [], F: [] }, later: { M: [], F: [] } }
    town.earlier[sex].push(Number(earlier))
    town.later[sex].push(Number(later))
    counts.set(code, town)
  }
  const ages = { width: 5, openFrom: 90 } as const
  const nation = changeRatios([summed([...counts.values()])], ages)
  return [...counts].map(([code, pair]) =>
    changeInputs({
      area: { code, name: code, level: 'municipality' },
      basis: 'census',
      baseDate: '2015-10-01',
      ages,
      base: pair.later,
      ratios: changeRatios([pair], ages, { parent: nation }),
      until: 2045,
    }),
  )
}

function summed(pairs: readonly { earlier: AgeValues; later: AgeValues }[]) {
  const add = (pick: (pair: { earlier: AgeValues; later: AgeValues }) => readonly number[]) =>
    Array.from({ length: 19 }, (_, group) => pairs.reduce((sum, pair) => sum + (pick(pair)[group] ?? 0), 0))
  return {
    earlier: { M: add(({ earlier }) => earlier.M), F: add(({ earlier }) => earlier.F) },
    later: { M: add(({ later }) => later.M), F: add(({ later }) => later.F) },
  }
}

function inventedTowns(): ProjectionInputs[] {
  return Array.from({ length: 1741 }, (_, at) => inventedInputs({ seed: at + 1, steps: 6 }))
}

/**
 * All towns × 3 cases through the command, files read and written, in a process of its own: middle of three.
 */
function commandLineBench() {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-bench-'))
  const [input, out] = [join(folder, 'inputs.json'), join(folder, 'results.json')]
  const one = inputsOf(oneCity(), 'life-table-and-rates')
  const cases = Array.from({ length: 3 * 1741 }, (_, at) => {
    const area = { ...one.area, code: String(10_000 + at) }
    return { ...one, area, base: { ...one.base, M: one.base.M.map((persons) => persons + at / 7) } }
  })
  writeFileSync(input, JSON.stringify(cases))
  const before = processorTimeOfChildren()
  const times = [0, 1, 2].map(() => {
    const began = performance.now()
    const { status } = spawnSync(process.execPath, ['bin/shirube.js', 'project', input, '--out', out])
    if (status !== 0) throw new Error('shirube project failed')
    return (performance.now() - began) / 1000
  })
  const seconds = times.sort((a, b) => a - b)[1] ?? Number.NaN
  const [read, written] = [input, out].map((path) => Math.round(statSync(path).size / 1e6))
  rmSync(folder, { recursive: true })
  const processor = ((processorTimeOfChildren() ?? Number.NaN) - (before ?? Number.NaN)) / times.length
  console.log(
    `the same from the command line, ${read} MB read and ${written} MB written: ${seconds.toFixed(1)} s ` +
      `(aim ≤ 3 s: ${aim(seconds <= 3)}), ${processor.toFixed(1)} s of processor time ` +
      '(the clock also shows what else the machine does)',
  )
}

async function monteCarloBench() {
  const inputs = extendedTo(inputsOf(oneCity(), 'life-table-and-rates'), 2065)
  const run = () => {
    const plan = planOf(inputs)
    const base = Float64Array.from([...inputs.base.M, ...inputs.base.F])
    const model = errorModel({ inputs, plan, base }, { sdFiveYears: 0.018 })
    const names = ['total', 'child', 'workingAge', 'elderly', 'women20to39'] as const
    const measures = names.map((id) => ({ id, weights: bandWeights(ageBands[id], inputs.ages) }))
    return monteCarlo({ plan, base, model, measures, draws: 1000, seed: 1 })
  }
  const time = await median(run)
  console.log(
    `1,000 Monte Carlo runs of one city, 50 years, five numbers with quantiles: ${time.toFixed(0)} ms ` +
      `(aim ≤ 100 ms: ${aim(time <= 100)})`,
  )
}
