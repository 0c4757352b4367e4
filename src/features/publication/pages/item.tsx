import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { getPublicVersion, listPublicVersions } from '#src/features/plan/store/queries/public.ts'
import { listHeardAbout } from '#src/features/voices/store/queries/about-items.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import { paragraphVoices } from '../core/paragraph-voices.ts'
import type { ThreadEntry } from '../core/thread.ts'
import { listThreads } from '../store/queries/threads.ts'
import { MeasureView } from './parts/measure-view.tsx'
import type { ParagraphVoicesOf } from './parts/paragraph-voices.tsx'
import { PolicyView } from './parts/policy-view.tsx'
import { homeCrumb, planCrumb, publicScreen, withPublicPlan } from './parts/public-page.tsx'

/** An item of the plan under its permanent address; a number leads to the item that has it now. */
export const itemPage = page('/plan/items/:itemId', {
  audience: 'public',
  show: (context, { params: { itemId } }) =>
    withPublicPlan(
      context,
      async (shown) =>
        (isGone(shown, itemId) && (await lastPlace(context, itemId))) ||
        itemScreen(shown, itemId, await heardOf(context, shown, itemId)),
      { status: 404 },
    ),
})

type Heard = { threads: readonly ThreadEntry[]; voices: ParagraphVoicesOf }

/** What a measure rests on and what was said about it, as a whole and paragraph by paragraph. */
async function heardOf(context: Context, shown: PublicPlan, itemId: string): Promise<Heard | undefined> {
  if (shown.items.get(itemId)?.kind !== 'measure') return undefined
  const threads = await listThreads(context, shown, itemId)
  return { threads, voices: paragraphVoices(await listHeardAbout(context, itemId)) }
}

const isGone = ({ items, plan }: PublicPlan, itemId: string) =>
  /^[a-z]{2}_/.test(itemId) && !items.has(itemId) && itemId !== plan.concept.vision.id

/** Where something that is no longer in the plan is read: in the last version that had it. No address ever dies. */
export async function lastPlace(context: Context, id: string): Promise<SeeOther | undefined> {
  for (const version of await listPublicVersions(context)) {
    const { items, plan } = await getPublicVersion(context, version.id)
    const itemId = plan.indicators.find((one) => one.id === id)?.itemId ?? id
    const item = items.get(itemId)
    const owner = item?.kind === 'program' ? item.parentId : itemId
    if (item) return { seeOther: `/plan/versions/${version.id}/items/${owner}` }
  }
  return undefined
}

/** The page of a measure or policy, or where a number, a program or the vision is found. */
export function itemScreen(shown: PublicPlan, itemId: string, heard?: Heard): Screen | SeeOther {
  const { items, numbers, plan } = shown
  if (/^\d+(-\d+)*$/.test(itemId)) {
    const found = [...numbers].find(([, number]) => number === itemId)
    if (!found) throw new Refusal('not-found', `番号「${itemId}」の項目は、いまの計画にありません`)
    return { seeOther: `/plan/items/${found[0]}` }
  }
  if (itemId === plan.concept.vision.id) return { seeOther: '/plan/concept' }
  const item = items.get(itemId)
  if (!item) throw new Refusal('not-found', 'この項目は、いまの計画にありません')
  if (item.kind === 'program') return { seeOther: `/plan/items/${item.parentId}#${item.id}` }
  return publicScreen(shown, {
    title: `${numbers.get(item.id) ?? ''} ${item.title}`.trim(),
    crumbs: [homeCrumb, planCrumb, ...crumbsAbove(shown, item.parentId)],
    body:
      item.kind === 'measure' ? (
        <MeasureView shown={shown} measure={item} {...heard} />
      ) : (
        <PolicyView shown={shown} policy={item} />
      ),
  })
}

/** The policies above an item, the uppermost first. */
function crumbsAbove({ items, numbers }: PublicPlan, parentId: string | null) {
  const crumbs: { label: string; href: string }[] = []
  for (let above = items.get(parentId ?? ''); above; above = items.get(above.parentId ?? '')) {
    crumbs.unshift({
      label: `${numbers.get(above.id) ?? ''} ${above.title}`,
      href: `/plan/items/${above.id}`,
    })
  }
  return crumbs
}
