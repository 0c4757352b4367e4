import type { ComponentChildren } from 'preact'
import type { Entered, Problems } from '#src/platform/form.ts'
import { TextArea, TextField } from '#src/ui/field.tsx'
import type { Scenario } from '../../core/scenario.ts'
import { householdsAddress } from './addresses.ts'

export const householdFieldLabels = {
  headship: '世帯主率の表',
  headshipSource: '世帯主率の出典',
  headshipYear: '世帯を実数に合わせる年',
  headshipCounted: 'その年の一般世帯数',
  headshipAmong: 'その年の一般世帯人員',
  householdSize: '1世帯の人数（簡易）',
  householdChange: '1年あたりの変化（簡易）',
  householdFloor: '下限（簡易）',
  participation: '就業率の表',
  participationSource: '就業率の出典',
  participationYear: '就業者を実数に合わせる年',
  participationCounted: 'その年の就業者数',
  participationAmong: 'その年の15歳以上の人口',
  industries: '産業別の割合の表',
  workerPercent: '15歳以上の就業率（簡易、％）',
} as const
type FieldName = keyof typeof householdFieldLabels

type FormProps = { scenario: Scenario; entered: Entered; problems: Problems }

/** Households and workers of a scenario: tables that are pasted from a spreadsheet, or one ratio each. */
export function HouseholdForm({ scenario, entered, problems }: FormProps) {
  const field = (name: FieldName) => ({
    name,
    label: householdFieldLabels[name],
    value: entered[name],
    problem: problems[name],
    optional: true,
  })
  return (
    <form method="post" class="sb-form l-gap" aria-label="世帯と就業者" action="#error-summary">
      <input type="hidden" name="revision" value={entered['revision'] ?? scenario.revision} />
      <Group title="世帯（世帯主率法）">
        <TextArea
          {...field('headship')}
          rows={12}
          support="年・性別・年齢・単独・夫婦のみ・夫婦と子・ひとり親と子・その他・施設などの順。率は％。15歳以上のすべての年齢が要ります。年は2つ以上でもよく、間は直線で結びます。"
        />
        <TextField {...field('headshipSource')} width="mid" />
        <Fit table="headship" field={field} />
      </Group>
      <Group title="就業者（年齢別の就業率）">
        <TextArea
          {...field('participation')}
          rows={12}
          support="年・性別・年齢・就業率（％）の順。15歳以上のすべての年齢が要ります。"
        />
        <TextField {...field('participationSource')} width="mid" />
        <Fit table="participation" field={field} />
        <TextArea
          {...field('industries')}
          rows={4}
          support="年・第1次・第2次・第3次・分類不能の順、％。合わせて100％。分類不能は、ほかに割り振りません。"
        />
      </Group>
      <Group title="簡易（表がないとき）">
        <TextField
          {...field('householdSize')}
          support="推計の始めの年の、1世帯あたりの人数。"
          inputMode="decimal"
          width="short"
        />
        <TextField
          {...field('householdChange')}
          support="減るときは −0.01 のように書きます。"
          width="short"
        />
        <TextField {...field('householdFloor')} inputMode="decimal" width="short" />
        <TextField {...field('workerPercent')} inputMode="decimal" width="short" />
      </Group>
      <div class="l-cluster">
        <button class="dads-button" type="submit">
          保存して計算する
        </button>
        <a href={householdsAddress(scenario.id)}>取りやめる</a>
      </div>
    </form>
  )
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <fieldset class="l-flow">
      <legend>
        <b>{title}</b>
      </legend>
      {children}
    </fieldset>
  )
}

type FitProps = {
  table: 'headship' | 'participation'
  field: (name: FieldName) => { name: FieldName; label: string; value: string | undefined }
}

/** The counted numbers the rates are fitted to. */
function Fit({ table, field }: FitProps) {
  return (
    <>
      <TextField
        {...field(`${table}Year`)}
        support="国勢調査の年など。3つとも書くと、その年の実数に合うように、率を一律に直します。"
        inputMode="numeric"
        width="short"
      />
      <TextField {...field(`${table}Counted`)} inputMode="numeric" width="short" />
      <TextField {...field(`${table}Among`)} inputMode="numeric" width="short" />
    </>
  )
}
