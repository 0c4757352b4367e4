import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { mayDo } from '#src/platform/authorize.ts'
import { found } from '#src/platform/errors.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { compareCities } from '../core/compare-cities.ts'
import { comparedFigure, comparedKinds } from '../core/compared-figure.ts'
import { comparedItemOf, comparedItems } from '../core/compared-items.ts'
import { comparisonSheet, comparisonTable } from '../core/comparison-table.ts'
import { listAreas } from '../store/city-queries.ts'
import { getComparison } from '../store/comparison-queries.ts'
import { comparisonAddress, comparisonOf } from './parts/addresses.ts'
import { ComparedItemView } from './parts/compared-item-view.tsx'
import { ComparisonView } from './parts/comparison-view.tsx'
import { NothingToCompare } from './parts/nothing-to-compare.tsx'
import { putIntoPlan } from './parts/put-into-plan.ts'

const askedOf = (url: URL) => ({
  city: url.searchParams.get('city'),
  group: url.searchParams.get('group'),
})

/** 都市間比較: the own city beside a declared group. No total of scores, no rank of cities. */
export const comparisonPage = page(comparisonAddress, {
  audience: 'staff',
  async show(context, { url }): Promise<Screen> {
    if ((await listAreas(context)).length === 0) {
      return { title: '都市間比較', body: <NothingToCompare actor={context.actor} /> }
    }
    const ground = await getComparison(context, askedOf(url))
    const comparisons = comparedItems.map((item) => compareCities(ground.areas, ground.ownCode, item))
    return {
      title: `${ground.ownName}の都市間比較`,
      isInvented: false,
      body: <ComparisonView actor={context.actor} ground={ground} comparisons={comparisons} />,
    }
  },
})

/** One item over the group: every city over time at one scale, and the table. */
export const comparedItemPage = page('/staff/statistics/comparison/:comparedId', {
  audience: 'staff',
  async show(context, { params, url }): Promise<Screen> {
    const item = found(comparedItemOf(params.comparedId), '比較の項目')
    const ground = await getComparison(context, askedOf(url))
    const from = Math.max(0, Number.parseInt(url.searchParams.get('from') ?? '0', 10) || 0)
    const isByValue = url.searchParams.get('sort') === 'value'
    const comparison = compareCities(ground.areas, ground.ownCode, item)
    const address = comparisonOf({ city: ground.ownCode, group: ground.group.id })
    return {
      title: `${item.label}の都市間比較`,
      isInvented: false,
      crumbs: [{ label: '都市間比較', href: address }],
      body: (
        <ComparedItemView
          {...{ ground, comparison, from, isByValue }}
          mayBind={mayDo(context.actor, planPermissions, 'edit-concept')}
        />
      ),
    }
  },
  async submit(context, { params, url }, form) {
    const item = found(comparedItemOf(params.comparedId), '比較の項目')
    const ground = await getComparison(context, askedOf(url))
    const comparison = compareCities(ground.areas, ground.ownCode, item)
    const kind = comparedKinds.find((one) => one === form.get('act')) ?? 'compared'
    return { seeOther: await putIntoPlan(context, found(comparedFigure(ground, comparison, kind), '値')) }
  },
})

/** The whole comparison as a tidy table. */
export const comparisonFile = page('/staff/statistics/comparison.csv', {
  audience: 'staff',
  async show(context, { url }) {
    const ground = await getComparison(context, askedOf(url))
    const comparisons = comparedItems.map((item) => compareCities(ground.areas, ground.ownCode, item))
    const source = ground.datasets.map(({ credit }) => credit).join('、')
    return {
      file: writeCsv(comparisonTable(comparisons, { groupName: ground.group.name, source })),
      contentType: 'text/csv; charset=utf-8',
      fileName: `${ground.ownName} 都市間比較.csv`,
    }
  },
})

/** The same as a workbook for Excel. */
export const comparisonWorkbook = page('/staff/statistics/comparison.xlsx', {
  audience: 'staff',
  async show(context, { url }) {
    const ground = await getComparison(context, askedOf(url))
    const comparisons = comparedItems.map((item) => compareCities(ground.areas, ground.ownCode, item))
    const source = ground.datasets.map(({ credit }) => credit).join('、')
    const sheet = comparisonSheet(comparisons, { groupName: ground.group.name, source })
    const title = `${ground.ownName} 都市間比較`
    return {
      file: await writeWorkbook([sheet], { createdAt: context.now, title }),
      contentType: xlsxType,
      fileName: `${title}.xlsx`,
    }
  },
})
