import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'
import { newId, type Random, type RandomEdit, shuffle, words, wordsOf } from './random.ts'
import { edgeEdits } from './random-list-edits.ts'

const measures = (plan: PlanDocument) => plan.items.filter((item) => item.kind === 'measure')
const policies = (plan: PlanDocument) => plan.items.filter((item) => item.kind === 'policy')
const onItem =
  (change: (item: PlanItem, random: Random, plan: PlanDocument) => unknown): RandomEdit =>
  (plan, random) => {
    if (plan.items.length > 0) change(random.pick(plan.items), random, plan)
  }
const onIndicator =
  (change: (indicator: Indicator, random: Random) => unknown): RandomEdit =>
  (plan, random) => {
    if (plan.indicators.length > 0) change(random.pick(plan.indicators), random)
  }

const removeSubtree: RandomEdit = (plan, random) => {
  if (plan.items.length === 0) return
  const gone = new Set([random.pick(plan.items).id])
  for (const item of [...plan.items, ...plan.items]) if (gone.has(item.parentId ?? '')) gone.add(item.id)
  plan.items = plan.items.filter(({ id }) => !gone.has(id))
  plan.indicators = plan.indicators.filter(({ itemId }) => !gone.has(itemId))
  plan.projects = plan.projects.filter(({ parentId }) => !gone.has(parentId))
}

const addItem: RandomEdit = (plan, random) => {
  const old = plan.items.length > 0 && random.below(2) === 0 ? random.pick(plan.items) : undefined
  const kind = random.pick(['split', 'merged', 'replaced'] as const)
  const item = {
    id: newId('me', random),
    kind: 'measure',
    parentId: policies(plan)[0]?.id ?? plan.concept.vision.id,
    order: random.below(4),
    title: wordsOf(random),
    succeeds: old ? [{ id: old.id, kind }] : [],
  }
  plan.items.splice(random.below(plan.items.length + 1), 0, ...planDocument.shape.items.parse([item]))
  if (old && random.below(2) === 0) plan.items = plan.items.filter((one) => one !== old)
}

const changeTarget = onIndicator((indicator, random) => {
  const { target } = indicator
  if (!target || random.below(6) === 0) {
    const fresh = { fiscalYear: 2027, value: random.below(90), kind: 'value' as const, comment: '' }
    indicator.target = target ? null : fresh
    return
  }
  if (random.below(2) === 0) target.value = random.below(90) / 10
  if (random.below(2) === 0) target.fiscalYear = 2025 + random.below(5)
  if (random.below(3) === 0)
    Object.assign(target, { kind: 'range', low: random.below(20), high: 20 + random.below(20) })
  if (random.below(4) === 0) target.kind = 'monitor-only'
  if (random.below(4) === 0) target.comment = wordsOf(random)
})

const changeYears = onIndicator((indicator, random) => {
  const list = random.pick(['interim', 'actuals'] as const)
  const values: { fiscalYear: number; value: number | null; comment: string; provisional?: boolean }[] =
    indicator[list]
  const action = random.below(4)
  const entry = values[random.below(Math.max(values.length, 1))]
  if (action === 0) values.splice(random.below(values.length + 1), 1)
  else if (action === 1 || !entry) {
    const fresh = { fiscalYear: 2018 + random.below(12), value: random.below(50), comment: '' }
    values.push(list === 'actuals' ? { ...fresh, provisional: random.below(2) === 0 } : fresh)
  } else if (action === 2) entry.value = random.below(3) === 0 ? null : random.below(50)
  else shuffle(values, random)
})

const changeParagraphs: RandomEdit = (plan, random) => {
  if (measures(plan).length === 0) return
  const measure = random.pick(measures(plan))
  const field = random.pick(['situation', 'issues'] as const)
  const list = measure[field]
  const action = random.below(4)
  const paragraph = list[random.below(Math.max(list.length, 1))]
  if (action === 0 || !paragraph) {
    list.splice(random.below(list.length + 1), 0, {
      id: `${measure.id}/${field}/p${random.below(9000)}`,
      text: wordsOf(random),
    })
  } else if (action === 1) paragraph.text = wordsOf(random)
  else if (action === 2) list.splice(list.indexOf(paragraph), 1)
  else shuffle(list, random)
}

const itemEdits: RandomEdit[] = [
  onItem((item, random) => Object.assign(item, { title: wordsOf(random) })),
  onItem((item, random) => Object.assign(item, { order: random.below(6) })),
  onItem((item, random, plan) => {
    const holders = [plan.concept.vision.id, 'po_9999999999', ...plan.items.map(({ id }) => id)]
    item.parentId = random.below(8) === 0 ? null : random.pick(holders)
  }),
  onItem((item, random) => Object.assign(item, { tags: words.slice(random.below(5), 3 + random.below(4)) })),
  onItem((item, random) => Object.assign(item, { summary: random.below(3) === 0 ? '' : wordsOf(random) })),
  onItem((item, random, plan) =>
    Object.assign(item, { lead: plan.units.length > 0 ? random.pick(plan.units).id : null }),
  ),
  onItem((item, random, plan) =>
    Object.assign(item, { support: plan.units.slice(random.below(3)).map(({ id }) => id) }),
  ),
  onItem((item, random) =>
    Object.assign(item, { status: random.pick(['draft', 'submitted', 'accepted'] as const) }),
  ),
  onItem((item) => Object.assign(item, { notes: `${item.notes}メモ` })),
  onItem((item, random, plan) => {
    const level = random.pick(['policy', 'measure', 'program'] as const)
    const { id, title, parentId, order } = item
    const changed = planDocument.shape.items.parse([{ id, title, parentId, order, kind: level }])
    plan.items = plan.items.map((one) => (one === item ? (changed[0] as PlanItem) : one))
  }),
  (plan, random) => {
    if (measures(plan).length === 0) return
    const measure = random.pick(measures(plan))
    measure.priority = { flagged: random.below(2) === 0, reason: random.pick(['', wordsOf(random)]) }
    if (random.below(2) === 0)
      measure.roles = { ...measure.roles, [random.pick(['self', 'mutual', 'other'])]: wordsOf(random) }
    if (random.below(2) === 0) delete measure.roles['self']
    measure.principles = {
      timeliness: { applies: random.below(2) === 0, text: random.pick(['', wordsOf(random)]) },
    }
    measure.sdgs = [
      { taxonomy: 'sdgs-2030', goal: 1 + random.below(17), reason: '', primary: random.below(2) === 0 },
    ]
    measure.society50 = [{ tag: random.pick(words), text: wordsOf(random) }]
  },
  changeParagraphs,
  changeParagraphs,
  removeSubtree,
  addItem,
  addItem,
]

const indicatorEdits: RandomEdit[] = [
  changeTarget,
  changeTarget,
  changeYears,
  changeYears,
  onIndicator((indicator, random) =>
    Object.assign(indicator, { unit: random.pick(['人', '％', '%', '件']) }),
  ),
  onIndicator((indicator, random) =>
    Object.assign(indicator, { direction: random.pick(['increase', 'decrease', 'maintain', null] as const) }),
  ),
  onIndicator((indicator, random) => Object.assign(indicator, { definition: wordsOf(random) })),
  onIndicator((indicator, random) => {
    indicator.formula =
      random.below(2) === 0
        ? null
        : { numerator: wordsOf(random), denominator: '人口', denominatorSource: '' }
    indicator.note.whyThis = wordsOf(random)
    indicator.note.changeCriterion = random.pick([
      null,
      { improve: { abs: 3 }, worsen: { moe: true as const } },
    ])
    indicator.rationale.basis = random.pick(['trend', 'peer', null] as const)
  }),
  onIndicator((indicator, random) =>
    Object.assign(indicator, { baseline: { ...indicator.baseline, value: random.pick([null, 3, 18]) } }),
  ),
  (plan, random) => {
    if (plan.indicators.length === 0 || plan.items.length === 0) return
    const indicator = random.pick(plan.indicators)
    if (random.below(2) === 0) indicator.itemId = random.pick(plan.items).id
    else
      plan.indicators.push({ ...structuredClone(indicator), id: newId('in', random), name: wordsOf(random) })
  },
  (plan, random) => void plan.indicators.splice(random.below(plan.indicators.length + 1), random.below(2)),
]

/** The plan after a number of random edits; still a valid document. */
export function edited(plan: PlanDocument, random: Random, count: number): PlanDocument {
  const copy = structuredClone(plan)
  const all = [...itemEdits, ...indicatorEdits, ...edgeEdits]
  for (let done = 0; done < count; done += 1) random.pick(all)(copy, random)
  return planDocument.parse(copy)
}
