import type { PlanDocument } from '#src/formats/plan-document.ts'
import { type Indicator, indicator as indicatorSchema } from '#src/formats/plan-indicator.ts'
import type { Measure } from '#src/formats/plan-item.ts'
import { type SheetField, tableOf } from './fields.ts'
import { accumulationLabels, directionLabels, indicatorsOf, kindLabels } from './measure-facts.ts'

/** The answer to the field that is filled from a fact of the plan; undefined where none was given. */
export type AnswerTo = (prefill: string) => string | undefined

type Given = {
  plan: PlanDocument
  measure: Measure
  answerTo: AnswerTo
  newId: (kind: string) => string
  notes: string[]
}

/** The indicators with those of one sheet in them: the first from its own fields, the others from the table. */
export function compileIndicators(indicators: readonly Indicator[], given: Given): Indicator[] {
  const { plan, measure, answerTo } = given
  const own = indicatorsOf({ ...plan, indicators: [...indicators] }, measure.id)
  const rows = tableRows(answerTo('moreIndicators'))
  const first = firstAnswers(answerTo)
  const saved = [
    ...(first.name || own[0] ? [withAnswers(own[0], { ...given, answers: first, order: 1 })] : []),
    ...rows.map((row, at) => {
      const others = own.slice(1)
      const old = others.find(({ name }) => name === row.name) ?? (row.name ? others[at] : undefined)
      return withAnswers(old, { ...given, answers: row, order: old?.order ?? own.length + at + 1 })
    }),
  ].filter((one) => one !== undefined)
  const changed = new Map(saved.map((one) => [one.id, one]))
  const known = new Set(indicators.map(({ id }) => id))
  return [...indicators.map((one) => changed.get(one.id) ?? one), ...saved.filter(({ id }) => !known.has(id))]
}

type IndicatorAnswers = Partial<
  Record<
    | 'name'
    | 'kind'
    | 'unit'
    | 'direction'
    | 'definition'
    | 'source'
    | 'frequency'
    | 'availableFrom'
    | 'accumulation'
    | 'baselineYear'
    | 'baseline'
    | 'interimYear'
    | 'interim'
    | 'targetYear'
    | 'target'
    | 'rationale',
    string | undefined
  >
>

const firstAnswers = (answerTo: AnswerTo): IndicatorAnswers => ({
  name: answerTo('indicatorName'),
  kind: answerTo('indicatorKind'),
  unit: answerTo('unit'),
  direction: answerTo('direction'),
  definition: answerTo('definition'),
  source: answerTo('source'),
  frequency: answerTo('frequency'),
  availableFrom: answerTo('availableFrom'),
  accumulation: answerTo('accumulation'),
  baselineYear: answerTo('baselineYear'),
  baseline: answerTo('baseline'),
  interimYear: answerTo('interimYear'),
  interim: answerTo('interim'),
  targetYear: answerTo('targetYear'),
  target: answerTo('target'),
  rationale: answerTo('rationale'),
})

const moreColumns = ['name', 'unit', 'direction', 'baseline', 'target', 'rationale'] as const
const moreField: SheetField = {
  id: '',
  label: '',
  kind: 'table',
  isRequired: false,
  rows: 0,
  columns: moreColumns.map((label) => ({ label, kind: 'line' })),
}

const tableRows = (value: string | undefined): IndicatorAnswers[] =>
  tableOf(moreField, value ?? '')
    .map((row) => Object.fromEntries(moreColumns.map((name, at) => [name, row[at] || undefined])))
    .filter((row) => row['name'] !== undefined)

type Saving = Given & { answers: IndicatorAnswers; order: number }

function withAnswers(old: Indicator | undefined, saving: Saving): Indicator | undefined {
  const { plan, measure, answers, order, newId, notes } = saving
  const [start, end] = plan.period.fiscalYears
  const name = answers.name ?? old?.name
  const unit = answers.unit ?? old?.unit
  if (!name || !unit) {
    if (name) notes.push(`「${measure.title}」の指標「${name}」は、単位がないため、計画に入れていません`)
    return undefined
  }
  const before =
    old ??
    indicatorSchema.parse({
      id: newId('in'),
      itemId: measure.id,
      order,
      name,
      kind: 'outcome',
      unit,
      direction: null,
      accumulation: null,
      source: { kind: 'other', ref: '' },
      baseline: { fiscalYear: start - 1, value: null },
      target: { fiscalYear: end, value: null },
      ownerId: measure.lead,
    })
  const target = before.target ?? { fiscalYear: end, value: null, kind: 'value' as const, comment: '' }
  const asksTarget = answers.target !== undefined || answers.targetYear !== undefined
  return {
    ...before,
    name,
    unit,
    kind: keyOf(kindLabels, answers.kind) ?? before.kind,
    direction: keyOf(directionLabels, answers.direction) ?? before.direction,
    accumulation: keyOf(accumulationLabels, answers.accumulation) ?? before.accumulation,
    definition: answers.definition ?? before.definition,
    source: { ...before.source, ref: answers.source ?? before.source.ref },
    frequency: answers.frequency ?? before.frequency,
    availableFrom: answers.availableFrom ?? before.availableFrom,
    interim: withInterim(before.interim, answers),
    baseline: {
      ...before.baseline,
      fiscalYear: yearOf(answers.baselineYear) ?? before.baseline.fiscalYear,
      value: numberOf(answers.baseline) ?? before.baseline.value,
    },
    target: asksTarget
      ? {
          ...target,
          fiscalYear: yearOf(answers.targetYear) ?? target.fiscalYear,
          value: numberOf(answers.target) ?? target.value,
        }
      : before.target,
    rationale: { ...before.rationale, text: answers.rationale ?? before.rationale.text },
  }
}

/** The sheet asks for the first interim value; the others of the plan stay. Without a year there is no place for a value. */
function withInterim(interim: Indicator['interim'], answers: IndicatorAnswers): Indicator['interim'] {
  const [first, ...others] = interim
  const fiscalYear = yearOf(answers.interimYear) ?? first?.fiscalYear
  const value = numberOf(answers.interim) ?? first?.value
  if (fiscalYear === undefined || value === undefined) return interim
  return [{ comment: '', ...first, fiscalYear, value }, ...others]
}

const numberOf = (text: string | undefined) =>
  text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined

const yearOf = (text: string | undefined) => (/^(19|20|21)\d{2}$/.test(text ?? '') ? Number(text) : undefined)

function keyOf<Key extends string>(labels: Readonly<Record<Key, string>>, label: string | undefined) {
  return (Object.keys(labels) as Key[]).find((key) => labels[key] === label)
}
