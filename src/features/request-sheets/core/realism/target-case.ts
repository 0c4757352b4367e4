import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Answers, SheetField } from '../fields.ts'
import { directionLabels } from '../measure-facts.ts'

type Dated = { fiscalYear: number; value: number }

/** What is known about a target while a section enters it. */
export type TargetCase = {
  unit: string
  /** 1: more is better, −1: less is better, 0: not said, or to be kept. */
  sign: 1 | -1 | 0
  baseline: { fiscalYear: number; value: number | undefined }
  target: { fiscalYear: number; value: number | undefined }
  actuals: Dated[]
  /** Present where the source is a survey; `answers` when it is known how many there were. */
  survey?: { answers?: number }
  peers?: Peers
  frame?: FrameFacts
  /** The same indicator in other plans, as far as this plan holds it. */
  related: (Dated & { planName: string })[]
}

export type Peers = {
  label: string
  groupName: string
  n: number
  own: number
  mean: number
  unit: string
  score?: number
}

/** 計画フレーム beside the last count of residents. */
export type FrameFacts = { year: number; persons: number; presentYear: number; presentPersons: number }

type Written = {
  fields: readonly SheetField[]
  answers: Answers
  indicator: Indicator | undefined
  defaultYear: number
}

/** The target as it stands on the sheet; what the sheet does not ask is taken from the plan. Undefined without a target field. */
export function targetCase({ fields, answers, indicator, defaultYear }: Written): TargetCase | undefined {
  const answerTo = (prefill: string) => {
    const field = fields.find((one) => one.prefill === prefill)
    return field ? (answers[field.id] ?? '') : undefined
  }
  if (answerTo('target') === undefined) return undefined
  const year = (text: string | undefined, otherwise: number) =>
    text && /^\d{4}$/.test(text) ? Number(text) : otherwise
  return {
    unit: answerTo('unit') ?? indicator?.unit ?? '',
    sign: signOf(answerTo('direction'), indicator),
    baseline: {
      fiscalYear: year(answerTo('baselineYear'), indicator?.baseline.fiscalYear ?? defaultYear),
      value: numberIn(answerTo('baseline')) ?? indicator?.baseline.value ?? undefined,
    },
    target: {
      fiscalYear: year(answerTo('targetYear'), indicator?.target?.fiscalYear ?? defaultYear),
      value: numberIn(answerTo('target')),
    },
    actuals: (indicator?.actuals ?? [])
      .flatMap(({ fiscalYear, value }) => (value === null ? [] : [{ fiscalYear, value }]))
      .sort((a, b) => a.fiscalYear - b.fiscalYear),
    ...(indicator?.source.kind === 'survey' ? { survey: {} } : {}),
    related: [],
  }
}

function signOf(direction: string | undefined, indicator: Indicator | undefined): TargetCase['sign'] {
  const said = direction || (indicator?.direction ? directionLabels[indicator.direction] : '')
  if (said === directionLabels.increase) return 1
  return said === directionLabels.decrease ? -1 : 0
}

const numberIn = (text: string | undefined) => {
  const plain = (text ?? '')
    .normalize('NFKC')
    .replaceAll(',', '')
    .replace(/^[△▲−]/, '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** Improvement a year that the target asks for; undefined where it cannot be said. */
export function neededPace({ baseline, target, sign }: TargetCase): number | undefined {
  const years = target.fiscalYear - baseline.fiscalYear
  if (sign === 0 || years <= 0 || baseline.value === undefined || target.value === undefined) return undefined
  return (sign * (target.value - baseline.value)) / years
}

/** The largest mean yearly improvement over any three consecutive records; of only two, their difference. */
export function bestPace({ actuals, sign }: TargetCase): number | undefined {
  if (sign === 0) return undefined
  const step = actuals.length === 2 ? 1 : 2
  const paces = actuals.slice(step).flatMap((last, at) => {
    const first = actuals[at]
    const years = first ? last.fiscalYear - first.fiscalYear : 0
    return first && years > 0 ? [(sign * (last.value - first.value)) / years] : []
  })
  return paces.length === 0 ? undefined : Math.max(...paces)
}

/** A figure for a sentence: at most one decimal, two below one. */
export function shown(value: number | undefined): string {
  if (value === undefined) return '（なし）'
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 1 ? 2 : 1 })
}
