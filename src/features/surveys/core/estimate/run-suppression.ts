import { missingCodes } from '#src/lib/statistics/category.ts'
import { publishableShares } from '#src/lib/statistics/disclosure/publishable-shares.ts'
import {
  linkCounts,
  type PublishedCounts,
  type TwoWayKeys,
  twoWayCounts,
} from '#src/lib/statistics/disclosure/published-counts.ts'
import { type Suppression, suppressCounts } from '#src/lib/statistics/disclosure/suppress-counts.ts'
import { cellOf, crossTabulate } from '#src/lib/statistics/tabulation/cross-tabulate.ts'
import type { Tally } from '#src/lib/statistics/tabulation/tabulate.ts'
import { categoryOf, type SurveyFrame } from '../frame/survey-frame.ts'
import { domainsOf, type Work } from './statistic-result.ts'
import type { StatisticOf } from './statistic-spec.ts'

/**
 * Cross tables of unweighted counts as they may be published together: hidden counts are null.
 *
 * Every kind of missing is a line or column like an option, so that a variable has the same margin in all
 * tables. `isSafe` false: categories must be merged, nothing may be published. `sameLevels`: levels (`column=code`) of two
 * variables that are the same people, so that their cells are one.
 */
export function runSuppression(
  { frame, built }: Work,
  spec: StatisticOf<'suppression'>,
  sameLevels: ReadonlyMap<string, string> = new Map(),
) {
  return domainsOf(frame, spec).map(({ group, domain }) => {
    const tables = spec.tables.map((table) =>
      publishedTable(frame, table, { domain, weights: built.design.weights, sameLevels }),
    )
    const release = linkCounts(tables.map(({ counted }) => counted))
    const found = suppressCounts(release, { threshold: spec.threshold, width: spec.width, known: [total] })
    return {
      ...(group ? { group } : {}),
      isSafe: found.unprotected.length === 0,
      unprotected: found.unprotected,
      tables: tables.map((table) => ({
        ...shownTable(table, release, found),
        shares: shownShares(table, found, spec.leastBase),
      })),
      hidden: [...found.hidden].map(([cell, why]) => ({ cell, why, ...found.bounds.get(cell) })),
    }
  })
}

const total = 'total'

type Level = { code: string; key: string }
type PublishedTable = {
  rows: Level[]
  columns: Level[]
  keys: TwoWayKeys
  counted: PublishedCounts
  /** Counts and weights by lines. */
  cells: Tally[][]
}

type Counting = {
  domain: Uint8Array | undefined
  weights: Float64Array
  sameLevels: ReadonlyMap<string, string>
}

function publishedTable(
  frame: SurveyFrame,
  { row, column }: { row: string; column: string },
  { domain, weights, sameLevels }: Counting,
): PublishedTable {
  const rows = levelsOf(frame, row, { domain, sameLevels })
  const columns = levelsOf(frame, column, { domain, sameLevels })
  const table = crossTabulate(
    { codes: rows.codes, count: rows.levels.length },
    { codes: columns.codes, count: columns.levels.length },
    { domain, weights },
  )
  const cells = rows.levels.map((_, line) =>
    columns.levels.map((_level, place) => cellOf(table, line, place)),
  )
  const counts = cells.flatMap((line) => line.map(({ count }) => count))
  const keyOf = (levels: readonly Level[], place: number) => levels[place]?.key ?? ''
  const keys: TwoWayKeys = {
    // The same two variables the other way round are the same cells.
    cell: (r, c) => [keyOf(rows.levels, r), keyOf(columns.levels, c)].sort().join(' & '),
    rowTotal: (r) => keyOf(rows.levels, r),
    columnTotal: (c) => keyOf(columns.levels, c),
    grandTotal: total,
  }
  const size = { rows: rows.levels.length, columns: columns.levels.length, counts }
  return { rows: rows.levels, columns: columns.levels, keys, counted: twoWayCounts(size, keys), cells }
}

/** Options of a variable, then the kinds of missing it has in the domain. */
function levelsOf(
  frame: SurveyFrame,
  name: string,
  { domain, sameLevels }: Pick<Counting, 'domain' | 'sameLevels'>,
) {
  const { codes, options } = categoryOf(frame, name)
  const isSeen = (missing: number) => codes.some((code, row) => code === missing && domain?.[row] !== 0)
  const missing = Object.entries(missingCodes).filter(([, code]) => isSeen(code))
  const places = new Map(missing.map(([, code], place) => [code as number, options.length + place]))
  const keyOf = (level: string) => sameLevels.get(level) ?? level
  const names = [...options.map(({ code }) => code), ...missing.map(([kind]) => kind)]
  return {
    codes: Int32Array.from(codes, (code) => (code < 0 ? (places.get(code) ?? -1) : code)),
    levels: names.map((code) => ({ code, key: keyOf(`${name}=${code}`) })),
  }
}

function shownTable(
  { rows, columns, keys }: PublishedTable,
  { counts }: PublishedCounts,
  { hidden }: Suppression,
) {
  const shown = (key: string) => (hidden.has(key) ? null : (counts.get(key) ?? 0))
  const lines = rows.map(({ code }, line) => ({
    code,
    counts: [...columns.map((_, place) => shown(keys.cell(line, place))), shown(keys.rowTotal(line))],
  }))
  const totals = [...columns.map((_, place) => shown(keys.columnTotal(place))), shown(total)]
  return {
    columns: [...columns.map(({ code }) => code), total],
    lines: [...lines, { code: total, counts: totals }],
  }
}

/** Weighted shares of every column, by lines; null where they may not be shown. */
function shownShares({ columns, keys, cells }: PublishedTable, { hidden }: Suppression, leastBase: number) {
  const byColumn = columns.map((_, place) =>
    publishableShares({
      weights: cells.map((line) => line[place]?.weight ?? 0),
      counts: cells.map((line) => line[place]?.count ?? 0),
      isHidden: (line) => hidden.has(keys.cell(line, place)),
      isTotalHidden: hidden.has(keys.columnTotal(place)),
      leastBase,
    }),
  )
  return cells.map((_, line) => byColumn.map((shares) => shares[line] ?? null))
}
