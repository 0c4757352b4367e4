import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { plainBlocks } from '#src/lib/text/plain-text.ts'
import type { ThreadPlace } from './thread.ts'

/** A place of the plan by its id: an item, a paragraph, an indicator. Undefined where this version has none. */
export function placeOf(shown: PublicPlan, ref: string): ThreadPlace | undefined {
  const { plan, items, numbers } = shown
  const [itemId = '', field] = ref.split('/')
  const indicator = plan.indicators.find(({ id }) => id === ref)
  if (indicator) {
    return { kind: 'indicator', id: ref, words: indicator.name, href: `/indicators/${ref}` }
  }
  const { vision } = plan.concept
  if (ref === vision.id) return { kind: 'policy', id: ref, words: vision.title, href: '/plan/concept' }
  const item = items.get(itemId)
  if (!item) return undefined
  const page = item.kind === 'program' ? item.parentId : itemId
  const words = `${numbers.get(itemId) ?? ''} ${item.title}`.trim()
  if (field === undefined || item.kind !== 'measure') {
    const isPolicy = item.kind === 'policy'
    const anchor = item.kind === 'program' ? `#${itemId}` : ''
    return { kind: isPolicy ? 'policy' : 'measure', id: ref, words, href: `/plan/items/${page}${anchor}` }
  }
  const href = `/plan/items/${itemId}#${ref}`
  const plain = (text: string) => plainBlocks(shown.read(text), shown.resolve)
  const situation = item.situation.find(({ id }) => id === ref)
  if (situation) return { kind: 'situation', id: ref, words: plain(situation.text), href }
  const issue = item.issues.find(({ id }) => id === ref)
  if (issue) return { kind: 'issue', id: ref, words: plain(issue.text), href }
  const direction = item.directions.find(({ id }) => id === ref)
  return direction && { kind: 'direction', id: ref, words: direction.heading || plain(direction.text), href }
}

/** What a place leads on to: an issue to the directions that answer it, those to what they are measured by. */
export function ledToFrom(shown: PublicPlan, place: ThreadPlace): ThreadPlace[] {
  const itemId = place.id.split('/')[0] ?? ''
  const item = shown.items.get(itemId)
  if (item?.kind !== 'measure') return []
  const answers =
    place.kind === 'issue' ? item.directions.filter(({ addresses }) => addresses.includes(place.id)) : []
  const own = shown.indicators.get(itemId) ?? []
  return [...answers, ...own].flatMap(({ id }) => placeOf(shown, id) ?? [])
}

/** The item of a place: a paragraph stands in its item, an indicator belongs to one, a program to its measure. */
export function itemOf({ plan, items }: PublicPlan, ref: string): string {
  const id = plan.indicators.find((one) => one.id === ref)?.itemId ?? ref.split('/')[0] ?? ''
  const item = items.get(id)
  return item?.kind === 'program' ? (item.parentId ?? id) : id
}
