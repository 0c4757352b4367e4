import { existsSync, readFileSync } from 'node:fs'
import type { AgeValues, PeriodInputs, ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'

/** 社人研 平成30年推計 as back-solved parameters: the layout of the fixture file. */
type FixturePeriod = {
  from: number
  to: number
  ratio: AgeValues
  survival_lt: AgeValues
  netmig_implied: AgeValues
  cwr_15_49: number
  sex_ratio_0_4: number
}
export type FixtureCity = {
  name: string
  base_2015: AgeValues
  periods: FixturePeriod[]
  published: Record<string, AgeValues>
}

const golden = new URL('../golden/ipss-2018-one-city.json', import.meta.url)
const shared = new URL('../../../shared/data/population/', import.meta.url)
const deeper = new URL('../../../../shared/data/population/', import.meta.url)

/**
 * The folder of shared population files, where there is one: beside the project, or one level up in a
 * worktree.
 */
export const populationFolder = [shared, deeper].find((folder) => existsSync(folder))
if (!populationFolder) console.log('../shared is not here: tests on all municipalities are left out')

const citiesOf = (file: URL): Record<string, FixtureCity> => JSON.parse(readFileSync(file, 'utf8')).cities

/** つくばみらい市, which is always here. */
export const oneCity = (): FixtureCity => Object.values(citiesOf(golden))[0] as FixtureCity

/** The twenty cities of the shared fixture. */
export const twentyCities = (): [string, FixtureCity][] =>
  populationFolder
    ? Object.entries(citiesOf(new URL('ipss2018_fixture_tx_cities.json', populationFolder)))
    : []

export type Reading = 'change-ratios' | 'life-table-and-rates' | 'life-table-closed'

/**
 * Ratios stand at the move into a group, one later than in the fixture; the first place is unused with a
 * ratio.
 */
const shifted = (values: AgeValues, first: number): AgeValues => ({
  M: [first, ...values.M],
  F: [first, ...values.F],
})

export function inputsOf(city: FixtureCity, reading: Reading): ProjectionInputs {
  return {
    schema: 'shirube-projection/1',
    area: { code: '08235', name: city.name, level: 'municipality' },
    basis: 'census-adjusted',
    baseDate: '2015-10-01',
    step: 5,
    ages: { width: 5, openFrom: 90 },
    base: city.base_2015,
    periods: city.periods.map((period) => periodOf(period, reading)),
  }
}

function periodOf(period: FixturePeriod, reading: Reading): PeriodInputs {
  const { from, to } = period
  const isRatio = reading === 'change-ratios'
  return {
    from,
    to,
    openGroup: 'pooled',
    survival: shifted(isRatio ? period.ratio : period.survival_lt, 1),
    migration:
      reading === 'life-table-and-rates'
        ? { kind: 'net-rate', ...shifted(period.netmig_implied, 0) }
        : { kind: 'none' },
    fertility: { kind: 'cwr', cwr: period.cwr_15_49, women: [15, 49], sexRatio04: period.sex_ratio_0_4 },
  }
}
