import { z } from 'zod'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { decimalNumber, optionalWholeNumber } from '#src/lib/form/decimal-number.ts'
import { criterionEntered, readCriterion } from './change-criterion.ts'
import { type Entered, type Problems, rowsOf, textOf, wordsOf } from './entered.ts'

const show = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value)

/** An indicator as fields of a form. Values by year are rows, so that a year more is a row more. */
export function indicatorEntered(indicator: Indicator): Entered {
  const { baseline, target, formula, source, rationale, note } = indicator
  const fields: Record<string, string> = {
    name: indicator.name,
    kind: indicator.kind,
    definition: indicator.definition,
    unit: indicator.unit,
    direction: indicator.direction ?? '',
    accumulation: indicator.accumulation ?? '',
    cumulativeFrom: show(indicator.cumulativeFrom),
    numerator: formula?.numerator ?? '',
    denominator: formula?.denominator ?? '',
    denominatorSource: formula?.denominatorSource ?? '',
    mayExceed100: indicator.mayExceed100 ? 'yes' : '',
    sourceKind: source.kind,
    sourceRef: source.ref,
    frequency: indicator.frequency,
    availableFrom: indicator.availableFrom,
    dataLagMonths: show(indicator.dataLagMonths),
    baselineYear: show(baseline.fiscalYear),
    baselineValue: show(baseline.value),
    baselineMissing: baseline.missingReason,
    targetKind: target?.kind ?? 'value',
    targetYear: show(target?.fiscalYear),
    targetValue: show(target?.value),
    targetLow: show(target?.low),
    targetHigh: show(target?.high),
    basis: rationale.basis ?? '',
    rationale: rationale.text,
    whyThis: note.whyThis,
    howMeasured: note.howMeasured,
    limits: note.limits,
    criterionFixedOn: note.criterionFixedOn ?? '',
    ownerId: indicator.ownerId ?? '',
    disaggregation: indicator.disaggregation.join('、'),
    isHeadline: indicator.isHeadline ? 'yes' : '',
    ...criterionEntered(note.changeCriterion),
  }
  for (const [index, { fiscalYear, value }] of indicator.interim.entries()) {
    fields[`interim-${index + 1}-year`] = String(fiscalYear)
    fields[`interim-${index + 1}-value`] = show(value)
  }
  for (const [index, actual] of indicator.actuals.entries()) {
    fields[`actual-${index + 1}-year`] = String(actual.fiscalYear)
    fields[`actual-${index + 1}-value`] = show(actual.value)
    fields[`actual-${index + 1}-comment`] = actual.comment
    fields[`actual-${index + 1}-provisional`] = actual.provisional ? 'yes' : ''
  }
  return fields
}

type Read = { problems: Problems } | { problems?: undefined; changes: Partial<Indicator> }

/** Reads the form back; every number that is none, and every year twice, is a problem beside its field. */
export function readIndicator(entered: Entered, indicator: Indicator, unitIds: ReadonlySet<string>): Read {
  const problems: Problems = {}
  const reader = fieldReader(entered, problems)
  if (!textOf(entered, 'name')) problems['name'] = '指標名を書いてください'
  const changes: Partial<Indicator> = {
    name: textOf(entered, 'name'),
    kind: reader.oneOf('kind', ['outcome', 'output', 'perception', 'context']) ?? indicator.kind,
    definition: textOf(entered, 'definition'),
    unit: textOf(entered, 'unit'),
    direction: reader.oneOf('direction', ['increase', 'decrease', 'maintain']) ?? null,
    accumulation: reader.oneOf('accumulation', ['annual', 'cumulative', 'point']) ?? null,
    mayExceed100: entered['mayExceed100'] === 'yes',
    source: {
      kind: reader.oneOf('sourceKind', ['statistic', 'survey', 'ledger', 'report', 'other']) ?? 'other',
      ref: textOf(entered, 'sourceRef'),
    },
    formula: readFormula(entered),
    frequency: textOf(entered, 'frequency'),
    availableFrom: textOf(entered, 'availableFrom'),
    dataLagMonths: reader.whole('dataLagMonths'),
    ...readValues(entered, indicator, { reader, problems }),
    rationale: {
      basis: reader.oneOf('basis', ['trend', 'peer', 'plan', 'law', 'capacity', 'survey']) ?? null,
      text: textOf(entered, 'rationale'),
    },
    note: {
      whyThis: textOf(entered, 'whyThis'),
      howMeasured: textOf(entered, 'howMeasured'),
      limits: textOf(entered, 'limits'),
      changeCriterion: readCriterion(entered, problems),
      criterionFixedOn: reader.day('criterionFixedOn'),
    },
    ownerId: unitIds.has(textOf(entered, 'ownerId')) ? textOf(entered, 'ownerId') : null,
    disaggregation: wordsOf(entered['disaggregation'] ?? ''),
    isHeadline: entered['isHeadline'] === 'yes',
  }
  const cumulativeFrom = reader.year('cumulativeFrom')
  if (cumulativeFrom !== null) changes.cumulativeFrom = cumulativeFrom
  return Object.keys(problems).length > 0 ? { problems } : { changes }
}

function readFormula(entered: Entered): Indicator['formula'] {
  const [numerator, denominator] = [textOf(entered, 'numerator'), textOf(entered, 'denominator')]
  if (!numerator && !denominator) return null
  return { numerator, denominator, denominatorSource: textOf(entered, 'denominatorSource') }
}

type Reading = { reader: ReturnType<typeof fieldReader>; problems: Problems }

function readValues(entered: Entered, indicator: Indicator, reading: Reading) {
  const { reader, problems } = reading
  const baselineYear = reader.year('baselineYear') ?? indicator.baseline.fiscalYear
  const targetYear = reader.year('targetYear')
  const kind = reader.oneOf('targetKind', ['value', 'range', 'monitor-only']) ?? 'value'
  const [low, high] = [reader.number('targetLow'), reader.number('targetHigh')]
  const targetValue = reader.number('targetValue')
  if (low !== null && high !== null && low > high) problems['targetHigh'] = '上限は下限より大きくしてください'
  const interim = readYears(entered, 'interim', reading)
  const actuals = readYears(entered, 'actual', reading).map((one) => {
    const before = indicator.actuals.find(({ fiscalYear }) => fiscalYear === one.fiscalYear)
    const provisional = entered[`actual-${one.row}-provisional`] === 'yes'
    const { row, ...value } = one
    return { ...before, ...value, comment: textOf(entered, `actual-${row}-comment`), provisional }
  })
  return {
    baseline: {
      ...indicator.baseline,
      fiscalYear: baselineYear,
      value: reader.number('baselineValue'),
      missingReason: textOf(entered, 'baselineMissing'),
    },
    interim: interim.map(({ row: _, ...value }) => value),
    target:
      targetYear === null
        ? null
        : {
            comment: indicator.target?.comment ?? '',
            fiscalYear: targetYear,
            value: kind === 'value' ? targetValue : null,
            kind,
            ...(kind === 'range' && low !== null ? { low } : {}),
            ...(kind === 'range' && high !== null ? { high } : {}),
          },
    actuals,
  }
}

/** Rows of year and value, in the order of the years; a row with neither is none. */
function readYears(entered: Entered, prefix: string, { reader, problems }: Reading) {
  const seen = new Set<number>()
  const rows = rowsOf(entered, prefix, 'year').flatMap((row) => {
    const yearField = `${prefix}-${row}-year`
    const fiscalYear = reader.year(yearField)
    const value = reader.number(`${prefix}-${row}-value`)
    if (fiscalYear === null && value === null) return []
    if (fiscalYear === null) {
      problems[yearField] ??= '何年度の値か書いてください'
      return []
    }
    if (seen.has(fiscalYear)) problems[yearField] = '同じ年度が2回あります'
    seen.add(fiscalYear)
    return [{ row, fiscalYear, value, comment: '' }]
  })
  return rows.sort((a, b) => a.fiscalYear - b.fiscalYear)
}

/** Reads single fields; what cannot be read is put down as a problem and read as blank. */
export function fieldReader(entered: Entered, problems: Problems) {
  const read = <Value>(name: string, schema: z.ZodType<Value>): Value | null => {
    const result = schema.safeParse(entered[name] ?? '')
    if (result.success) return result.data
    problems[name] ??= result.error.issues[0]?.message ?? '書き直してください'
    return null
  }
  const number = decimalNumber('数字で書いてください。分からないときは空けておきます')
  const whole = optionalWholeNumber('整数で書いてください')
  return {
    number: (name: string) => read(name, number),
    whole: (name: string) => read(name, whole),
    year: (name: string) =>
      read(
        name,
        whole.refine(
          (year) => year === null || (year >= 1950 && year <= 2150),
          '年度は西暦4けたで書いてください（例：2026）',
        ),
      ),
    day: (name: string) =>
      read(
        name,
        z
          .string()
          .trim()
          .refine(
            (text) => text === '' || z.iso.date().safeParse(text).success,
            '日付は 2026-04-01 の形で書いてください',
          )
          .transform((text) => text || null),
      ),
    oneOf: <const Word extends string>(name: string, words: readonly Word[]): Word | undefined =>
      words.find((word) => word === entered[name]),
  }
}
