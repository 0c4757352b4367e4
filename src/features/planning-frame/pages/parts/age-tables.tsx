import { groupedNumber } from '#src/lib/text/number-format.ts'
import { type AgeRow, type CareRow, careBands } from '../../core/age-table.ts'
import type { Fan } from '../../core/fan.ts'
import { type Column, YearTable } from './year-table.tsx'

export const whole = (value: number) => groupedNumber(Math.round(value), 0)

export const wholeOf = (value: number | undefined) => (value === undefined ? undefined : whole(value))

export const percentOf = (part: number, all: number) =>
  all > 0 ? `${groupedNumber((part / all) * 100, 1)}％` : '―'

/** How much more or less in percent, with its sign. */
export function changePercent(from: number, to: number): string {
  const percent = from > 0 ? (to / from - 1) * 100 : Number.NaN
  if (Number.isNaN(percent)) return '―'
  return `${percent > 0 ? '＋' : ''}${groupedNumber(percent, 1)}％`
}

/** A number with its sign, 増減 of persons. */
export const signed = (value: number) => {
  const rounded = Math.round(value)
  if (rounded === 0) return '±0'
  return rounded > 0 ? `＋${groupedNumber(rounded, 0)}` : `−${groupedNumber(-rounded, 0)}`
}

type TableProps<Row> = { rows: readonly Row[]; caption: string }

/** Population by year in three classes, with 75歳以上 and women of 20–39. */
export const AgeTable = (props: TableProps<AgeRow>) => <YearTable {...props} columns={ageColumns} />

const ageColumns: Column<AgeRow>[] = [
  { label: '総人口', of: ({ total }) => whole(total) },
  { label: '0～14歳', of: ({ child }) => whole(child) },
  { label: '15～64歳', of: ({ workingAge }) => whole(workingAge) },
  { label: '65歳以上', of: ({ elderly }) => whole(elderly) },
  { label: '（割合）', of: ({ elderly, total }) => percentOf(elderly, total) },
  { label: '75歳以上', of: ({ lateElderly }) => wholeOf(lateElderly) },
  { label: '20～39歳の女性', of: ({ women20to39 }) => wholeOf(women20to39) },
]

/** The ages schools and care are planned for, by year. */
export const CareTable = (props: TableProps<CareRow>) => <YearTable {...props} columns={careColumns} />

const careColumns: Column<CareRow>[] = careBands.map(({ label }, at) => ({
  label,
  of: ({ persons }) => wholeOf(persons[at]),
}))

/** The fan of the total in numbers. */
export function FanTable({ fan, caption }: { fan: Fan; caption: string }) {
  const rows = Object.entries(fan.measures['total'] ?? {}).map(([year, values]) => ({
    year: Number(year),
    values,
  }))
  return <YearTable caption={caption} rows={rows} columns={fanColumns} isNarrow />
}

type FanRow = { year: number; values: readonly number[] }

const width = (label: string, low: number, high: number): Column<FanRow> => ({
  label,
  of: ({ values }) => `${whole(values[low] ?? 0)}～${whole(values[high] ?? 0)}`,
})
const fanColumns: Column<FanRow>[] = [
  { label: '中央値', of: ({ values }) => whole(values[3] ?? 0) },
  width('95％の幅', 0, 6),
  width('80％の幅', 1, 5),
  width('50％の幅', 2, 4),
]
