import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { Measure } from '#src/formats/plan-item.ts'
import type { ReadParagraph } from '#src/lib/document/quote-anchor.ts'
import { plainBlocks } from '#src/lib/text/plain-text.ts'

/** A place of the version that was laid open: a policy or measure, one of its paragraphs, or one of its indicators. */
export type PlanPlace = {
  id: string
  itemId: string
  kind: 'item' | 'paragraph' | 'indicator'
  /** 2-3 放課後の居場所づくり 第2段落 */
  label: string
  /** What stands there; a paragraph as it is read, with its numbers. */
  words: string
}

type Plan = Pick<PublicPlan, 'items' | 'numbers' | 'indicators' | 'resolve' | 'read'>

/** Every place a comment may be about, or a change may be made at, in the order of the plan. */
export function planPlaces(version: Plan): PlanPlace[] {
  const { items, numbers } = version
  return [...items.values()].flatMap((item): PlanPlace[] => {
    if (item.kind === 'program') return []
    const label = `${numbers.get(item.id) ?? ''} ${item.title}`.trim()
    const own: PlanPlace = { id: item.id, itemId: item.id, kind: 'item', label, words: item.title }
    return item.kind === 'measure'
      ? [own, ...paragraphPlaces(version, item, label), ...indicatorPlaces(version, item, label)]
      : [own]
  })
}

/** Paragraphs as the public page numbers them: those of the situation, the issues, and the directions, which count on. */
function paragraphPlaces(version: Plan, measure: Measure, label: string): PlanPlace[] {
  const { situation, issues, directions } = measure
  const placed = (id: string, name: string, text: string): PlanPlace => ({
    id,
    itemId: measure.id,
    kind: 'paragraph',
    label: `${label} ${name}`,
    words: plainBlocks(version.read(text), version.resolve),
  })
  return [
    ...situation.map(({ id, text }, at) => placed(id, `第${at + 1}段落`, text)),
    ...issues.map(({ id, text }, at) => placed(id, `課題${at + 1}`, text)),
    ...directions.map(({ id, text }, at) => placed(id, `第${situation.length + at + 1}段落`, text)),
  ]
}

const indicatorPlaces = ({ indicators }: Plan, { id }: Measure, label: string): PlanPlace[] =>
  (indicators.get(id) ?? []).map((indicator) => ({
    id: indicator.id,
    itemId: id,
    kind: 'indicator',
    label: `${label} 指標「${indicator.name}」`,
    words: indicator.name,
  }))

/** What an answer may be linked to besides what it changes: items of the plan, and the other plans it stands beside. */
export type LinkChoice = { id: string; label: string }

export const linkChoices = (
  places: readonly PlanPlace[],
  relatedPlans: readonly { id: string; name: string }[],
): LinkChoice[] => [
  ...places.filter(({ kind }) => kind === 'item').map(({ id, label }) => ({ id, label })),
  ...relatedPlans.map(({ id, name }) => ({ id, label: `ほかの計画：${name}` })),
]

/** Where a link is read by everybody; other plans have no page of their own here. */
export const linkHref = (id: string): string | undefined =>
  id.startsWith('rp_') ? undefined : placeHref('/plan', id)

/** The label of a place, 計画全体 where nothing was chosen, and its id where the version does not know it. */
export const placeLabel = (places: readonly PlanPlace[], id: string): string =>
  id === '' ? '計画全体' : (places.find((place) => place.id === id)?.label ?? id)

export const paragraphAt = (places: readonly PlanPlace[], id: string): ReadParagraph | undefined =>
  places.find((place) => place.id === id && place.kind === 'paragraph')

/** `me_…/issues/p3` stands on the page of `me_…`. */
export const placeHref = (page: string, id: string): string => {
  const [itemId, ...rest] = id.split('/')
  return `${page}/items/${itemId}${rest.length > 0 ? `#${id}` : ''}`
}

/** Where a changed place is read today: an indicator has a page of its own. */
export const changedHref = (id: string): string =>
  id.startsWith('in_') ? `/indicators/${id}` : placeHref('/plan', id)
