import type { SurveyDataset } from '#src/formats/survey-dataset.ts'
import { runSuppression } from '../estimate/run-suppression.ts'
import type { Work } from '../estimate/statistic-result.ts'
import { type StatisticOf, statisticSpec } from '../estimate/statistic-spec.ts'
import { firstColumn } from '../frame/ranking-columns.ts'
import { type Cell, cellsOf, type SurveyFrame } from '../frame/survey-frame.ts'
import type { PublishedTable } from './publication-format.ts'
import { publishedMeanPlace, withRankLevels, withSafeMeans } from './publish-ranking.ts'
import { type Countable, countablesOf, tabulateCountable } from './result-tables.ts'

/** The banner of tables that are not divided. */
export const everybody = 'everybody'
const leastBase = 10

/** Lines of a countable that are one column of the frame each: itself, or the marks of several answers or of a ranking. */
type Row = {
  countable: Countable
  column: string
  option: { label: string; meanPlace?: number | null } | undefined
}

function rowsOf(work: Work, countables: readonly Countable[]): Row[] {
  return countables.flatMap((countable): Row[] => {
    if (countable.kind === 'number' || isLeftOut(work, countable)) return []
    if (countable.kind === 'single') return [{ countable, column: countable.column, option: undefined }]
    const ranked = work.frame.rankings?.get(countable.column)
    if (ranked)
      return ranked.map((one) => {
        const option = { label: one.label, meanPlace: publishedMeanPlace(work, one) }
        return { countable, column: one.column, option }
      })
    const marks = work.frame.marks.get(countable.column) ?? []
    return marks.map(({ column, label }) => ({ countable, column, option: { label } }))
  })
}

/** Of a ranking that is not among the rankings of the frame. */
const isLeftOut = ({ frame }: Work, { column, kind }: Countable) =>
  (kind === 'ranking' || column.includes('~')) &&
  ![...(frame.rankings?.keys() ?? [])].some((name) => column === name || column === firstColumn(name))

/**
 * The tables with hidden cells, or undefined where something stays open to guessing. Who has any place in a ranking is told
 * of everybody only: beside who came first it would be two linked tables a column, and hide nearly all.
 */
export function releasedTables(
  work: Work,
  dataset: SurveyDataset,
  banner: string,
): PublishedTable[] | undefined {
  const { frame: levelled, levels, sameLevels } = withRankLevels(work.frame)
  const frame = withEverybody(levelled)
  const bannerOf = ({ countable }: Row) => (countable.kind === 'ranking' ? everybody : banner)
  const countables = countablesOf(dataset.questionnaire)
  const rows = rowsOf(work, countables)
  if (rows.length === 0) return []
  const spec = statisticSpec.parse({
    statistic: 'suppression',
    tables: [
      ...rows.map((row) => ({ row: row.column, column: bannerOf(row) })),
      ...levels.map((row) => ({ row, column: everybody })),
    ],
    leastBase,
  }) as StatisticOf<'suppression'>
  const [found] = runSuppression({ ...work, frame }, spec, sameLevels)
  if (!found?.isSafe) return undefined
  const parts = rows.map((row, at) => {
    const table = found.tables[at]
    if (!table) throw new RangeError('秘匿した表が足りません')
    return { row, table, weights: weightsOf({ ...work, frame }, row.column, bannerOf(row)) }
  })
  const tables = [...Map.groupBy(parts, ({ row }) => row.countable)].map(([countable, group]) =>
    tableOf(frame, {
      countable,
      banner: countable.kind === 'ranking' ? everybody : banner,
      group,
      ends: endsOf(work, countable),
    }),
  )
  return withSafeMeans(tables)
}

function withEverybody(frame: SurveyFrame): SurveyFrame {
  const cells: Cell[] = Array.from({ length: frame.rows }, () => '1')
  const options = [{ code: '1', label: '全体', points: null }]
  const columns = new Map(frame.columns).set(everybody, { name: everybody, label: '全体', cells, options })
  return { ...frame, columns }
}

const missingNames = { [-1]: 'no-answer', [-2]: 'invalid', [-3]: 'not-applicable' } as const
const missingLabels: Readonly<Record<string, string>> = { 'no-answer': '無回答', invalid: '無効' }
const nameOf = (cell: Cell | undefined) => (typeof cell === 'number' ? missingNames[cell] : (cell ?? ''))

/** Sums of weights by line and column, `total` included. */
function weightsOf({ frame, built }: Work, column: string, banner: string) {
  const [lines, columns] = [cellsOf(frame, column), cellsOf(frame, banner)]
  const sums = new Map<string, number>()
  for (const [row, weight] of built.design.weights.entries())
    for (const place of [nameOf(columns[row]), 'total']) {
      const key = JSON.stringify([nameOf(lines[row]), place])
      sums.set(key, (sums.get(key) ?? 0) + weight)
    }
  return (line: string, place: string) => sums.get(JSON.stringify([line, place])) ?? 0
}

type Released = ReturnType<typeof runSuppression>[number]['tables'][number]
type Part = { row: Row; table: Released; weights: ReturnType<typeof weightsOf> }
type Ends = ReadonlyMap<string, [number, number]>
type Group = { countable: Countable; banner: string; group: readonly Part[]; ends: Ends }

/** Intervals of the answers of everybody, by label. */
function endsOf(work: Work, countable: Countable): Ends {
  const lines = tabulateCountable(work, countable).lines.filter(({ isMissing }) => !isMissing)
  return new Map(
    lines.flatMap(({ label, low, high }) =>
      low === undefined || high === undefined ? [] : [[label, [low, high]] as const],
    ),
  ) as Ends
}

function tableOf(frame: SurveyFrame, { countable, banner, group, ends }: Group): PublishedTable {
  const [first] = group
  if (!first) throw new RangeError('表がありません')
  // In all: the only column and the total are the same.
  const codes = first.table.columns.filter((code) => banner !== everybody || code === 'total')
  const bases = codes.map((code) => baseOf(first, code))
  const lines = group.flatMap((part) => linesOf(frame, part))
  return {
    key: countable.column,
    kind: countable.kind === 'number' ? 'single' : countable.kind,
    number: countable.number,
    text: countable.text,
    item: countable.item,
    banner: banner === everybody ? '' : banner,
    columns: codes.map((code, at) => ({ label: columnLabel(frame, banner, code), base: bases[at] ?? null })),
    lines: lines.map(({ label, code, part }) => {
      const counts = codes.map((column) => countAt(part, code, column))
      const shares = codes.map((column, at) => shareAt(part, { code, column, count: counts[at] }))
      const whole = shares[codes.indexOf('total')] ?? null
      const { meanPlace } = part.row.option ?? {}
      return {
        label,
        counts,
        shares,
        ends: whole === null ? null : (ends.get(label) ?? null),
        ...(meanPlace === undefined ? {} : { meanPlace: whole === null ? null : meanPlace }),
      }
    }),
  }
}

function linesOf(frame: SurveyFrame, part: Part) {
  const { row, table } = part
  if (row.option) return [{ label: row.option.label, code: '1', part }]
  const options = frame.columns.get(row.column)?.options ?? []
  return table.lines
    .filter(({ code }) => code !== 'total' && code !== 'not-applicable')
    .map(({ code }) => ({
      label: options.find((option) => option.code === code)?.label ?? missingLabels[code] ?? code,
      code,
      part,
    }))
}

const columnLabel = (frame: SurveyFrame, banner: string, code: string) =>
  code === 'total'
    ? '全体'
    : (frame.columns.get(banner)?.options?.find((option) => option.code === code)?.label ?? '不明')

function countAt({ table }: Part, line: string, column: string): number | null {
  const at = table.columns.indexOf(column)
  return table.lines.find(({ code }) => code === line)?.counts[at] ?? (hasLine(table, line) ? null : 0)
}

const hasLine = (table: Released, line: string) => table.lines.some(({ code }) => code === line)

/** Everybody asked in a column; null where it would give a hidden count away. */
function baseOf(part: Part, column: string): number | null {
  const total = countAt(part, 'total', column)
  const hidden = countAt(part, 'not-applicable', column)
  return total === null || hidden === null ? null : total - hidden
}

type Place = { code: string; column: string; count: number | null | undefined }

function shareAt(part: Part, { code, column, count }: Place): number | null {
  const base = baseOf(part, column)
  if (base === null || base < leastBase || count === null || count === undefined) return null
  const asked =
    part.table.lines
      .filter((line) => line.code !== 'total' && line.code !== 'not-applicable')
      .reduce((sum, line) => sum + part.weights(line.code, column), 0) || 1
  return part.weights(code, column) / asked
}
