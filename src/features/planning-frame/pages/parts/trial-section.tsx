import { TrialView } from '#src/lib/chart/factor-trial-view.tsx'
import {
  largestFactor,
  readTrialFactors,
  trialLabels,
  trialNames,
  tryFactors,
} from '#src/lib/demography/factor-trial.ts'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { Section } from '#src/ui/parts.tsx'

type TrialProps = {
  name: string
  inputs: ProjectionInputs
  /** Where a browser with scripts gets the inputs, to compute by itself. */
  inputsAddress: string
  entered: Readonly<Record<string, string>>
}

/** 倍率を変えて試す: a form that works without scripts; with them the result follows the slider at once. */
export function TrialSection({ name, inputs, inputsAddress, entered }: TrialProps) {
  const factors = readTrialFactors(entered)
  return (
    <Section id="trial" title="倍率を変えて試す">
      <frame-trial data-inputs={inputsAddress} data-name={name}>
        <form class="sb-filter" method="get" action="#trial">
          {trialNames.map((one) => (
            <label key={one}>
              {trialLabels[one]}
              <input
                type="number"
                name={one}
                min={0}
                max={largestFactor}
                step={0.05}
                value={entered[one] ?? '1'}
              />
            </label>
          ))}
          <button class="dads-button dads-button--secondary dads-button--small" type="submit">
            試す
          </button>
        </form>
        <div class="l-gap" data-trial>
          {factors ? (
            <TrialView name={name} factors={factors} trial={tryFactors(inputs, factors)} />
          ) : (
            <p role="status">倍率は、0から{largestFactor}までの数で書いてください。</p>
          )}
        </div>
      </frame-trial>
      <p class="sb-sub l-gap">
        すべての期間に同じ倍率をかけます。保存はされません。残すときは、ケースを写して「仮定」に書きます。
      </p>
    </Section>
  )
}
