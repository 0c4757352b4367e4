import type { SexCount } from './account-period.ts'
import type { ProjectionResult } from './cohort-component.ts'

/**
 * Where the difference of two cases in one year comes from, in persons; the parts add up to the difference.
 */
export type DifferenceParts = {
  year: number
  difference: number
  start: number
  births: number
  /**
   * Children of group 0 where a case uses a child–woman ratio: births less infant deaths and moves,
   * inseparable.
   */
  formed: number
  /** Fewer deaths are a positive part. */
  deaths: number
  migration: number
  additions: number
  adjustment: number
  /**
   * Survival that holds moves (cohort change ratios) cannot be parted: deaths and migration are then one sum
   * here.
   */
  survivalAndMoves: number
}

/**
 * Explains how a case differs from a reference at a year by summing both accounts since their common start.
 * RangeError when the cases have different years or the year is none of them.
 */
export function explainDifference(
  reference: ProjectionResult,
  other: ProjectionResult,
  year: number,
): DifferenceParts {
  const steps = reference.years.indexOf(year)
  if (steps < 0 || reference.years.slice(0, steps + 1).join() !== other.years.slice(0, steps + 1).join()) {
    throw new RangeError(`${year}年は、2つのケースに共通の時点ではありません`)
  }
  const [first] = reference.years as [number]
  const from = partsUntil(reference, steps)
  const to = partsUntil(other, steps)
  const change = (key: keyof typeof from) => to[key] - from[key]
  return {
    year,
    difference: totalIn(other, year) - totalIn(reference, year),
    start: totalIn(other, first) - totalIn(reference, first),
    births: change('births'),
    formed: change('formed'),
    deaths: -change('deaths'),
    migration: change('netMigration'),
    additions: change('additions'),
    adjustment: change('adjustment'),
    survivalAndMoves: change('survivalAndMoves'),
  }
}

function totalIn({ population }: ProjectionResult, year: number): number {
  const { M, F } = population[year] as { M: number[]; F: number[] }
  return [...M, ...F].reduce((sum, persons) => sum + persons, 0)
}

function partsUntil(result: ProjectionResult, steps: number) {
  const sum = (counts: readonly (SexCount | null)[] | undefined) =>
    (counts ?? []).slice(0, steps).reduce((total, count) => total + (count?.total ?? 0), 0)
  const parts = {
    births: sum(result.births),
    formed: sum(result.formed),
    deaths: sum(result.deaths),
    netMigration: sum(result.netMigration),
    additions: sum(result.additions),
    adjustment: sum(result.adjustment),
  }
  const [first] = result.years as [number]
  const { births, formed, deaths, netMigration, additions, adjustment } = parts
  const explained = births + formed - deaths + netMigration + additions + adjustment
  const grown = totalIn(result, result.years[steps] as number) - totalIn(result, first)
  const isWhole = !result.deaths.slice(0, steps).includes(null)
  return { ...parts, survivalAndMoves: isWhole ? 0 : grown - explained }
}
