import type { JSX } from 'preact'
import { householdTypes } from '#src/lib/demography/households.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import type { Assumptions } from '../../core/assumptions.ts'
import { type HouseholdRow, householdTypeLabels } from '../../core/households.ts'
import type { Fit } from '../../core/rate-assumptions.ts'
import type { ScenarioRun } from '../../core/run-scenario.ts'
import { industries, industryLabels, type WorkerRow } from '../../core/workers.ts'
import { whole } from './age-tables.tsx'

type FiguresProps = { run: Pick<ScenarioRun, 'households' | 'workers'>; assumptions: Assumptions }

/** Households and workers by year, each with what it rests on. */
export function HouseholdFigures({ run: { households, workers }, assumptions }: FiguresProps) {
  const { headship, participation } = assumptions
  return (
    <div class="l-flow">
      {households.length > 0 && <HouseholdTable rows={households} />}
      {headship && <RateNote source={headship.source} fit={headship.fit} units={['世帯', '世帯人員']} />}
      {workers.length > 0 && <WorkerTable rows={workers} />}
      {participation && (
        <RateNote
          source={participation.source}
          fit={participation.fit}
          units={['人の就業者', '15歳以上の人口']}
        />
      )}
    </div>
  )
}

type NoteProps = { source: string; fit: Fit | undefined; units: readonly [string, string] }

function RateNote({ source, fit, units }: NoteProps) {
  return (
    <p class="sb-sub">
      率の出典：{source}。
      {fit &&
        `${fit.year}年の実数（${units[1]}${whole(fit.among)}人に${whole(fit.counted)}${units[0]}）に合うように、率を一律に直しています。`}
    </p>
  )
}

type Column<Row> = { label: string; of: (row: Row) => number | undefined; decimals?: number }

/** Numbers by year, a column each. */
function YearTable<Row extends { year: number }>(props: {
  caption: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
}): JSX.Element {
  const { caption, rows, columns } = props
  return (
    <ScrollFrame label={caption}>
      <table class="dads-table dads-table--dense dads-table--wide">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">年</th>
            {columns.map(({ label }) => (
              <th key={label} scope="col" class="is-num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.year}>
              <th scope="row" class="is-nowrap">
                {row.year}年
              </th>
              {columns.map(({ label, of, decimals = 0 }) => {
                const value = of(row)
                return (
                  <td key={label} class="is-num">
                    {value === undefined ? <NoValue /> : groupedNumber(value, decimals)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function HouseholdTable({ rows }: { rows: readonly HouseholdRow[] }) {
  const isSimple = rows.every(({ types }) => types === undefined)
  const size = { label: '1世帯の人数', of: (row: HouseholdRow) => row.size, decimals: 2 }
  const columns: Column<HouseholdRow>[] = isSimple
    ? [{ label: '世帯', of: (row) => row.total }, size]
    : [
        { label: '一般世帯', of: (row) => row.total },
        ...householdTypes.map((type) => ({
          label: householdTypeLabels[type],
          of: (row: HouseholdRow) => row.types?.[type],
        })),
        { label: '65歳以上の単独', of: (row) => row.elderlySingle },
        size,
      ]
  const caption = isSimple ? '世帯（簡易：人口÷1世帯の人数）' : '世帯（世帯主率法、世帯）'
  return <YearTable caption={caption} rows={rows} columns={columns} />
}

function WorkerTable({ rows }: { rows: readonly WorkerRow[] }) {
  const hasIndustries = rows.some((row) => row.industries)
  const columns: Column<WorkerRow>[] = [
    { label: '就業者', of: (row) => row.total },
    ...(hasIndustries
      ? industries.map((industry) => ({
          label: industryLabels[industry],
          of: (row: WorkerRow) => row.industries?.[industry],
        }))
      : []),
  ]
  return <YearTable caption="就業者（人）" rows={rows} columns={columns} />
}
