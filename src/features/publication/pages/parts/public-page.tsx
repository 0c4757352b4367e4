import type { ComponentChildren } from 'preact'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { findPublicPlan } from '#src/features/plan/store/queries/public.ts'
import type { Measure, Policy } from '#src/formats/plan-item.ts'
import { eraDay, fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import type { Screen } from '#src/platform/page.ts'

export type MeasureProps = { shown: PublicPlan; measure: Measure }

/** Where every page of the plan comes from. */
export const homeCrumb = { label: '総合計画', href: '/' }
export const planCrumb = { label: '計画を読む', href: '/plan' }

/** The frame all pages of the published plan share: the sample strip, the line for print. */
export function publicScreen(shown: PublicPlan, screen: Screen): Screen {
  const { plan, publishedOn } = shown
  const invented = plan.isInvented ? '　見本（架空）' : ''
  return {
    ...screen,
    isInvented: plan.isInvented,
    printLine: `${plan.title} ${plan.version.label}　${eraDay(publishedOn)}公表${invented}`,
  }
}

/** A page of the published plan, or a kind word while there is none. */
export async function withPublicPlan<Outcome>(
  context: Context,
  show: (shown: PublicPlan) => Outcome | Promise<Outcome>,
  whileThereIsNone: Meanwhile = {},
): Promise<Outcome | Screen> {
  const shown = await findPublicPlan(context)
  return shown ? show(shown) : nothingYet(whileThereIsNone)
}

/** While there is no plan: the status of the page, and what it shows besides. */
type Meanwhile = { status?: 200 | 404; meanwhile?: ComponentChildren }

function nothingYet({ status = 200, meanwhile }: Meanwhile): Screen {
  return {
    title: '計画はまだ公開されていません',
    status,
    isInvented: false,
    body: (
      <>
        <div class="l-flow">
          <h1>計画はまだ公開されていません</h1>
          <p class="sb-lead">
            いま、計画をつくっているところです。公開されると、このページから読めるようになります。
          </p>
        </div>
        {meanwhile}
      </>
    ),
  }
}

/** 素案 第1版（令和8年11月24日公表） */
export const versionWords = ({ plan, publishedOn }: PublicPlan) =>
  `${plan.version.label}（${eraDay(publishedOn)}公表）`

/** 令和5年度から令和9年度まで */
export function periodWords({ plan }: PublicPlan): string {
  const [first, last] = plan.period.fiscalYears
  return `${fiscalYearLabel(first)}から${fiscalYearLabel(last)}まで`
}

/** The field (the uppermost policy) an item stands under, with its number; none for the indicators of the vision. */
export function fieldOf(
  { items, numbers }: PublicPlan,
  itemId: string,
): { item: Policy; number: string } | undefined {
  let field: Policy | undefined
  for (let item = items.get(itemId); item; item = items.get(item.parentId ?? '')) {
    if (item.kind === 'policy') field = item
  }
  return field && { item: field, number: numbers.get(field.id) ?? '' }
}

/** A unit's name today, and the old one in brackets where it was renamed since the version. */
export function unitName({ units }: PublicPlan, unitId: string | null): string {
  const unit = units.get(unitId ?? '')
  if (!unit) return '未定'
  const [heir, ...others] = unit.successors
  const next = heir && others.length === 0 ? units.get(heir.unitId) : undefined
  return next && unit.validTo ? `${next.name}（旧：${unit.name}）` : unit.name
}
