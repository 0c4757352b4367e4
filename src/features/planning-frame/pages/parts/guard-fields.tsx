import type { Entered, Problems } from '#src/platform/form.ts'
import { TextArea, TextField } from '#src/ui/field.tsx'
import { type GuardWay, guardWayNames, guardWays } from '../../core/guard-table.ts'
import type { Scenario } from '../../core/scenario.ts'

/** What each way does, said where it is chosen. */
const explained: Readonly<Record<GuardWay, string>> = {
  declared:
    '移動率はそのまま使います。移動率のもとの期間に、開発による転入がほとんどなかったときに選びます。',
  remove:
    '移動率のもとの期間に開発で転入した人を男女・年齢別に入れると、その分だけ純移動率が下がります。入居の記録がある市に向きます。',
  replace:
    '5～44歳の純移動率を、開発のない市町村や県の率に入れ替えます。45歳以上はそのままです。入居の記録がないときに向きます。',
}

export const guardLabels = {
  guardWay: '二重に数えない方法',
  guard: '二重に数えていない理由・表の数の出典',
  guardPast: '過去の開発で転入した人の表',
  guardArea: '率を借りる市町村のコード',
  guardRates: '置き換える純移動率の表',
} as const

type FieldsProps = { scenario: Scenario; entered: Entered; problems: Problems }

/** 二重計上の防止: one of three ways, and the figures it needs. Without scripts and styles all fields stand there. */
export function GuardFields({ scenario, entered, problems }: FieldsProps) {
  const chosen = entered['guardWay'] || 'declared'
  const usesRates = scenario.inputs.periods.every(({ migration }) => migration.kind === 'net-rate')
  const field = (name: Exclude<keyof typeof guardLabels, 'guardWay'>) => ({
    name,
    label: guardLabels[name],
    value: entered[name],
    problem: problems[name],
    // The table of the chosen way is needed, the others are hidden.
    optional: name === 'guard' || name === 'guardArea',
  })
  return (
    <div class="sb-ways l-flow">
      <fieldset class={problems['guardWay'] ? 'dads-form dads-form-group--error' : 'dads-form'} id="guardWay">
        <legend class="dads-form__label">{guardLabels.guardWay}</legend>
        <p class="dads-form__support">
          過去の開発による転入は、もとの移動率に含まれています。これからの開発を加えるときは、同じ転入を2回数えないように、1つ選びます。
          {!usesRates && 'このケースは純移動率を使っていないので、文で述べる方法だけです。'}
        </p>
        {guardWayNames
          .filter((way) => usesRates || way === 'declared')
          .map((way) => (
            <label key={way} class="dads-choice">
              <input type="radio" name="guardWay" value={way} checked={way === chosen} />
              <span>
                {guardWays[way]}
                <small>{explained[way]}</small>
              </span>
            </label>
          ))}
        {problems['guardWay'] && <p class="dads-form__error">＊{problems['guardWay']}</p>}
      </fieldset>
      {usesRates && (
        <>
          <div data-way="remove">
            <TextArea
              {...field('guardPast')}
              rows={10}
              support="性別・年齢・開発で転入した人・期間の始めの人口の順。期間は、移動率のもとになった年数（5年など）。転入した人の年齢は期間の終わり、人口の年齢は期間の始めの年齢です。"
            />
          </div>
          <div data-way="replace" class="l-flow">
            <TextField
              {...field('guardArea')}
              support="5けた。表を空けておくと、「統計」に取り込んだこの市町村の国勢調査の変化から、率を計算して表に入れます。"
              inputMode="numeric"
              width="short"
            />
            <TextArea
              {...field('guardRates')}
              rows={10}
              support="性別・年齢（期間の終わり）・1期間の純移動率（％）の順。5～44歳のすべての年齢が要ります。"
            />
          </div>
        </>
      )}
      <TextArea
        {...field('guard')}
        rows={2}
        support="開発を入れるとき、表を入れるときに書きます。計画人口の理由と、計画書の章にも出ます。"
      />
    </div>
  )
}
