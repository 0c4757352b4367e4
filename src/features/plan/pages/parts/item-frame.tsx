import { listUnits } from '#src/features/organization/store/queries.ts'
import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import {
  getHeardOfMeasure,
  type HeardOfMeasure,
} from '#src/features/voices/store/queries/heard-of-measure.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import type { Crumb } from '#src/platform/page.ts'
import type { Finding } from '../../core/lint/finding.ts'
import { numbersOf } from '../../core/numbering.ts'
import { mayEditItem } from '../../core/permissions.ts'
import { planFacts } from '../../store/queries/facts.ts'
import { type EditedItem, getItem } from '../../store/queries/items.ts'
import { lintNow } from '../../store/queries/lint.ts'
import { getPlanDocument } from '../../store/queries/plans.ts'
import { findPublicPlan } from '../../store/queries/public.ts'
import { itemAddress, planAddress } from './addresses.ts'

/** Everything the pages of one item show around their form. */
export type ItemFrame = {
  plan: PlanDocument
  edited: EditedItem
  number: string
  findings: Finding[]
  mayEdit: boolean
  units: { id: string; name: string }[]
  crumbs: Crumb[]
  facts: { label: string; value: string }[]
  /** Whether the published plan has a page of it. */
  isPublic: boolean
  /** What residents say about a measure; undefined for other items. */
  heard: HeardOfMeasure | undefined
}

export async function itemFrame(context: Context, planId: string, itemId: string): Promise<ItemFrame> {
  const edited = await getItem(context, itemId)
  if (edited.planId !== planId) throw new Refusal('not-found', '項目が見つかりません')
  const plan = await getPlanDocument(context, planId)
  const [report, facts, units] = await Promise.all([
    lintNow(context, plan),
    planFacts(context, planId),
    listUnits(context, { on: tokyoDay(context.now) }),
  ])
  const own = new Set([itemId, ...plan.indicators.filter((one) => one.itemId === itemId).map(({ id }) => id)])
  const numbers = numbersOf(plan)
  const parents = ancestors(plan, edited.item)
  const published = await findPublicPlan(context)
  return {
    plan,
    edited,
    number: numbers.get(itemId) ?? '',
    findings: report.findings.filter(({ subjectId }) => own.has(subjectId)),
    mayEdit: mayEditItem(await getOwner(context), edited.item),
    units: withKnown(units, plan, edited.item),
    crumbs: [
      { label: '体系と施策', href: planAddress(planId) },
      ...parents.map(({ id, title }) => ({
        label: `${numbers.get(id)} ${title}`,
        href: itemAddress(planId, id),
      })),
    ],
    facts,
    isPublic: edited.item.kind !== 'program' && published?.items.has(itemId) === true,
    heard: edited.item.kind === 'measure' ? await getHeardOfMeasure(context, itemId) : undefined,
  }
}

function ancestors(plan: PlanDocument, item: PlanItem): PlanItem[] {
  const parent = plan.items.find(({ id }) => id === item.parentId)
  return parent ? [...ancestors(plan, parent), parent] : []
}

/** Today's units to choose from, and those the item names though they no longer exist, so that nothing is lost by saving. */
function withKnown(units: readonly { id: string; name: string }[], plan: PlanDocument, item: PlanItem) {
  const today = units.map(({ id, name }) => ({ id, name }))
  const known = new Set(today.map(({ id }) => id))
  const named = new Set([item.lead, ...item.support])
  const old = plan.units
    .filter(({ id }) => named.has(id) && !known.has(id))
    .map(({ id, name }) => ({ id, name: `${name}（廃止）` }))
  return [...today, ...old]
}
