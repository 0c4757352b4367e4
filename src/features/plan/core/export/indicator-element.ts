import type { Indicator, YearValue } from '#src/formats/plan-indicator.ts'
import { decimalText } from './decimal-text.ts'
import type { InformationLine } from './information-lines.ts'
import { linesOf } from './information-lines.ts'
import { indicatorLineKeys, indicatorShape } from './plan-shapes.ts'
import {
  belongingLines,
  fieldLines,
  firstDay,
  identifier,
  lastDay,
  otherInformation,
  type Writing,
} from './writing.ts'
import { group, present, type WrittenElement, words } from './xml-element.ts'

/** Where an indicator stands: its place among its item's, and the item whose element holds it. */
export type IndicatorPlace = { at: number; holderId: string }

/** 指標 as a PerformanceIndicator. */
export function indicatorElement(
  indicator: Indicator,
  place: IndicatorPlace,
  writing: Writing,
): WrittenElement {
  const stage = stages[indicator.kind]
  return {
    name: 'PerformanceIndicator',
    attributes: { ...(stage ? { ValueChainStage: stage } : {}), PerformanceIndicatorType: 'Quantitative' },
    content: present([
      { name: 'MeasurementDimension', content: indicator.name },
      { name: 'UnitOfMeasurement', content: indicator.unit },
      identifier(indicator.id, writing),
      ...indicator.sharedWith.map(({ planId }) => sharedElement(planId, writing)),
      group('MeasurementInstance', [...targetElements(indicator), ...actualElements(indicator)]),
      otherInformation([
        ...placeLines(indicator, place),
        ...fieldLines(
          {
            room: 'indicator',
            shape: indicatorShape,
            value: indicator,
            keys: indicatorLineKeys.filter((key) => key !== 'kind' || indicator.kind === 'perception'),
          },
          writing,
        ),
        ...valueLines(indicator, writing),
        ...belongingLines(indicator.id, writing),
      ]),
    ]),
  }
}

const stages = { outcome: 'Outcome', perception: 'Outcome', output: 'Output', context: undefined } as const

/** A place that does not follow from where the element stands. */
const placeLines = ({ itemId, order }: Indicator, { at, holderId }: IndicatorPlace): InformationLine[] => [
  ...(itemId === holderId ? [] : [{ key: 'itemId', value: itemId }]),
  ...(order === at + 1 ? [] : [{ key: 'order', value: String(order) }]),
]

function sharedElement(planId: string, { plan }: Writing): WrittenElement {
  return {
    name: 'Relationship',
    attributes: { RelationshipType: 'Peer_To' },
    content: present([
      words('ReferentIdentifier', planId),
      words('Name', plan.relatedPlans.find(({ id }) => id === planId)?.name),
    ]),
  }
}

/** Values that a result in StratML cannot say in full stand as lines, and the lines then say all of them. */
function valueLines(
  { baseline, target, actuals, sharedWith }: Indicator,
  { tally }: Writing,
): InformationLine[] {
  const isOdd = actuals.some(
    ({ provisional, recordedOn, restates }) =>
      provisional || recordedOn !== undefined || restates !== undefined,
  )
  const odd = {
    target: target && target.kind === 'value' ? undefined : target,
    actuals: isOdd ? actuals : undefined,
    sharedWith: sharedWith.some((shared) => shared.target) ? sharedWith : undefined,
  }
  const lines = linesOf(indicatorShape, odd, Object.keys(odd))
  for (const { key } of lines) tally.add('kept-as-words', `indicator.${key}`)
  if (baseline.missingReason === '') return lines
  tally.add('kept-as-words', 'indicator.baseline')
  return [...lines, { key: 'missingReason', value: JSON.stringify(baseline.missingReason) }]
}

const targetElements = ({ interim, target }: Indicator): WrittenElement[] => [
  ...interim.map((value) => resultElement('TargetResult', value, 'Interim')),
  ...(target ? [resultElement('TargetResult', target, 'Target')] : []),
]

const actualElements = ({ baseline, actuals }: Indicator): WrittenElement[] => [
  resultElement('ActualResult', baseline, 'Baseline'),
  ...actuals.map((value) =>
    resultElement('ActualResult', value, value.provisional ? 'Provisional' : undefined),
  ),
]

/** A value of a fiscal year, 1 April to 31 March. An unknown value has no NumberOfUnits. */
function resultElement(
  name: 'TargetResult' | 'ActualResult',
  { fiscalYear, value, comment }: YearValue,
  status: string | undefined,
): WrittenElement {
  return {
    name,
    content: present([
      words('StartDate', firstDay(fiscalYear)),
      words('EndDate', lastDay(fiscalYear)),
      value === null ? undefined : words('NumberOfUnits', decimalText(value)),
      status
        ? group('Descriptor', [words('DescriptorName', 'Status'), words('DescriptorValue', status)])
        : undefined,
      words('Description', comment),
    ]),
  }
}
