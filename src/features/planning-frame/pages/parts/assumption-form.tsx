import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { profileLabels } from '../../core/newcomer-profiles.ts'
import { originLabels, type Scenario } from '../../core/scenario.ts'
import { scenarioAddress } from './addresses.ts'
import { GuardFields, guardLabels } from './guard-fields.tsx'

export const fieldLabels = {
  name: 'ケースの名前',
  note: '説明',
  origin: '数値の出どころ',
  factors: '期間ごとの倍率',
  sites: '住宅の開発で転入する人',
  profiles: '入居する人の年齢構成',
  ...guardLabels,
  seed: '乱数の種',
} as const
type FieldName = keyof typeof fieldLabels

type FormProps = { scenario: Scenario; entered: Entered; problems: Problems }

/** Everything a planner may change of a scenario, as one form that works without scripts. */
export function AssumptionForm({ scenario, entered, problems }: FormProps) {
  const field = (name: FieldName) => ({
    name,
    label: fieldLabels[name],
    value: entered[name],
    problem: problems[name],
  })
  const usesRatio = scenario.inputs.periods.some(({ fertility }) => fertility.kind === 'cwr')
  return (
    <form method="post" class="sb-form l-gap" aria-label="仮定" action="#error-summary">
      <input type="hidden" name="revision" value={entered['revision'] ?? scenario.revision} />
      <TextField {...field('name')} width="mid" required />
      <TextArea {...field('note')} rows={2} optional />
      <SelectField
        {...field('origin')}
        choices={Object.entries(originLabels).map(([value, label]) => ({ value, label }))}
        width="mid"
        required
      />
      <TextArea
        {...field('factors')}
        rows={scenario.inputs.periods.length + 2}
        support={`期間・出生・転入超過・転出超過の順。1はもとのまま、1.1は1割増し、0はなし。${usesRatio ? 'このケースは子ども女性比を使っています。開発で子育て世帯が増えた市では、子ども女性比は出生率より高めに出ます。' : ''}`}
      />
      <TextArea
        {...field('sites')}
        rows={7}
        support={`地区・年（西暦）・市外から転入する人数・どんな人か（${Object.values(profileLabels).join('、')}）の順。`}
        optional
      />
      <TextArea
        {...field('profiles')}
        rows={4}
        support="名前・性別・年齢・人数の順。市の転入の記録などを貼り付けると、その名前を、上の表の「どんな人か」に書けます。人数は割合として使います。"
        optional
      />
      <GuardFields scenario={scenario} entered={entered} problems={problems} />
      <TextField
        {...field('seed')}
        support="幅を計算するときの数。同じ種なら、同じ幅になります。"
        inputMode="numeric"
        width="short"
        required
      />
      <div class="l-cluster">
        <button class="dads-button" type="submit">
          保存して推計する
        </button>
        <a href={scenarioAddress(scenario.id)}>取りやめる</a>
        <a href={`${scenarioAddress(scenario.id)}/deletion`}>このケースを消す</a>
      </div>
    </form>
  )
}
