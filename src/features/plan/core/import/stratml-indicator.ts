import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { fiscalYearOf } from '#src/lib/japanese/fiscal-year.ts'
import type { XmlElement } from '#src/lib/xml/read-xml.ts'
import { dateIn } from './check-stratml.ts'
import type { ImportFinding } from './import-finding.ts'
import { allOf, one, wordsIn } from './xml-words.ts'

type Reading = {
  newId: (kind: string) => string
  itemId: string
  order: number
  period: PlanDocument['period']
  findings: ImportFinding[]
}

/** A PerformanceIndicator: results as values by fiscal year; an actual marked Baseline is the baseline. */
export function readIndicator(element: XmlElement, reading: Reading): Partial<Indicator> {
  const { newId, itemId, order, period } = reading
  const instances = allOf(element, 'MeasurementInstance')
  const targets = instances
    .flatMap((instance) => allOf(instance, 'TargetResult'))
    .flatMap((one) => resultOf(one, reading))
  const results = instances
    .flatMap((instance) => allOf(instance, 'ActualResult'))
    .flatMap((one) => resultOf(one, reading))
  const [firstYear, lastYear] = period.fiscalYears
  const baseline = results.find(({ isBaseline }) => isBaseline) ?? results[0]
  const inOrder = [...targets].sort((a, b) => a.fiscalYear - b.fiscalYear)
  const target = inOrder.at(-1)
  const stage = (element.attributes['ValueChainStage'] ?? '').toLowerCase()
  const bare = ({ fiscalYear, value, comment }: Value) => ({ fiscalYear, value, comment })
  return {
    id: newId('in'),
    itemId,
    order,
    name: wordsIn(element, 'MeasurementDimension') || '名前のない指標',
    kind: stage.startsWith('output') ? 'output' : stage.startsWith('outcome') ? 'outcome' : 'context',
    unit: wordsIn(element, 'UnitOfMeasurement'),
    definition: wordsIn(element, 'OtherInformation').slice(0, 19_000),
    direction: null,
    accumulation: null,
    source: { kind: 'other', ref: '' },
    baseline: baseline
      ? { ...bare(baseline), missingReason: '' }
      : { fiscalYear: firstYear - 1, value: null, comment: '', missingReason: '' },
    interim: inOrder.slice(0, -1).map(bare),
    target: target
      ? { ...bare(target), kind: 'value' }
      : { fiscalYear: lastYear, value: null, comment: '', kind: 'value' },
    actuals: results.map((result) => ({ ...bare(result), provisional: false })),
  }
}

type Value = { fiscalYear: number; value: number; comment: string; isBaseline: boolean }

/** A result with a number and a year; one without is told and its words are not lost: they stay in the report. */
function resultOf(result: XmlElement, { findings }: Reading): Value[] {
  const typed = wordsIn(result, 'NumberOfUnits').replaceAll(',', '')
  const day = dateIn(result, 'EndDate') ?? dateIn(result, 'StartDate')
  const description = wordsIn(result, 'Description')
  if (typed === '' && !day && !description) return []
  if (!/^-?\d+(\.\d+)?$/.test(typed) || !day) {
    findings.push({
      code: 'invalid-value',
      line: result.line,
      path: `PerformanceIndicator/${result.name}`,
      action: `数か年のない結果を読みませんでした：${[typed, description].filter(Boolean).join(' ').slice(0, 80)}`,
    })
    return []
  }
  const descriptor = one(result, 'Descriptor')
  const isBaseline = /baseline/i.test(wordsIn(descriptor, 'DescriptorValue') || (descriptor?.text ?? ''))
  return [{ fiscalYear: fiscalYearOf(day), value: Number(typed), comment: description, isBaseline }]
}
