import { ageLabels } from '#src/lib/demography/age-groups.ts'
import { sexes } from '#src/lib/demography/projection-inputs.ts'
import type { FrameProjection } from './run-projections.ts'
import type { ScenarioRun } from './run-scenario.ts'

export type ResultRow = [
  code: string,
  caseName: string,
  year: number,
  sex: string,
  age: string,
  value: number,
]

/**
 * Results as a tidy table: one row a value, persons unrounded. A fan adds rows of the case with the quantile
 * behind a stroke (`基本/0.9`), both sexes together (`T`), and the name of the number in place of an age.
 */
export function resultRows(
  results: readonly FrameProjection[],
  caseName: string,
): (readonly (string | number)[])[] {
  return [
    ['code', 'case', 'year', 'sex', 'age', 'value'],
    ...results.flatMap((one) => rowsOfResult(one, caseName)),
  ]
}

/** The rows of one result, without the heading. */
export function rowsOfResult(result: FrameProjection, caseName: string): ResultRow[] {
  const { area, ages, years, population } = result
  const labels = ageLabels(ages)
  const cells = years.flatMap((year) =>
    sexes.flatMap((sex) =>
      (population[year]?.[sex] ?? []).map(
        (persons, group): ResultRow => [area.code, caseName, year, sex, labels[group] ?? '', persons],
      ),
    ),
  )
  return [...cells, ...fanRows(result, caseName)]
}

function fanRows({ area, years, uncertainty }: FrameProjection, caseName: string): ResultRow[] {
  if (!uncertainty) return []
  const { measures, quantiles } = uncertainty
  return Object.entries(measures).flatMap(([id, byYear]) =>
    years.flatMap((year) =>
      quantiles.map(
        (share, at): ResultRow => [
          area.code,
          `${caseName}/${share}`,
          year,
          'T',
          id,
          byYear[year]?.[at] ?? Number.NaN,
        ],
      ),
    ),
  )
}

/** Households and workers of a run as rows of the same table: both sexes (`T`), the name of the number as age. */
export function homeRows(
  { result: { area }, households, workers }: Pick<ScenarioRun, 'result' | 'households' | 'workers'>,
  caseName: string,
): ResultRow[] {
  const row = (year: number, id: string, value: number): ResultRow => [
    area.code,
    caseName,
    year,
    'T',
    id,
    value,
  ]
  return [
    ...households.flatMap(({ year, total, types }) => [
      row(year, 'households', total),
      ...Object.entries(types ?? {}).map(([type, count]) => row(year, `households-${type}`, count)),
    ]),
    ...workers.flatMap(({ year, total, industries }) => [
      row(year, 'workers', total),
      ...Object.entries(industries ?? {}).map(([industry, count]) => row(year, `workers-${industry}`, count)),
    ]),
  ]
}
