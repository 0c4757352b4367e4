import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { AboutScreen, Disclosure } from '#src/ui/parts.tsx'
import type { Finding } from '../../core/lint/finding.ts'
import { indicatorAddress, itemAddress, planAddress } from './addresses.ts'
import { ConflictBanner, DraftBanner, EditorForm, type EditorState } from './editing.tsx'
import { FindingsAside } from './findings-aside.tsx'
import {
  BasicFields,
  FormulaFields,
  NoteFields,
  OwnerFields,
  RationaleFields,
  SourceFields,
} from './indicator-fields.tsx'
import { IndicatorFigure } from './indicator-figure.tsx'
import { ValueFields } from './indicator-values.tsx'

export type IndicatorFrame = {
  plan: PlanDocument
  indicator: Indicator
  revision: number
  findings: Finding[]
  units: { id: string; name: string }[]
  facts: { label: string; value: string }[]
}

type ViewProps = { frame: IndicatorFrame; state: EditorState; drawn: Indicator }

export function IndicatorView({ frame, state, drawn }: ViewProps) {
  const { plan, indicator, findings } = frame
  const ofVision = indicator.itemId === plan.concept.vision.id
  const back = ofVision
    ? `${planAddress(plan.planId)}/concept`
    : `${itemAddress(plan.planId, indicator.itemId)}/indicators`
  return (
    <>
      <div class="sb-title">
        <h1>{indicator.name}</h1>
        <div class="l-cluster">
          <a href={`${planAddress(plan.planId)}/delete/${indicator.id}`}>
            削除<span class="vh">：{indicator.name}</span>
          </a>
        </div>
      </div>
      <ConflictBanner state={state} />
      <DraftBanner state={state} />
      <EditorForm
        state={state}
        label={`指標「${indicator.name}」`}
        back={back}
        side={
          <>
            <FindingsAside planId={plan.planId} findings={findings} />
            <section class="sb-box" aria-labelledby="drawn">
              <h2 id="drawn">入力した値の図</h2>
              <IndicatorFigure indicator={drawn} period={plan.period.fiscalYears} />
              <button
                class="dads-button dads-button--secondary dads-button--small"
                name="act"
                value="chart"
                type="submit"
              >
                入力した値で描き直す
              </button>
            </section>
          </>
        }
      >
        <ProblemSummary problems={state.problems} />
        <BasicFields state={state} />
        <ValueFields state={state} period={plan.period.fiscalYears} />
        <RationaleFields state={state} />
        <SourceFields state={state} />
        <OwnerFields state={state} units={frame.units} />
        <Disclosure label="割合の算出式" open={state.entered['numerator'] !== ''}>
          <FormulaFields state={state} />
        </Disclosure>
        <Disclosure label="技術ノート（なぜこの指標か、測り方、限界、判定の基準）" open>
          <NoteFields state={state} />
        </Disclosure>
      </EditorForm>
      <AboutScreen>
        <p>
          値は年度ごとに入れます。空けたところは「データなし」で、0とは違います。判定の基準は、結果が分かる前に決めておきます。アドレス{' '}
          {indicatorAddress(plan.planId, indicator.id)} は、名前を改めても変わりません。
        </p>
      </AboutScreen>
    </>
  )
}
