import { findPublicPlan } from '#src/features/plan/store/queries/public.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { found } from '#src/platform/errors.ts'
import { page } from '#src/platform/page.ts'
import { valueRows } from '../core/value-rows.ts'
import { lastPlace } from './item.tsx'
import { IndicatorView } from './parts/indicator-view.tsx'
import { homeCrumb, publicScreen, withPublicPlan } from './parts/public-page.tsx'

/** One indicator: chart, table, technical note. */
export const indicatorPage = page('/indicators/:indicatorId', {
  audience: 'public',
  show: (context, { params }) =>
    withPublicPlan(
      context,
      async (shown) => {
        const indicator = shown.plan.indicators.find(({ id }) => id === params.indicatorId)
        if (!indicator) return found(await lastPlace(context, params.indicatorId), '指標')
        return publicScreen(shown, {
          title: indicator.name,
          crumbs: [homeCrumb, { label: '数字で見る', href: '/indicators' }],
          body: <IndicatorView shown={shown} indicator={indicator} />,
        })
      },
      { status: 404 },
    ),
})

/** All values of one indicator, for spreadsheets and programs. */
export const indicatorCsv = page('/indicators/:indicatorId/values.csv', {
  audience: 'public',
  async show(context, { params }) {
    const { plan } = found(await findPublicPlan(context), '計画')
    const indicator = found(
      plan.indicators.find(({ id }) => id === params.indicatorId),
      '指標',
    )
    return {
      file: writeCsv(valueRows(plan, [indicator])),
      contentType: 'text/csv; charset=utf-8',
      fileName: `${indicator.id}-values.csv`,
    }
  },
})
