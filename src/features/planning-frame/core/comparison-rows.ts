import { householdTypes } from '#src/lib/demography/households.ts'
import { careBands, careRows } from './age-table.ts'
import { householdTypeLabels } from './households.ts'
import type { OverviewRow } from './overview.ts'

/** One number of a year for every case, in the order of the cases; absent where a case does not have it. */
export type ComparedRow = { label: string; values: (number | undefined)[] }

/** What cases are compared by in one year: residents by age, schools and care, households and workers. */
export function comparedRows(cases: readonly OverviewRow[], year: number): ComparedRow[] {
  const at = <Row extends { year: number }>(rows: readonly Row[] | undefined) =>
    rows?.find((row) => row.year === year)
  const row = (label: string, of: (one: OverviewRow) => number | undefined): ComparedRow => ({
    label,
    values: cases.map(of),
  })
  const residents = classes.map(([label, key]) => row(label, ({ rows }) => at(rows)?.[key]))
  const care = careBands.map(({ label }, place) =>
    row(label, ({ run }) => run && at(careRows(run.result))?.persons[place]),
  )
  const homes = [
    row('世帯', ({ run }) => at(run?.households)?.total),
    ...householdTypes.map((type) =>
      row(`世帯：${householdTypeLabels[type]}`, ({ run }) => at(run?.households)?.types?.[type]),
    ),
    row('就業者', ({ run }) => at(run?.workers)?.total),
  ]
  return [...residents, ...care, ...homes].filter(({ values }) => values.some((value) => value !== undefined))
}

const classes = [
  ['総人口', 'total'],
  ['0～14歳', 'child'],
  ['15～64歳', 'workingAge'],
  ['65歳以上', 'elderly'],
  ['20～39歳の女性', 'women20to39'],
] as const
