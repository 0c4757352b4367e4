import type { YearValue } from '#src/formats/plan-indicator.ts'
import type { XmlElement } from '#src/lib/xml/read-xml.ts'
import { baselineShape, indicatorShape } from '../export/plan-shapes.ts'
import { fieldsFrom, type Lines } from './information-fields.ts'
import { allOf, one, textIn } from './xml-words.ts'

type Place = { itemId: string; at: number; lines: Lines }

/** A PerformanceIndicator that this system wrote; a line says more than an element and wins. */
export function readOwnIndicator(element: XmlElement, { itemId, at, lines }: Place): Record<string, unknown> {
  const instance = one(element, 'MeasurementInstance')
  const results = (name: string, status: string) =>
    allOf(instance, name)
      .filter((result) => statusOf(result) === status)
      .map(yearValueOf)
  const [baseline] = results('ActualResult', 'Baseline')
  const [target] = results('TargetResult', 'Target')
  const { missingReason } = fieldsFrom(baselineShape, lines)
  return {
    id: textIn(element, 'Identifier'),
    name: textIn(element, 'MeasurementDimension'),
    unit: textIn(element, 'UnitOfMeasurement'),
    kind: element.attributes['ValueChainStage']?.toLowerCase() ?? 'context',
    direction: null,
    accumulation: null,
    baseline: { ...baseline, ...(missingReason === undefined ? {} : { missingReason }) },
    interim: results('TargetResult', 'Interim'),
    target: target ?? null,
    actuals: results('ActualResult', ''),
    sharedWith: allOf(element, 'Relationship').map((shared) => ({
      planId: textIn(shared, 'ReferentIdentifier'),
    })),
    ...fieldsFrom(indicatorShape, lines),
    itemId,
    order: Number(lines.get('order')?.[0] ?? at + 1),
  }
}

const statusOf = (result: XmlElement) => textIn(one(result, 'Descriptor'), 'DescriptorValue')

function yearValueOf(result: XmlElement): YearValue {
  const number = textIn(result, 'NumberOfUnits')
  return {
    fiscalYear: Number(textIn(result, 'StartDate').slice(0, 4)),
    value: number === '' ? null : Number(number),
    comment: textIn(result, 'Description'),
  }
}
