import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Measure, PlanItem } from '#src/formats/plan-item.ts'
import { plainText } from '#src/lib/text/plain-text.ts'
import { bindingsOf } from '../bindings.ts'
import { numbersBelow } from '../numbering.ts'
import { childrenOf } from '../plan-tree.ts'

/** A text people wrote: where it stands and what it says without marks. */
export type ScannedText = {
  subjectId: string
  field: string
  paragraphId?: string
  text: string
  plain: string
}

/** The plan with what many rules look up, made once a run. */
export type PlanIndex = {
  plan: PlanDocument
  items: ReadonlyMap<string, PlanItem>
  children: ReadonlyMap<string, PlanItem[]>
  numbers: ReadonlyMap<string, string>
  /** The place of each item in the tree, and of each indicator with its item. What hangs on nothing has none. */
  places: ReadonlyMap<string, number>
  measures: readonly Measure[]
  indicatorsOf: ReadonlyMap<string, Indicator[]>
  /** Summary, desired state, situation, issues, directions and programs' text, as the rules of texts read them. */
  texts: readonly ScannedText[]
  /** 施策「3-2 防犯」 */
  nameOf: (item: PlanItem) => string
}

export function indexOf(plan: PlanDocument): PlanIndex {
  const children = childrenOf(plan.items)
  const numbers = numbersBelow(plan.concept.vision.id, children)
  const items = new Map<string, PlanItem>()
  for (const item of plan.items) items.set(item.id, item)
  const indicatorsOf = new Map<string, Indicator[]>()
  for (const indicator of plan.indicators) {
    const own = indicatorsOf.get(indicator.itemId)
    if (own) own.push(indicator)
    else indicatorsOf.set(indicator.itemId, [indicator])
  }
  return {
    plan,
    numbers,
    places: placesOf(plan, numbers),
    indicatorsOf,
    items,
    children,
    measures: plan.items.filter((item): item is Measure => item.kind === 'measure'),
    texts: textsOf(plan),
    nameOf: ({ kind, title, id }) => `${plan.labels[kind]}「${title || id}」`,
  }
}

function placesOf({ indicators }: PlanDocument, numbers: ReadonlyMap<string, string>): Map<string, number> {
  const places = new Map<string, number>()
  for (const id of numbers.keys()) places.set(id, places.size)
  for (const { id, itemId } of indicators) {
    const place = places.get(itemId)
    if (place !== undefined) places.set(id, place)
  }
  return places
}

/** Thousands of them: written out, without an object that is only spread. */
function textsOf(plan: PlanDocument): ScannedText[] {
  const resolve = bindingsOf(plan)
  const texts: ScannedText[] = []
  const add = (subjectId: string, field: string, text: string, paragraphId?: string) => {
    if (!text) return
    const isPlain = !/[*_[\]{}｜|《\n`<>#~\\-]/.test(text)
    const plain = isPlain ? text : plainText(text, resolve)
    texts.push(
      paragraphId ? { subjectId, field, text, plain, paragraphId } : { subjectId, field, text, plain },
    )
  }
  for (const item of plan.items) {
    add(item.id, 'summary', item.summary)
    if (item.kind !== 'program') add(item.id, 'desiredState', item.desiredState)
    if (item.kind === 'program') for (const { id, text } of item.text) add(item.id, 'text', text, id)
    if (item.kind !== 'measure') continue
    for (const { id, text } of item.situation) add(item.id, 'situation', text, id)
    for (const { id, text } of item.issues) add(item.id, 'issues', text, id)
    for (const { id, heading, text } of item.directions) {
      add(item.id, 'directions', heading, id)
      add(item.id, 'directions', text, id)
    }
  }
  return texts
}
