import { projectByCohortComponent } from '#src/lib/demography/cohort-component.ts'
import { changeInputs, changeRatios } from '#src/lib/demography/hamilton-perry.ts'
import { stateIn } from './age-table.ts'
import { type Count, tableAges } from './count-table.ts'
import type { ResidentCount } from './scenario.ts'

/** The cohort change of the five years before, carried on to a year; nothing without ages or with empty cells. */
export function carriedOn(earlier: ResidentCount, base: ResidentCount, year: number): Count | undefined {
  if (!earlier.ages || !base.ages || hasEmptySource(earlier.ages)) return undefined
  const inputs = changeInputs({
    area: { code: '', name: '', level: 'municipality' },
    basis: 'census-adjusted',
    baseDate: `${base.year}-10-01`,
    ages: tableAges,
    base: base.ages,
    ratios: changeRatios([{ earlier: earlier.ages, later: base.ages }], tableAges),
    until: year,
  })
  return stateIn(projectByCohortComponent(inputs), year)
}

const hasEmptySource = ({ M, F }: Count) => [M, F].some((values) => values.slice(0, -1).includes(0))
