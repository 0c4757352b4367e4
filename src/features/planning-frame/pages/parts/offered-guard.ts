import { listAreas } from '#src/features/statistics/store/city-queries.ts'
import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { borrowedRates } from '../../core/borrowed-rates.ts'
import { tableAges } from '../../core/count-table.ts'
import { pastTable, replacementTable } from '../../core/guard-table.ts'
import type { Scenario } from '../../core/scenario.ts'
import { countsFromStatistics } from '../../core/statistics-counts.ts'
import { listCounts } from '../../store/queries.ts'
import { cityInStatistics } from './city-in-statistics.ts'

const baseYear = ({ inputs }: Scenario) => Number(inputs.baseDate.slice(0, 4))

const hasTableAges = ({ inputs: { ages } }: Scenario) =>
  ages.width === tableAges.width && ages.openFrom === tableAges.openFrom

/**
 * The fields with an empty table of past entrants filled with those who were counted a period before the base, and nobody
 * who came: the planner writes who did.
 */
export async function withCountedResidents(
  context: Context,
  scenario: Scenario,
  entered: Entered,
): Promise<Entered> {
  if (entered['guardPast'] || !hasTableAges(scenario)) return entered
  const start = baseYear(scenario) - scenario.inputs.step
  const counted = (await listCounts(context)).find(({ year, ages }) => year === start && ages)
  if (!counted?.ages) return entered
  const nobody = { M: counted.ages.M.map(() => 0), F: counted.ages.F.map(() => 0) }
  return {
    ...entered,
    guardPast: pastTable(scenario.inputs, { inflow: nobody, residents: counted.ages }),
  }
}

/** The fields with the rates of the area that was named, where the planner left the table of rates empty. */
export async function withBorrowedRates(
  context: Context,
  scenario: Scenario,
  entered: Entered,
): Promise<{ entered: Entered; problems?: Problems }> {
  const code = (entered['guardArea'] ?? '').normalize('NFKC').trim()
  if (entered['guardWay'] !== 'replace' || entered['guardRates']?.trim() || code === '') return { entered }
  const refused = (problem: string) => ({ entered, problems: { guardArea: problem } })
  if (!hasTableAges(scenario)) {
    return refused('率を借りられるのは、5歳階級・90歳以上までのケースです。表に率を書いてください')
  }
  const area = (await listAreas(context)).find(({ areaCode }) => areaCode === code.slice(0, 5))
  if (!area) return refused(`「${code}」の市町村が、統計にありません（5けたのコード）`)
  const { area: series, credits } = await cityInStatistics(context, area.areaCode)
  const borrowed = borrowedRates(series ? countsFromStatistics(series, credits) : [], baseYear(scenario))
  if ('problem' in borrowed) return refused(`${area.name}：${borrowed.problem}`)
  const { from, to, rates, source } = borrowed
  const words = `${area.name}の${from}年と${to}年の国勢調査の変化から、全国の生残率を除いた純移動率です（${source}）。`
  return {
    entered: {
      ...entered,
      guardRates: replacementTable(scenario.inputs, rates),
      guard: entered['guard']?.trim() || words,
    },
  }
}
