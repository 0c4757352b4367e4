import { type Category, codesFor } from '#src/lib/statistics/category.ts'
import { prepareDesign } from '#src/lib/statistics/design/sampling-design.ts'
import { seededRandom, wholeBelow } from '#test/statistics/random.ts'

const random = seededRandom(2026)

function invented(rows: number, options: number, missingShare = 0): Category {
  const codes = codesFor(rows, options)
  for (let row = 0; row < rows; row++)
    codes[row] = missingShare > 0 && random() < missingShare ? -1 : wholeBelow(random, options)
  return { codes, count: options }
}

/** Answers of so many people to so many questions of five options, 18 strata, weights that differ by stratum. */
export function inventedSurvey(rows: number, questions: number) {
  const strata = invented(rows, 18)
  const populations = Float64Array.from({ length: 18 }, (_, stratum) => (rows / 18) * (2 + stratum))
  const drawn = new Float64Array(18)
  for (const stratum of strata.codes) drawn[stratum] = (drawn[stratum] ?? 0) + 1
  const weights = Float64Array.from(
    strata.codes,
    (stratum) => (populations[stratum] ?? 0) / (drawn[stratum] ?? 1),
  )
  const design = prepareDesign({ weights, strata, populationUnits: populations, lonely: 'refuse' })
  const age = { codes: strata.codes.map((stratum) => stratum % 6), count: 6 }
  const district = { codes: strata.codes.map((stratum) => Math.floor(stratum / 6)), count: 3 }
  const items = Array.from({ length: questions }, () => invented(rows, 5, 0.04))
  return { design, age, district, items, population: populations.reduce((sum, size) => sum + size, 0) }
}

export type InventedSurvey = ReturnType<typeof inventedSurvey>
