import { weightOf } from './change-weights.ts'
import type { ChangeFacts, ChangeKind, ChangeSubject, FactsOf, PlanChange } from './plan-change.ts'
import { itemName, type PlanSide, unitName } from './plan-side.ts'
import type { PlanSides } from './plan-sides.ts'
import { baselineSentence, deadlineSentence, targetSentence, valueSentence } from './target-sentences.ts'

/** A change with its weight and its sentence. */
export function changeWithWords(facts: ChangeFacts, sides: PlanSides): PlanChange {
  const kind = (
    sides.after.members.items.get(facts.subject.id) ?? sides.before.members.items.get(facts.subject.id)
  )?.kind
  return { ...facts, weight: weightOf(facts, kind), sentence: sentenceOf(facts, sides) }
}

type Sentences = { [Kind in ChangeKind]: (facts: FactsOf<Kind>, sides: PlanSides) => string }

const sentences: Sentences = {
  added: ({ subject }) => `${named(subject)}を追加しました。`,
  removed: ({ subject }) => `${named(subject)}を削除しました。`,
  moved: ({ subject, before, after }, sides) =>
    `${named(subject)}を${itemName(sides.before, before.parentId)}から${itemName(sides.after, after.parentId)}へ移しました。`,
  reordered: ({ subject, before, after }) =>
    `${named(subject)}の順番を変えました${numbersWords(before.number, after.number)}。`,
  renumbered: ({ before, after }) => `番号だけが変わりました${numbersWords(before.number, after.number)}。`,
  renamed: ({ subject, before, after }) =>
    subject.name === '' && subject.type !== 'plan'
      ? `${subject.label}を「${before}」から「${after}」に改めました。`
      : `${subject.label}名を「${before}」から「${after}」に改めました。`,
  split: ({ from, into }, { before, after }) =>
    `${from.map((id) => itemName(before, id)).join('・')}を${titles(after, into)}に分けました。`,
  merged: ({ from, into }, { before, after }) =>
    `${titles(before, from)}を${into.map((id) => itemName(after, id)).join('・')}にまとめました。`,
  replaced: ({ from, into }, { before, after }) =>
    `${from.map((id) => itemName(before, id)).join('と')}を${titles(after, into)}に置き換えました。`,
  'target-weakened': targetSentence,
  'target-strengthened': targetSentence,
  'target-set': targetSentence,
  'target-changed': targetSentence,
  'deadline-moved': deadlineSentence,
  'baseline-changed': baselineSentence,
  'definition-changed': (facts) =>
    `${named(facts.subject)}の${facts.label}を${fromTo(facts)}改めました。以前の値とそのままでは比べられません。`,
  'unit-changed': ({ subject, before, after, onlySpelling }) =>
    onlySpelling
      ? `${named(subject)}の単位の書き方を「${before}」から「${after}」にそろえました。`
      : `${named(subject)}の単位を「${before}」から「${after}」に変えました。以前の値とそのままでは比べられません。`,
  'owner-changed': ownerSentence,
  'text-changed': textSentence,
  'tag-changed': tagSentence,
  'priority-changed': ({ subject, after }) => {
    const label = subject.type === 'project' ? '重点事業' : '重点施策'
    return after
      ? `${named(subject)}を${label}に位置付けました。`
      : `${named(subject)}の${label}としての位置付けを外しました。`
  },
  'evidence-changed': ({ subject, action, target }) =>
    `${target}の根拠「${subject.name}」を${{ added: '加えました', removed: '外しました', changed: '改めました' }[action]}。`,
  'value-updated': valueSentence,
  'field-changed': (facts) => `${named(facts.subject)}の${facts.label}を${fromTo(facts)}改めました。`,
  'version-changed': ({ before, after }) => `版が「${before}」から「${after}」に変わりました。`,
  'stored-order-changed': ({ label }) => `${label}の並びだけが変わりました。`,
}

function sentenceOf<Kind extends ChangeKind>(facts: FactsOf<Kind>, sides: PlanSides): string {
  const sentence = sentences[facts.kind as Kind]
  return sentence(facts, sides)
}

/** 施策「防犯対策」; what has no name of its own by its label. */
const named = ({ label, name }: ChangeSubject) => (name === '' ? label : `${label}「${name}」`)

const titles = ({ members }: PlanSide, ids: readonly string[]) =>
  ids.map((id) => `「${members.items.get(id)?.title ?? id}」`).join('と')

const numbersWords = (before: string, after: string) =>
  before && after && before !== after ? `（${before} → ${after}）` : ''

const fromTo = ({ before, after }: { before?: string; after?: string }) =>
  before === undefined || after === undefined || before === after ? '' : `「${before}」から「${after}」に`

function ownerSentence(
  { subject, label, before, after, byReorganization }: FactsOf<'owner-changed'>,
  sides: PlanSides,
) {
  const names = (ids: readonly string[]) => ids.map((id) => unitName(sides, id)).join('、')
  const came = names(after.filter((id) => !before.includes(id)))
  const left = names(before.filter((id) => !after.includes(id)))
  const reason = byReorganization ? '（組織改編）' : ''
  if (came && left) return `${named(subject)}の${label}が${left}から${came}に変わりました${reason}。`
  if (came) return `${named(subject)}の${label}に${came}を加えました。`
  return left
    ? `${named(subject)}の${label}から${left}を外しました。`
    : `${named(subject)}の${label}の順番を変えました。`
}

const actionWords = {
  rewritten: '書き改めました',
  added: '加えました',
  removed: '削除しました',
  reordered: '順番を変えました',
} as const

function textSentence({ subject, field, label, action, position }: FactsOf<'text-changed'>): string {
  const unit = field === 'situation' || field === 'text' ? '段落' : '項'
  const place = position === undefined ? '' : `の第${position}${unit}`
  if (action === 'reordered') return `${named(subject)}の${label}の${unit}の順番を変えました。`
  return `${named(subject)}の${label}${place}を${actionWords[action]}。`
}

function tagSentence({ subject, label, added, removed }: FactsOf<'tag-changed'>): string {
  const came = added.length > 0 ? `${added.map(quoted).join('')}を加え` : ''
  const left = removed.length > 0 ? `${removed.map(quoted).join('')}を外し` : ''
  return `${named(subject)}の${label}${came ? 'に' : 'から'}${[came, left].filter(Boolean).join('、')}ました。`
}

const quoted = (words: string) => `「${words}」`
