import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Section } from '#src/ui/parts.tsx'
import { copyWays } from '../../core/built-in-scenarios.ts'
import type { Scenario } from '../../core/scenario.ts'

type CopyProps = { scenarios: readonly Scenario[]; entered: Entered; problems: Problems }

/** Copies a scenario, as it is or as one of the usual cases of a population vision. */
export function CopyForm({ scenarios, entered, problems }: CopyProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <Section id="copy" title="いまあるケースを写す">
      <form method="post" class="sb-form" action="#error-summary">
        <SelectField
          {...field('scenarioId')}
          label="もとにするケース"
          choices={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          {...field('copyName')}
          label="写しの名前"
          support="例：開発反映、政策目標"
          width="mid"
          required
        />
        <SelectField
          {...field('way')}
          label="写し方"
          choices={Object.entries(copyWays).map(([value, label]) => ({ value, label }))}
        />
        <fieldset class="l-flow">
          <legend>
            <b>シミュレーションのときだけ</b>
          </legend>
          <TextField
            {...field('presentRate')}
            label="いまの合計特殊出生率"
            inputMode="decimal"
            width="short"
            optional
          />
          <TextField
            {...field('goalRate')}
            label="目標の合計特殊出生率"
            support="国のワークシートでは2.1。使う値は、確かめてから書いてください。"
            inputMode="decimal"
            width="short"
            optional
          />
          <TextField
            {...field('goalYear')}
            label="目標の年（西暦）"
            support="国のワークシートでは2030年。"
            inputMode="numeric"
            width="short"
            optional
          />
        </fieldset>
        <button class="dads-button" name="act" value="copy" type="submit">
          写してつくる
        </button>
      </form>
    </Section>
  )
}
