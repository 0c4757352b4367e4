import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readCsv } from '#src/lib/csv/csv.ts'
import { projectByCohortComponent } from '#src/lib/demography/cohort-component.ts'
import { changeInputs, changeRatios } from '#src/lib/demography/hamilton-perry.ts'
import { sexes } from '#src/lib/demography/projection-inputs.ts'
import { populationFolder } from '#test/demography/ipss-2018.ts'
import { type Count, readCountTable, tableAges } from './count-table.ts'

const tableOf = (name: string) =>
  readCountTable(readCsv(gunzipSync(readFileSync(new URL(name, populationFolder))).toString('utf8')).rows)
const years = [2015, 2020, 2025, 2030, 2035, 2040, 2045]
const none: Count = { M: [], F: [] }
const neutral = { M: Array(19).fill(1), F: Array(19).fill(1), cwr: 0, sexRatio04: 1.05 }

/** A municipality through all steps by the ratios between its published states. */
function chained(code: string, published: Map<number, Count>): Record<string, Count> {
  const first = published.get(2015) ?? none
  const plan = {
    area: { code, name: code, level: 'municipality' as const },
    basis: 'census-adjusted' as const,
    baseDate: '2015-10-01',
    ages: tableAges,
    base: first,
  }
  const periods = years.slice(1).flatMap((to) => {
    const pair = { earlier: published.get(to - 5) ?? none, later: published.get(to) ?? none }
    const ratios = changeRatios([pair], tableAges, { parent: neutral })
    const additions = [
      { id: 'first comers', timing: 'end' as const, M: firstComers(pair, 'M'), F: firstComers(pair, 'F') },
    ]
    const { periods } = changeInputs({ ...plan, baseDate: `${to - 5}-10-01`, ratios, until: to })
    return periods.map((period) => ({ ...period, additions }))
  })
  return projectByCohortComponent({ ...changeInputs({ ...plan, ratios: neutral, until: 2020 }), periods })
    .population
}

/**
 * On a few islands people come into an age that had nobody: no ratio can say that, so they are counted as
 * arrivals.
 */
const firstComers = ({ earlier, later }: { earlier: Count; later: Count }, sex: 'M' | 'F') =>
  later[sex].map((persons, age) => (age > 0 && age < 18 && earlier[sex][age - 1] === 0 ? persons : 0))

test.skipIf(!populationFolder)(
  'projected municipalities add up to the published prefectures by sex and age (needs ../shared)',
  { timeout: 60_000 },
  () => {
    const municipalities = tableOf('ipss2018_projection_2015_2045_muni_sex_age5.csv.gz').counts
    const prefectures = tableOf('ipss2018_projection_2015_2045_pref_sex_age5.csv.gz').counts
    const sums = new Map<string, number>()
    for (const [code, published] of municipalities) {
      for (const [year, state] of Object.entries(chained(code, published))) {
        for (const sex of sexes) {
          for (const [age, persons] of state[sex].entries()) {
            const key = `${code.slice(0, 2)}|${year}|${sex}|${age}`
            sums.set(key, (sums.get(key) ?? 0) + persons)
          }
        }
      }
    }
    const differences = [...prefectures].flatMap(([code, byYear]) =>
      years.flatMap((year) =>
        sexes.flatMap((sex) =>
          (byYear.get(year)?.[sex] ?? []).flatMap((persons, age) => {
            const sum = sums.get(`${code}|${year}|${sex}|${age}`)
            return sum === undefined ? [] : [Math.abs(sum - persons)]
          }),
        ),
      ),
    )
    expect(differences).toHaveLength(46 * 7 * 2 * 19)
    expect(Math.max(...differences)).toBeLessThan(0.05)
  },
)
