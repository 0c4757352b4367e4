import type { PlanDocument } from '#src/formats/plan-document.ts'
import { numbersOf } from '../numbering.ts'
import { type ChangeKind, isShown, type PlanChange, type Weight } from './plan-change.ts'

export type WeightCounts = Record<Weight, number>

/** The changes of a measure, or those of a policy that belong to no measure (`id` is then undefined). */
export type MeasureChanges = {
  id?: string
  title: string
  number: string
  counts: WeightCounts
  changes: PlanChange[]
}
/** The changes below one policy; without id those of the basic concept, the registers and the plan itself. */
export type PolicyChanges = {
  id?: string
  title: string
  number: string
  counts: WeightCounts
  measures: MeasureChanges[]
}

/** The changes a page shows, by policy and measure, in the order they come in; numbers are those of the newer plan. */
export function groupChanges(
  changes: readonly PlanChange[],
  { before, after }: { before: PlanDocument; after: PlanDocument },
): PolicyChanges[] {
  const shown = changes.filter(isShown)
  const nameOf = namesIn(before, after)
  return groupBy(shown, ({ subject }) => subject.policyId).map(([policyId, ofPolicy]) => ({
    ...(policyId ? { id: policyId } : {}),
    ...nameOf(policyId, '計画全体'),
    counts: countsOf(ofPolicy),
    measures: groupBy(ofPolicy, ({ subject }) => subject.measureId).map(([measureId, own]) => ({
      ...(measureId ? { id: measureId } : {}),
      ...nameOf(measureId, policyId ? '政策全体' : '計画全体'),
      counts: countsOf(own),
      changes: own,
    })),
  }))
}

function namesIn(before: PlanDocument, after: PlanDocument) {
  const titles = new Map([...before.items, ...after.items].map(({ id, title }) => [id, title]))
  const numbers = numbersOf(after)
  return (id: string | undefined, otherwise: string) => ({
    title: titles.get(id ?? '') ?? otherwise,
    number: numbers.get(id ?? '') ?? '',
  })
}

function groupBy(
  changes: readonly PlanChange[],
  keyOf: (change: PlanChange) => string | undefined,
): [string | undefined, PlanChange[]][] {
  const groups = new Map<string | undefined, PlanChange[]>()
  for (const change of changes) {
    const own = groups.get(keyOf(change))
    if (own) own.push(change)
    else groups.set(keyOf(change), [change])
  }
  return [...groups]
}

export function countsOf(changes: readonly PlanChange[]): WeightCounts {
  const counts: WeightCounts = { major: 0, normal: 0, minor: 0 }
  for (const { weight } of changes) counts[weight] += 1
  return counts
}

/** 変更の重さ: what each weight is called. */
export const weightLabels: Record<Weight, string> = {
  major: '大きな変更',
  normal: '変更',
  minor: '小さな変更',
}

/** 変更の種類: the words of each kind, in the order of the summary. */
export const changeKindLabels: Record<ChangeKind, string> = {
  added: '追加',
  removed: '削除',
  moved: '移動',
  split: '分割',
  merged: '統合',
  replaced: '置換え',
  renamed: '名称の変更',
  'target-weakened': '目標の引下げ',
  'target-strengthened': '目標の引上げ',
  'target-set': '目標の設定',
  'target-changed': '目標の変更',
  'deadline-moved': '目標年度の変更',
  'baseline-changed': '基準値の変更',
  'definition-changed': '定義・算出方法の変更',
  'unit-changed': '単位の変更',
  'priority-changed': '重点施策の変更',
  'owner-changed': '主管課などの変更',
  'text-changed': '文章の変更',
  'tag-changed': 'タグの変更',
  'evidence-changed': '根拠の変更',
  'value-updated': '数値の更新',
  'field-changed': 'その他の変更',
  reordered: '順番の変更',
  renumbered: '番号だけの変更',
  'version-changed': '版の変更',
  'stored-order-changed': '並びだけの変更',
}

/** 追加3件、削除1件、目標の引下げ2件がありました。 Pure renumberings are not counted. */
export function changeSummary(changes: readonly PlanChange[]): string {
  const counts = new Map<ChangeKind, number>()
  for (const { kind } of changes.filter(isShown)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const kinds = Object.keys(changeKindLabels) as ChangeKind[]
  const words = kinds.flatMap((kind) => {
    const count = counts.get(kind)
    return count ? [`${changeKindLabels[kind]}${count}件`] : []
  })
  return words.length === 0 ? '変更はありません。' : `${words.join('、')}がありました。`
}
