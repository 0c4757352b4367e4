import { ageWords, groupCount } from '#src/lib/demography/age-groups.ts'
import type { AgeGroups, Sex } from '#src/lib/demography/projection-inputs.ts'
import { sexes } from '#src/lib/demography/projection-inputs.ts'
import { readAgeLabel, readSex } from '#src/lib/demography/read-age-label.ts'
import { numberIn, type PastedRow } from '#src/lib/table/pasted-rows.ts'

const sexWords = { M: '男', F: '女' } as const

/** A row a sex and age, as a table to paste from and into a spreadsheet; no row where there are no cells. */
export function tableByAge(
  head: readonly string[],
  ages: AgeGroups,
  cells: (sex: Sex, group: number) => string[] | undefined,
): string {
  const rows = sexes.flatMap((sex) =>
    Array.from({ length: groupCount(ages) }, (_, group) => {
      const own = cells(sex, group)
      return own ? [[sexWords[sex], ageWords(ages, group), ...own]] : []
    }).flat(),
  )
  return [head, ...rows].map((row) => row.join('\t')).join('\n')
}

type Wanted = {
  ages: AgeGroups
  columns: readonly string[]
  least: number
  /** Groups that must have a row; with a `refusal` no other may have one. */
  isNeeded: (group: number) => boolean
  refusal?: string
}
type Cell = { sex: Sex; group: number; values: number[] }

/** One set of values by sex and age a column, 0 where there is no row; or why the table cannot be read. */
export function readByAge(
  rows: readonly PastedRow[],
  wanted: Wanted,
): { M: number[]; F: number[] }[] | string {
  const { ages, columns, isNeeded } = wanted
  const cells: Cell[] = []
  for (const row of rows) {
    const read = readCell(row, wanted)
    if (typeof read === 'string') return `${row.line}行目：${read}`
    if (cells.some(({ sex, group }) => sex === read.sex && group === read.group)) {
      return `${row.line}行目：${sexWords[read.sex]}・${ageWords(ages, read.group)}の行が2つあります`
    }
    cells.push(read)
  }
  const groups = Array.from({ length: groupCount(ages) }, (_, group) => group)
  const found = (sex: Sex, group: number) => cells.find((cell) => cell.sex === sex && cell.group === group)
  for (const sex of sexes) {
    const missing = groups.find((group) => isNeeded(group) && !found(sex, group))
    if (missing !== undefined) return `${sexWords[sex]}・${ageWords(ages, missing)}の行がありません`
  }
  return columns.map((_, column) => {
    const of = (sex: Sex) => groups.map((group) => found(sex, group)?.values[column] ?? 0)
    return { M: of('M'), F: of('F') }
  })
}

function readCell({ cells }: PastedRow, { ages, columns, least, isNeeded, refusal }: Wanted): Cell | string {
  const [sexCell = '', ageCell = '', ...rest] = cells
  const sex = readSex(sexCell)
  if (!sex) return `性別「${sexCell}」は、男か女で書いてください`
  const age = readAgeLabel(ageCell)
  const group = age?.kind === 'closed' || age?.kind === 'open' ? age.from / ages.width : Number.NaN
  const isOpen = age?.kind === 'open'
  const isGroup =
    Number.isInteger(group) &&
    group < groupCount(ages) &&
    isOpen === (group === groupCount(ages) - 1) &&
    (age?.kind !== 'closed' || age.to - age.from === ages.width)
  if (!isGroup) return `年齢「${ageCell}」は、このケースの年齢区分ではありません（例：${ageWords(ages, 1)}）`
  if (refusal && !isNeeded(group)) return `${ageWords(ages, group)}の${refusal}`
  const values = columns.map((_, at) => numberIn(rest[at]))
  const wrong = values.findIndex((value) => value === undefined || value < least)
  if (wrong >= 0) return `「${columns[wrong]}」を${least}以上の数で書いてください（空欄は0ではありません）`
  return { sex, group, values: values.map((value) => value ?? Number.NaN) }
}
