import { ageLabels } from '#src/lib/demography/age-groups.ts'
import { tableAges } from './count-table.ts'

/** Ways newer tables divide 90歳以上: what is summed into it. */
const divisions = [['90+'], ['90-94', '95+'], ['90-94', '95-99', '100+']]

/** One sex by five-year age up to 90歳以上, older groups summed into it; nothing where a group is missing. */
export function fiveYearAges(value: (age: string) => number | undefined): number[] | undefined {
  const groups = ageLabels(tableAges).map((label) =>
    label.endsWith('+') ? firstWhole(divisions.map((parts) => parts.map(value))) : value(label),
  )
  return isWhole(groups) ? groups : undefined
}

const firstWhole = (ways: (number | undefined)[][]) =>
  ways.find(isWhole)?.reduce<number>((sum, persons) => sum + (persons ?? 0), 0)

const isWhole = (values: readonly (number | undefined)[]): values is number[] => !values.includes(undefined)
