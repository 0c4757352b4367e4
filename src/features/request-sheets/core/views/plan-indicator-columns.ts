import { basisLabels, sourceKindLabels } from '#src/features/plan/core/labels.ts'
import { indicatorHeaders } from '#src/features/plan/core/workbook/indicator-sheet.ts'
import { targetKinds } from '#src/features/plan/core/workbook/plan-words.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'

export type PlanColumn = { header: string; width: number; wordsOf: (indicator: Indicator) => string }

/** What the plan holds of indicators and no sheet asks for; columns in which none of these has a word are left out. */
export function planOnlyColumns(
  plan: PlanDocument,
  indicators: readonly (Indicator | undefined)[],
): PlanColumn[] {
  return columnsOf(plan).filter(({ wordsOf }) => indicators.some((one) => one && wordsOf(one) !== ''))
}

const h = indicatorHeaders

function columnsOf({ units, relatedPlans }: PlanDocument): PlanColumn[] {
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? ''
  const planName = (id: string) => relatedPlans.find((plan) => plan.id === id)?.name ?? ''
  return [
    column('算出式', 36, ({ formula }) => (formula ? `${formula.numerator} ÷ ${formula.denominator}` : '')),
    column('分母の出典', 20, ({ formula }) => formula?.denominatorSource ?? ''),
    column(h.sourceKind, 12, ({ source }) => source.ref && sourceKindLabels[source.kind]),
    column('累計を始める年度', 14, ({ cumulativeFrom }) =>
      cumulativeFrom ? fiscalYearLabel(cumulativeFrom) : '',
    ),
    column(h.missingReason, 20, ({ baseline }) => baseline.missingReason),
    column('ほかの中間値', 24, ({ interim, unit }) => valuesWords(interim.slice(1), unit)),
    column(h.targetKind, 12, ({ target }) => (target ? targetKinds.wordOf(target.kind) : '')),
    column('目標の範囲', 14, ({ target }) => rangeWords(target?.low, target?.high)),
    column(h.basis, 12, ({ rationale }) => (rationale.basis ? basisLabels[rationale.basis] : '')),
    column(h.owner, 16, ({ ownerId }) => unitName(ownerId)),
    column('問い合わせ先', 16, ({ contactUnitId }) => unitName(contactUnitId)),
    column('ほかの計画での使用', 24, ({ sharedWith }) =>
      sharedWith
        .map(({ planId, target }) =>
          [planName(planId), target ? `（${fiscalYearLabel(target.fiscalYear)} ${target.value}）` : ''].join(
            '',
          ),
        )
        .join('、'),
    ),
    column('内訳', 16, ({ disaggregation }) => disaggregation.join('、')),
    column('この指標を選んだ理由', 30, ({ note }) => note.whyThis),
    column('測り方', 30, ({ note }) => note.howMeasured),
    column('限界', 30, ({ note }) => note.limits),
    column('判定の基準', 24, ({ note }) => criterionWords(note)),
  ]
}

const column = (header: string, width: number, wordsOf: PlanColumn['wordsOf']): PlanColumn => ({
  header,
  width,
  wordsOf,
})

const valuesWords = (values: Indicator['interim'], unit: string) =>
  values
    .flatMap(({ fiscalYear, value }) =>
      value === null ? [] : [`${fiscalYearLabel(fiscalYear)} ${value}${unit}`],
    )
    .join('、')

const rangeWords = (low: number | undefined, high: number | undefined) =>
  low === undefined && high === undefined ? '' : `${low ?? ''}〜${high ?? ''}`

type Criterion = NonNullable<Indicator['note']['changeCriterion']>

function criterionWords({ changeCriterion, criterionFixedOn }: Indicator['note']): string {
  if (!changeCriterion) return ''
  const { improve, worsen } = changeCriterion
  const fixed = criterionFixedOn ? `（${criterionFixedOn}に決定）` : ''
  return `改善：${changeWords(improve)}、悪化：${changeWords(worsen)}${fixed}`
}

function changeWords(change: Criterion['improve']): string {
  if ('abs' in change) return `${change.abs}以上の差`
  return 'rel' in change ? `${change.rel * 100}％以上の差` : '誤差の範囲をこえる差'
}
