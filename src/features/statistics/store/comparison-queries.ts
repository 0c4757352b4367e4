import { findMunicipality } from '#src/features/organization/store/queries.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { readAreaCode } from '../core/areas.ts'
import type { Dataset } from '../core/dataset-form.ts'
import { builtInGroups, membersOf, type PeerGroup } from '../core/peer-groups.ts'
import { permissions } from '../core/permissions.ts'
import type { AreaSeries } from '../core/series.ts'
import { getArea, listAreaSeries, listPeerGroups, listSizes } from './city-queries.ts'
import { listDatasets } from './queries.ts'

/** What a comparison stands on: the own city, the group it is compared with, and what is known of each member. */
export type ComparisonGround = {
  ownCode: string
  ownName: string
  group: PeerGroup
  groups: PeerGroup[]
  areas: AreaSeries[]
  datasets: Dataset[]
}

export type Asked = { city: string | null; group: string | null }

/** The ground of a comparison as its address asks for it; without a city the own one, without a group the prefecture. */
export async function getComparison(context: Context, asked: Asked): Promise<ComparisonGround> {
  authorize(context, permissions, 'read-statistics')
  const ownCode = await cityOf(context, asked.city)
  const own = await getArea(context, ownCode)
  const groups = [...builtInGroups(ownCode), ...(await listPeerGroups(context))]
  const group = found(
    groups.find(({ id }) => id === (asked.group ?? 'prefecture')),
    '比較グループ',
  )
  const datasets = (await listDatasets(context)).filter(({ kind }) => kind === 'ssdse-a')
  const areaCodes = membersOf(group.rule, ownCode, await listSizes(context))
  const areas = await listAreaSeries(context, { areaCodes, datasetIds: datasets.map(({ id }) => id) })
  return { ownCode, ownName: own.name, group, groups, areas, datasets }
}

async function cityOf(context: Context, typed: string | null): Promise<string> {
  if (typed === null || typed.trim() === '') {
    return found(await findMunicipality(context), '市町村の設定').code.slice(0, 5)
  }
  const read = readAreaCode(typed)
  if ('problem' in read) throw new Refusal('not-found', read.problem)
  return read.code
}
