import type { Edit } from '../edits/edit.ts'
import { isOrderEdit } from '../edits/edit.ts'
import type { ChangeFacts, SubjectType } from '../plan-change.ts'
import { evidenceChanged } from './evidence-facts.ts'
import {
  comingOrGoing,
  fieldChanged,
  fieldFacts,
  renamed,
  storedOrder,
  yearlyChanged,
} from './field-facts.ts'
import { byField, type FieldRule, type Found, insideOf, parted, wholeEdit } from './found.ts'
import { ownerChanged } from './owner-facts.ts'
import { placeChanged, placeGroup } from './place-facts.ts'
import { planRules } from './plan-facts.ts'
import { principleChanged, priorityChanged, tagChanged } from './tag-facts.ts'
import { interimChanged, targetChanged } from './target-facts.ts'
import { keyedTexts, nestedTexts, textChanged } from './text-facts.ts'
import {
  actualsChanged,
  baselineChanged,
  dataPointChanged,
  definitionChanged,
  unitChanged,
  valueGroup,
} from './value-facts.ts'

type Rules = Readonly<Record<string, FieldRule>>

const itemRules: Rules = {
  order: placeChanged('items'),
  title: renamed,
  titleKana: textChanged,
  summary: textChanged,
  easyText: textChanged,
  childText: textChanged,
  lead: ownerChanged,
  support: ownerChanged,
  tags: tagChanged,
  desiredState: textChanged,
  situation: textChanged,
  issues: textChanged,
  directions: textChanged,
  roles: keyedTexts('roleSet'),
  sdgs: tagChanged,
  society50: tagChanged,
  principles: principleChanged,
  priority: priorityChanged,
  alternatives: textChanged,
  districts: tagChanged,
  reviewTriggers: textChanged,
  text: textChanged,
}

const rationaleWords = { basis: '設定根拠の種類', text: '設定根拠' }

const noteWords = {
  whyThis: '技術ノート（この指標にした理由）',
  howMeasured: '技術ノート（測り方）',
  limits: '技術ノート（読み方の限界）',
  changeCriterion: '判定の基準',
  criterionFixedOn: '判定の基準を定めた日',
}

const indicatorRules: Rules = {
  order: placeChanged('indicators'),
  name: renamed,
  definition: definitionChanged,
  formula: definitionChanged,
  unit: unitChanged,
  direction: definitionChanged,
  accumulation: definitionChanged,
  cumulativeFrom: definitionChanged,
  baseline: baselineChanged,
  interim: interimChanged,
  target: targetChanged,
  actuals: actualsChanged,
  rationale: nestedTexts(rationaleWords),
  note: nestedTexts(noteWords),
  ownerId: ownerChanged,
  contactUnitId: ownerChanged,
}

const projectRules: Rules = {
  order: placeChanged('projects'),
  title: renamed,
  summary: textChanged,
  ownerId: ownerChanged,
  budget: yearlyChanged('total', '千円'),
  hours: yearlyChanged('hours', '時間'),
  priority: priorityChanged,
}

const rules: Partial<Record<SubjectType, Rules>> = {
  item: itemRules,
  indicator: indicatorRules,
  project: projectRules,
  plan: planRules,
  vision: { title: renamed, text: textChanged },
  'guiding-principle': { title: renamed, text: textChanged },
  chapter: { text: textChanged },
  'grand-design': { text: textChanged, zones: storedOrder, axes: storedOrder, hubs: storedOrder },
  'design-feature': { name: renamed, text: textChanged },
  dataPoint: { label: renamed, unit: unitChanged, value: dataPointChanged },
  relatedPlan: { name: renamed, ownerId: ownerChanged },
  unit: { name: renamed },
  termNote: { text: textChanged },
  decision: { title: renamed, text: textChanged },
}

/** All changes of one subject that stays, and its coming or going. */
export function factsOf(found: Found, partOf?: string): ChangeFacts[] {
  const { type } = found.address
  if (type === 'evidence') return evidenceChanged(found)
  const whole = wholeEdit(found)
  if (whole && isOrderEdit(whole)) return [fieldFacts(found, 'order', found.edits, '順番')]
  if (whole) return [comingOrGoing(found, whole, partOf)]
  const [level, others] = parted(found.edits, (edit) => type === 'item' && isOfLevel(found, edit))
  const groups = byField({ ...found, edits: others }, type === 'dataPoint' ? valueGroup : placeGroup)
  return [
    ...(level.length > 0 ? [fieldFacts(found, 'kind', level)] : []),
    ...[...groups].flatMap(([field, edits]) => (rules[type]?.[field] ?? fieldChanged)(found, field, edits)),
  ]
}

/** An item of another kind has other fields: they come and go as a whole, together with the kind. */
function isOfLevel(found: Found, edit: Edit): boolean {
  const inside = insideOf(found, edit)
  if (isOrderEdit(edit) || inside.length !== 1) return false
  return inside[0] === 'kind' || !('before' in edit) || !('after' in edit)
}
