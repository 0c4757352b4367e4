import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { idOfKey } from './edits/keyed-lists.ts'
import type { ChangeSubject, SubjectType } from './plan-change.ts'
import { branchOf, itemName, type PlanSide } from './plan-side.ts'
import type { PlanSides } from './plan-sides.ts'
import type { Address } from './subject-address.ts'

type Named = { label: string; name: string }

/** What a change speaks about, named as the newer plan names it, or the older one if it is gone. */
export function changeSubject({ type, key }: Address, { before, after }: PlanSides): ChangeSubject {
  const side = namedIn(after, type, key) ? after : before
  const named = namedIn(side, type, key) ?? { label: defaultLabels[type], name: key }
  const holderId = holderOf(side, type, key)
  const id = key || idOfOnly(type, after.plan)
  return { type, id: idOfKey(id), ...named, ...(holderId ? branchOf(side, holderId) : {}) }
}

const defaultLabels: Readonly<Record<SubjectType, string>> = {
  plan: '計画',
  vision: '将来像',
  'guiding-principle': '基本理念',
  chapter: '基本構想の章',
  'grand-design': '土地利用構想',
  'design-feature': '土地利用構想の',
  item: '項目',
  indicator: '指標',
  project: '事務事業',
  dataPoint: '統計値',
  evidence: '根拠',
  logicModel: 'ロジックモデル',
  relatedPlan: '関連計画',
  unit: '組織',
  taxonomy: '分類体系',
  termNote: '用語',
  decision: '決定',
  waiver: '点検の例外',
  ledgerEntry: '変更台帳の記録',
}

function idOfOnly(type: SubjectType, { planId, concept }: PlanSide['plan']): string {
  if (type === 'vision') return concept.vision.id
  return type === 'plan' ? planId : ''
}

/** What a subject is called in one of the plans; undefined if it is not there. */
function namedIn(side: PlanSide, type: SubjectType, key: string): Named | undefined {
  const { plan } = side
  if (type === 'vision') return { label: plan.labels.vision, name: '' }
  if (type === 'item') {
    const item = side.members.items.get(key)
    return item && { label: plan.labels[item.kind], name: item.title }
  }
  if (type === 'project') {
    const project = side.members.projects.get(key)
    return project && { label: plan.labels.project, name: project.title }
  }
  if (type === 'logicModel') {
    const model = side.members.logicModels.get(key)
    return model && { label: `${itemName(side, model.measureId)}の${defaultLabels[type]}`, name: '' }
  }
  const name = key === '' ? '' : nameIn(side, type, key)
  return name === undefined ? undefined : { label: defaultLabels[type], name }
}

function nameIn(side: PlanSide, type: SubjectType, key: string): string | undefined {
  const { members, plan } = side
  switch (type) {
    case 'indicator':
      return members.indicators.get(key)?.name
    case 'dataPoint':
      return members.dataPoints.get(key)?.label
    case 'evidence':
      return members.evidence.get(key)?.to.ref
    case 'relatedPlan':
      return members.relatedPlans.get(key)?.name
    case 'unit':
      return members.units.get(key)?.name
    case 'decision':
      return members.decisions.get(key)?.title
    case 'waiver':
      return members.waivers.get(key)?.ruleId
    case 'guiding-principle':
      return plan.concept.principles.find(({ id }) => id === key)?.title
    case 'design-feature':
      return featuresOf(plan).find(({ id }) => id === key)?.name
    case 'ledgerEntry':
      return eraDay(plan.ledger.find(({ id }) => id === key)?.date ?? '')
    default:
      return key
  }
}

const featuresOf = ({ concept: { grandDesign } }: PlanSide['plan']) =>
  grandDesign ? [...grandDesign.zones, ...grandDesign.axes, ...grandDesign.hubs] : []

/** The item a subject is, or belongs to. */
function holderOf({ members }: PlanSide, type: SubjectType, key: string): string | undefined {
  switch (type) {
    case 'item':
      return key
    case 'indicator':
      return members.indicators.get(key)?.itemId
    case 'project':
      return members.projects.get(key)?.parentId
    case 'logicModel':
      return members.logicModels.get(key)?.measureId
    case 'evidence':
      return evidenceHolder(members, members.evidence.get(key)?.from.split('/')[0] ?? '')
    default:
      return undefined
  }
}

const evidenceHolder = (members: PlanSide['members'], id: string) => members.indicators.get(id)?.itemId ?? id
