import { type Category, codesFor } from '#src/lib/statistics/category.ts'
import { type PreparedDesign, prepareDesign } from '#src/lib/statistics/design/sampling-design.ts'
import counted from './invented-survey.json' with { type: 'json' }

/**
 * Counts of the codes 5, 4, 3, 2, 1 and of no answer in each stratum: how the fixture of the tests is kept.
 */
export type CountedSurvey = {
  strata: readonly { district: string; age: string; population: number }[]
  items: Readonly<Record<string, readonly (readonly number[])[]>>
}

/** The respondents of the counted survey in the order of strata; an item's options are 5, 4, 3, 2, 1. */
export function inventedSurvey({ strata, items }: CountedSurvey = counted): InventedSurvey {
  const sizes = strata.map((_, stratum) => sumOf(Object.values(items)[0]?.[stratum] ?? []))
  const stratumOfRow = sizes.flatMap((size, stratum) => new Array<number>(size).fill(stratum))
  const weights = Float64Array.from(
    stratumOfRow,
    (stratum) => (strata[stratum]?.population ?? 0) / (sizes[stratum] as number),
  )
  const design = prepareDesign({
    weights,
    strata: { codes: Int8Array.from(stratumOfRow), count: strata.length },
    populationUnits: Float64Array.from(strata, ({ population }) => population),
    lonely: 'refuse',
  })
  const variable = (of: (stratum: CountedSurvey['strata'][number]) => string) => {
    const labels = [...new Set(strata.map(of))]
    const places = strata.map((stratum) => labels.indexOf(of(stratum)))
    return {
      codes: Int8Array.from(stratumOfRow, (stratum) => places[stratum] as number),
      count: labels.length,
    }
  }
  return {
    design,
    district: variable(({ district }) => district),
    age: variable(({ age }) => age),
    item: (name: string) => itemOf(items[name] ?? [], stratumOfRow.length),
  }
}

export type InventedSurvey = {
  design: PreparedDesign
  district: Category
  age: Category
  item: (name: string) => Category
}

function itemOf(counts: readonly (readonly number[])[], rows: number): Category {
  const codes = codesFor(rows, 5)
  let row = 0
  for (const stratum of counts) {
    for (const [option, count] of stratum.entries()) {
      codes.fill(option === 5 ? -1 : option, row, row + count)
      row += count
    }
  }
  return { codes, count: 5 }
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
