import { targetText } from '#src/features/plan/core/indicator-series.ts'
import {
  accumulationLabels,
  basisLabels,
  indicatorKindLabels,
  sourceKindLabels,
} from '#src/features/plan/core/labels.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { eraDay, fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { criterionWords } from '../../core/judgement.ts'
import { unitName } from './public-page.tsx'

type IndicatorProps = { shown: PublicPlan; indicator: Indicator }

/** 技術ノート beside the data to take away. */
export function Note({ shown, indicator }: IndicatorProps) {
  const rows = [...definitionRows(indicator), ...judgementRows(indicator), ...ownerRows(shown, indicator)]
  return (
    <div class="l-section l-cols l-cols--main">
      <section aria-labelledby="note">
        <h2 id="note">技術ノート</h2>
        <dl class="dads-description-list l-gap">
          {rows
            .filter(([, words]) => words !== '')
            .map(([label, words]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{words}</dd>
              </div>
            ))}
        </dl>
      </section>
      <section aria-labelledby="files" class="l-flow sb-noprint">
        <h2 id="files">データ</h2>
        <ul class="l-flow">
          <li>
            <a href={`/indicators/${indicator.id}/values.csv`}>この指標の全部の値（CSV）</a>
          </li>
        </ul>
        <p class="sb-sub">文字コードは UTF-8。表計算ソフトで開けます。CC BY 4.0 で自由に使えます。</p>
      </section>
    </div>
  )
}

type Row = readonly [string, string]

function definitionRows({ definition, formula, kind, accumulation, note, ...rest }: Indicator): Row[] {
  const from = rest.cumulativeFrom && `（${fiscalYearLabel(rest.cumulativeFrom)}から）`
  return [
    ['何を数えるか', definition],
    ['算出式', formula ? `${formula.numerator} ÷ ${formula.denominator}` : ''],
    ['分母の出典', formula?.denominatorSource ?? ''],
    ['指標の種類', indicatorKindLabels[kind]],
    ['値の取り方', accumulation ? `${accumulationLabels[accumulation]}${from || ''}` : ''],
    ['なぜこの指標か', note.whyThis],
    ['測り方', note.howMeasured],
    ['限界', note.limits],
    ['内訳', rest.disaggregation.join('、')],
  ]
}

function judgementRows(indicator: Indicator): Row[] {
  const { note, rationale, target } = indicator
  const fixedOn = note.criterionFixedOn && `（${eraDay(note.criterionFixedOn)}に決めました）`
  const basis = rationale.basis ? `（${basisLabels[rationale.basis]}による）` : ''
  const criterion = criterionWords(indicator)
  return [
    ['判定の基準', criterion && `${criterion}${fixedOn || ''}`],
    ['目標', targetText(indicator)],
    ['目標の決め方', rationale.text && `${rationale.text}${basis}`],
    ['目標の注記', target?.comment ?? ''],
  ]
}

function ownerRows(shown: PublicPlan, { source, frequency, availableFrom, ...rest }: Indicator): Row[] {
  const plans = rest.sharedWith.flatMap(({ planId }) => {
    const plan = shown.plan.relatedPlans.find(({ id }) => id === planId)
    return plan ? [plan.name] : []
  })
  const { ownerId, contactUnitId } = rest
  return [
    ['出典', source.ref && `${source.ref}（${sourceKindLabels[source.kind]}）`],
    ['把握の頻度と時期', [frequency, availableFrom].filter(Boolean).join('、')],
    ['同じ指標を使う計画', plans.join('、')],
    ['担当課', unitName(shown, ownerId)],
    ['問合せ先', contactUnitId && contactUnitId !== ownerId ? unitName(shown, contactUnitId) : ''],
  ]
}
