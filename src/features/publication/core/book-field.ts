import type { PlanNode } from '#src/features/plan/core/plan-tree.ts'
import type { Measure, PlanItem } from '#src/formats/plan-item.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { splitBindings } from '#src/lib/text/binding.ts'
import { formatNumber } from '#src/lib/text/number-format.ts'
import { type BookIndicator, bookIndicator, inOrder } from './book-indicator.ts'
import { type BookMeasure, type BookSource, bookMeasure } from './book-measure.ts'
import { phrasesOf } from './phrases.ts'

/** One field (分野・政策 at the top) with its measures. */
export type BookField = {
  id: string
  number: string
  title: string
  phrases: string[]
  goal: string
  lead: string
  token: (typeof looks)[number]['token'] | 'gray'
  pattern: string
  patternName: string
  facts: { value: string; label: string; asOf: string }[]
  voice: BookMeasure['voices'][number] | null
  /** Of the field itself. */
  indicators: BookIndicator[]
  measures: BookMeasure[]
}

/** Colour and traditional pattern by place: colour is beauty, number and pattern carry the meaning. */
const looks = [
  { token: 'orange', pattern: 'dots', patternName: '豆絞り' },
  { token: 'magenta', pattern: 'shippo', patternName: '七宝' },
  { token: 'green', pattern: 'seigaiha', patternName: '青海波' },
  { token: 'blue', pattern: 'ichimatsu', patternName: '市松' },
  { token: 'cyan', pattern: 'yabane', patternName: '矢羽根' },
  { token: 'purple', pattern: 'uroko', patternName: '鱗' },
] as const
const plainLook = { token: 'gray', pattern: 'plain', patternName: '無地' } as const

/** The fields of the plan; measures that stand above all fields form one without a number at the end. */
export function bookFields(tree: readonly PlanNode[], source: BookSource): BookField[] {
  const policies = tree.filter(({ item }) => item.kind === 'policy')
  const loose = tree.filter(({ item }) => item.kind === 'measure')
  const fields = policies.map((node, position) => bookField(node, position, source))
  if (loose.length === 0) return fields
  const measures = loose.flatMap((node) => measuresBelow(node, '', source))
  const { measure } = source.plan.labels
  const rest = {
    id: 'loose',
    number: '',
    title: measure,
    phrases: [measure],
    goal: '',
    lead: '',
    facts: [],
    voice: null,
  }
  return [...fields, { ...rest, ...(looks[fields.length] ?? plainLook), indicators: [], measures }]
}

function bookField({ item, children }: PlanNode, position: number, source: BookSource): BookField {
  const { plan, writer, numbers } = source
  const measures = children.flatMap((child) => measuresBelow(child, '', source))
  return {
    id: item.id,
    number: numbers.get(item.id) ?? '',
    title: writer.title(item.title),
    phrases: phrasesOf(writer.title(item.title)),
    goal: item.kind === 'policy' ? writer.line(item.desiredState) : '',
    lead: writer.line(item.summary),
    ...(looks[position] ?? plainLook),
    facts: factsOf(children, source),
    voice: measures.flatMap(({ voices }) => voices)[0] ?? null,
    indicators: inOrder(plan.indicators.filter(({ itemId }) => itemId === item.id)).map((one) =>
      bookIndicator(one, source),
    ),
    measures,
  }
}

/** A measure itself, or the measures of a second policy level, which keep its number and title as their group. */
function measuresBelow(node: PlanNode, group: string, source: BookSource): BookMeasure[] {
  if (isMeasure(node)) return [bookMeasure(node, group, source)]
  if (node.item.kind !== 'policy') return []
  const number = source.numbers.get(node.item.id) ?? ''
  const title = `${number} ${source.writer.line(node.item.title)}`.trim()
  return node.children.flatMap((child) => measuresBelow(child, title, source))
}

const isMeasure = (node: PlanNode): node is PlanNode & { item: Measure } => node.item.kind === 'measure'

const mostFacts = 3

/** Figures the texts of the field quote, as the texts write them. Small cells stay hidden. */
function factsOf(nodes: readonly PlanNode[], { plan }: BookSource): BookField['facts'] {
  const points = new Map(
    plan.dataPoints.filter(({ suppressed }) => !suppressed).map((point) => [point.id, point]),
  )
  const facts = new Map<string, BookField['facts'][number]>()
  for (const piece of nodes.flatMap(textsOf).flatMap(splitBindings)) {
    if (!('binding' in piece)) continue
    const point = points.get(piece.binding.id)
    if (!point || facts.has(point.id)) continue
    const value = `${formatNumber(point.value, piece.binding.format)}${point.unit}`
    facts.set(point.id, { value, label: point.label, asOf: asOfWords(point.asOf) })
  }
  return [...facts.values()].slice(0, mostFacts)
}

const textsOf = ({ item, children }: PlanNode): string[] => [...ownTexts(item), ...children.flatMap(textsOf)]

function ownTexts(item: PlanItem): string[] {
  if (item.kind !== 'measure') return [item.summary]
  return [...item.situation, ...item.issues].map(({ text }) => text)
}

const asOfWords = (asOf: string) => (/^\d{4}-\d{2}-\d{2}$/.test(asOf) ? eraDay(asOf) : asOf)
