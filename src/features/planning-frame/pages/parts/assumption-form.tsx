import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Banner } from '#src/ui/parts.tsx'
import { profileLabels } from '../../core/newcomer-profiles.ts'
import { originLabels, type Scenario } from '../../core/scenario.ts'
import { enteredOf } from '../../core/scenario-form.ts'
import { newScenarioAddress, scenarioAddress } from './addresses.ts'

export const fieldLabels = {
  name: 'ケースの名前',
  note: '説明',
  origin: '数値の出どころ',
  factors: '期間ごとの倍率',
  sites: '住宅の開発で転入する人',
  guard: '二重に数えていない理由',
  householdSize: '1世帯の人数',
  householdChange: '1年あたりの変化',
  householdFloor: '下限',
  workerPercent: '15歳以上の就業率（％）',
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
        {...field('guard')}
        rows={2}
        support="過去の開発による転入は、もとの移動率に含まれています。開発を入れるときは、重ねて数えていないことを書きます。"
        optional
      />
      <fieldset class="l-flow">
        <legend>
          <b>世帯と就業者（簡易）</b>
        </legend>
        <TextField
          {...field('householdSize')}
          support="推計の始めの年の、1世帯あたりの人数。"
          inputMode="decimal"
          width="short"
          optional
        />
        <TextField
          {...field('householdChange')}
          support="減るときは −0.01 のように書きます。"
          width="short"
          optional
        />
        <TextField {...field('householdFloor')} inputMode="decimal" width="short" optional />
        <TextField {...field('workerPercent')} inputMode="decimal" width="short" optional />
      </fieldset>
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

/** For those who may only read, and for a scenario that was adopted. */
export function AssumptionsShown({ scenario, isLocked }: { scenario: Scenario; isLocked: boolean }) {
  const saved = enteredOf(scenario)
  return (
    <>
      <p class="sb-sub l-gap">
        {isLocked ? (
          <>
            計画フレームとして採用したケースなので、直せません。
            <a href={newScenarioAddress}>写してから直してください</a>。
          </>
        ) : (
          '読むだけの画面です。直せるのは、企画（事務局）です。'
        )}
      </p>
      <dl class="dads-description-list l-gap">
        {(Object.keys(fieldLabels) as FieldName[]).map((name) => (
          <div key={name}>
            <dt>{fieldLabels[name]}</dt>
            <dd class="sb-prewrap">{shown(saved, name)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const shown = (saved: Entered, name: FieldName) =>
  name === 'origin'
    ? originLabels[(saved[name] ?? 'own') as keyof typeof originLabels]
    : (saved[name] ?? '').replaceAll('\t', '　') || 'なし'

/** Somebody else saved first: what is saved and what was typed, side by side. */
export function SavedMeanwhile({ saved, entered }: { saved: Entered; entered: Entered }) {
  const names = (Object.keys(fieldLabels) as FieldName[]).filter(
    (name) => (saved[name] ?? '').trim() !== (entered[name] ?? '').trim(),
  )
  return (
    <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。">
      <p>残したい内容に直してから、もう一度保存してください。</p>
      <table class="dads-table">
        <caption>違うところ（{names.length}件）</caption>
        <thead>
          <tr>
            <th scope="col">欄</th>
            <th scope="col">いま保存されている内容</th>
            <th scope="col">あなたの入力</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{fieldLabels[name]}</th>
              <td class="sb-prewrap">{saved[name] || '（空）'}</td>
              <td class="sb-prewrap">{entered[name] || '（空）'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Banner>
  )
}
