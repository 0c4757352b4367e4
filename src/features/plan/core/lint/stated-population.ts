import { eras } from '#src/lib/japanese/fiscal-year.ts'
import type { AgeGroup, FrameFacts } from './room-facts.ts'

/** A number of residents somebody wrote down for a year: 「令和22年 50,100人」 */
export type StatedPopulation = { year: number; persons: number }

const yearShape = '(?:(令和|平成)\\s*(元|\\d{1,2})|(\\d{4}))\\s*年度?'
const personsShape = '(\\d[\\d,]*(?:\\.\\d+)?)\\s*(万)?\\s*人'
const yearFirst = new RegExp(`${yearShape}[^\\d。]{0,12}${personsShape}`, 'g')
const personsFirst = new RegExp(`${personsShape}\\s*[（(]\\s*${yearShape}\\s*(?:時点)?[）)]`, 'g')

/** Every pair of year and residents in a text, in its order. Digits of full width count. */
export function statedPopulations(words: string): StatedPopulation[] {
  const text = words.normalize('NFKC')
  const first = [...text.matchAll(yearFirst)].map(([, era, of, western, persons, tenThousand]) => ({
    year: yearOf(era, of, western),
    persons: personsOf(persons, tenThousand),
  }))
  if (first.length > 0) return first
  return [...text.matchAll(personsFirst)].map(([, persons, tenThousand, era, of, western]) => ({
    year: yearOf(era, of, western),
    persons: personsOf(persons, tenThousand),
  }))
}

function yearOf(era: string | undefined, of: string | undefined, western: string | undefined): number {
  if (western) return Number(western)
  const began = eras.find(({ name }) => name === era)
  return (began?.firstYear ?? 0) + (of === '元' ? 1 : Number(of)) - 1
}

const personsOf = (digits = '', tenThousand = ''): number =>
  Number(digits.replaceAll(',', '')) * (tenThousand ? 10_000 : 1)

/** Residents of a group in a year: as projected, or on the line between the two years around it; undefined outside. */
export function framePersons(
  { years, groups }: FrameFacts,
  group: AgeGroup,
  year: number,
): number | undefined {
  const persons = groups.find(({ name }) => name === group)?.persons
  const after = years.findIndex((one) => one >= year)
  const [to, end] = [years[after], persons?.[after]]
  if (to === undefined || end === undefined) return undefined
  if (to === year) return end
  const [from, begin] = [years[after - 1], persons?.[after - 1]]
  if (from === undefined || begin === undefined) return undefined
  return begin + ((end - begin) * (year - from)) / (to - from)
}

export const groupWords: Record<AgeGroup, string> = {
  all: '総人口',
  children: '年少人口（15歳未満）',
  workers: '生産年齢人口（15〜64歳）',
  elderly: '老年人口（65歳以上）',
}

/** Which group of the frame words speak of; undefined where they speak of none, or of people from elsewhere. */
export function groupOf(words: string): AgeGroup | undefined {
  if (/観光|来訪|来場|来館|来園|入込|宿泊|交流人口|関係人口|昼間|通勤|外国/.test(words)) return undefined
  if (/年少|子ども|こども|子供|児童|園児|生徒|15歳未満/.test(words)) return 'children'
  if (/生産年齢|15.{0,2}64歳|就業|労働力/.test(words)) return 'workers'
  if (/老年|高齢者|65歳以上/.test(words)) return 'elderly'
  return /人口|市民|住民|町民|村民|区民/.test(words) ? 'all' : undefined
}
