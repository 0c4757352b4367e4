import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { compareCities } from '../core/compare-cities.ts'
import { comparedItemOf } from '../core/compared-items.ts'
import { pointsOf, roundedTo } from '../core/figure-reference.ts'
import { builtInGroups } from '../core/peer-groups.ts'
import { figureUsesIn } from '../core/plan-uses.ts'
import type { Known } from '../core/series.ts'
import {
  type AgedDataset,
  type FigureUse,
  newerFileWords,
  type UpdateLine,
  updatesOf,
} from '../core/updates.ts'
import { listAreaSeries, listPeerGroups } from '../store/city-queries.ts'
import { getComparison } from '../store/comparison-queries.ts'
import { coverageOf, listDatasets, listImports, listItems } from '../store/queries.ts'
import { updatesAddress } from './parts/addresses.ts'
import { UpdatesView } from './parts/updates-view.tsx'

/** 更新できます: figures of the plan with a newer source, and data sets with a newer file probably out. */
export const updatesPage = page(updatesAddress, {
  audience: 'staff',
  async show(context) {
    return {
      title: '更新できます',
      isInvented: false,
      body: (
        <UpdatesView
          actor={context.actor}
          lines={await linesOf(context)}
          datasets={await agedDatasets(context)}
        />
      ),
    }
  },
})

async function linesOf(context: Context): Promise<UpdateLine[]> {
  if (!mayDo(context.actor, planPermissions, 'read-working-plan')) return []
  const plan = await findPrimaryPlan(context)
  if (!plan) return []
  const uses = figureUsesIn(await getPlanDocument(context, plan.id))
  const areaCodes = [...new Set(uses.map(({ areaCode }) => areaCode))]
  const areas = await listAreaSeries(context, { areaCodes })
  const items = await listItems(context)
  const known = new Map<FigureUse, Known[] | undefined>()
  for (const use of uses) {
    const city = areas.find(({ areaCode }) => areaCode === use.areaCode)
    const isKnown = city !== undefined && city.series.length > 0
    known.set(use, isKnown ? (pointsOf(use.of, city, items) ?? (await inGroup(context, use))) : undefined)
  }
  return updatesOf(uses, (use) => known.get(use))
}

/** The score of a city in a group, or the mean of the group, as they are now; nothing when the group is unknown. */
async function inGroup(context: Context, { of, areaCode }: FigureUse): Promise<Known[] | undefined> {
  if (of.kind !== 'score' && of.kind !== 'mean') return undefined
  const item = comparedItemOf(of.comparedId)
  const groups = [...builtInGroups(areaCode), ...(await listPeerGroups(context))]
  if (!groups.some(({ id }) => id === of.groupId)) return undefined
  const ground = await getComparison(context, { city: areaCode, group: of.groupId })
  const comparison = item && compareCities(ground.areas, ground.ownCode, item)
  const value = of.kind === 'score' ? comparison?.own?.score : comparison?.mean
  const time = comparison?.own?.time
  if (!item || value === undefined || time === undefined) return undefined
  return [{ time, value: roundedTo(value, of.kind === 'score' ? 1 : item.decimals) }]
}

async function agedDatasets(context: Context): Promise<AgedDataset[]> {
  const imports = await listImports(context)
  const today = tokyoDay(context.now)
  const all = await Promise.all(
    (await listDatasets(context)).map(async (dataset): Promise<AgedDataset[]> => {
      const latest = imports.find(({ datasetId }) => datasetId === dataset.id)
      if (!latest) return []
      const { times } = await coverageOf(context, dataset.id)
      const { edition, importedAt } = latest
      const importedOn = tokyoDay(new Date(importedAt))
      const words = newerFileWords(
        { kind: dataset.kind, edition, importedOn, latestTime: times.at(-1) },
        today,
      )
      return words ? [{ dataset, edition, words }] : []
    }),
  )
  return all.flat()
}
