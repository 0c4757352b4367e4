import { householdTypes } from '#src/lib/demography/households.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import type { Assumptions } from '../../core/assumptions.ts'
import { type HouseholdRow, householdTypeLabels } from '../../core/households.ts'
import type { Fit } from '../../core/rate-assumptions.ts'
import type { ScenarioRun } from '../../core/run-scenario.ts'
import { industries, industryLabels, type WorkerRow } from '../../core/workers.ts'
import { whole, wholeOf } from './age-tables.tsx'
import { type Column, YearTable } from './year-table.tsx'

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

function HouseholdTable({ rows }: { rows: readonly HouseholdRow[] }) {
  const isSimple = rows.every(({ types }) => types === undefined)
  const size = { label: '1世帯の人数', of: (row: HouseholdRow) => groupedNumber(row.size, 2) }
  const columns: Column<HouseholdRow>[] = isSimple
    ? [{ label: '世帯', of: (row) => whole(row.total) }, size]
    : [
        { label: '一般世帯', of: (row) => whole(row.total) },
        ...householdTypes.map((type) => ({
          label: householdTypeLabels[type],
          of: (row: HouseholdRow) => wholeOf(row.types?.[type]),
        })),
        { label: '65歳以上の単独', of: (row) => wholeOf(row.elderlySingle) },
        size,
      ]
  const caption = isSimple ? '世帯（簡易：人口÷1世帯の人数）' : '世帯（世帯主率法、世帯）'
  return <YearTable caption={caption} rows={rows} columns={columns} />
}

function WorkerTable({ rows }: { rows: readonly WorkerRow[] }) {
  const hasIndustries = rows.some((row) => row.industries)
  const columns: Column<WorkerRow>[] = [
    { label: '就業者', of: (row) => whole(row.total) },
    ...(hasIndustries
      ? industries.map((industry) => ({
          label: industryLabels[industry],
          of: (row: WorkerRow) => wholeOf(row.industries?.[industry]),
        }))
      : []),
  ]
  return <YearTable caption="就業者（人）" rows={rows} columns={columns} />
}
