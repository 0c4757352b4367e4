import { units as unitList } from '#src/lib/unit/units.ts'
import { CheckField, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import {
  accumulationLabels,
  basisLabels,
  directionLabels,
  indicatorKindLabels,
  sourceKindLabels,
} from '../../core/labels.ts'
import { bound, isOn } from './bound.ts'
import type { EditorState } from './editing.tsx'

type Props = { state: EditorState }

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

export function BasicFields({ state }: Props) {
  return (
    <>
      <div class="l-cols l-cols--2">
        <TextField {...bound(state, 'name')} label="指標名" required />
        <SelectField
          {...bound(state, 'kind')}
          label="種類"
          required
          choices={choicesOf(indicatorKindLabels)}
        />
      </div>
      <TextArea
        {...bound(state, 'definition')}
        label="定義"
        support="だれの、何を、いつの時点で数えるかを書きます。"
        rows={2}
        required
      />
      <div class="l-cols l-cols--3">
        <UnitField state={state} />
        <SelectField
          {...bound(state, 'direction')}
          label="方向性"
          blank="（まだ決めていない）"
          choices={choicesOf(directionLabels)}
        />
        <SelectField
          {...bound(state, 'accumulation')}
          label="累計・単年"
          blank="（まだ決めていない）"
          choices={choicesOf(accumulationLabels)}
        />
      </div>
    </>
  )
}

/** A unit of the list, or another word: the lint says what it makes of that. */
function UnitField({ state }: Props) {
  return (
    <div>
      <TextField {...bound(state, 'unit')} label="単位" support="例：人、件、％" required />
      <p class="sb-sub">よく使う単位：{unitList.slice(0, 14).join('、')}</p>
    </div>
  )
}

export function RationaleFields({ state }: Props) {
  return (
    <>
      <SelectField
        {...bound(state, 'basis')}
        label="目標の決め方"
        blank="（まだ決めていない）"
        width="mid"
        choices={choicesOf(basisLabels)}
      />
      <TextArea
        {...bound(state, 'rationale')}
        label="設定根拠"
        support="どう決めたかを、数字と一緒に書きます。"
        rows={3}
        required
      />
    </>
  )
}

export function SourceFields({ state }: Props) {
  return (
    <>
      <div class="l-cols l-cols--2">
        <SelectField
          {...bound(state, 'sourceKind')}
          label="出典の種類"
          choices={choicesOf(sourceKindLabels)}
        />
        <TextField
          {...bound(state, 'sourceRef')}
          label="出典"
          support="統計の名前と表、調査の問番号、台帳の名前を書きます。"
          required
        />
      </div>
      <div class="l-cols l-cols--3">
        <TextField {...bound(state, 'frequency')} label="把握の頻度" support="例：毎年" />
        <TextField {...bound(state, 'availableFrom')} label="値が分かる時期" support="例：翌年度7月" />
        <TextField {...bound(state, 'dataLagMonths')} label="年度末からの遅れ（か月）" inputMode="numeric" />
      </div>
    </>
  )
}

export function OwnerFields({ state, units }: Props & { units: readonly { id: string; name: string }[] }) {
  return (
    <>
      <SelectField
        {...bound(state, 'ownerId')}
        label="担当課"
        blank="（未定）"
        width="mid"
        choices={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...bound(state, 'disaggregation')}
        label="内訳"
        support="「地区、年齢」のように書きます。"
      />
      <CheckField
        name="isHeadline"
        label="トップページと概要版に出す"
        isChecked={isOn(state, 'isHeadline')}
      />
    </>
  )
}

export function FormulaFields({ state }: Props) {
  return (
    <div class="l-flow">
      <TextField {...bound(state, 'numerator')} label="分子" />
      <TextField {...bound(state, 'denominator')} label="分母" />
      <TextField {...bound(state, 'denominatorSource')} label="分母の出典" />
      <CheckField
        name="mayExceed100"
        label="100％を超えることがある"
        isChecked={isOn(state, 'mayExceed100')}
      />
    </div>
  )
}

const criteria = {
  abs: '値の差（単位のまま）',
  rel: '割合の差（％）',
  moe: '調査の誤差を超える差',
}

export function NoteFields({ state }: Props) {
  return (
    <div class="l-flow">
      <TextArea {...bound(state, 'whyThis')} label="なぜこの指標か" rows={2} />
      <TextArea {...bound(state, 'howMeasured')} label="測り方" rows={2} />
      <TextArea {...bound(state, 'limits')} label="限界" rows={2} />
      <div class="l-cols l-cols--4">
        <SelectField
          {...bound(state, 'criterion')}
          label="判定の基準"
          blank="（まだ決めていない）"
          choices={choicesOf(criteria)}
        />
        <TextField {...bound(state, 'criterionImprove')} label="改善とする差" inputMode="decimal" />
        <TextField {...bound(state, 'criterionWorsen')} label="悪化とする差" inputMode="decimal" />
        <TextField {...bound(state, 'criterionFixedOn')} label="基準を決めた日" support="例：2026-03-31" />
      </div>
    </div>
  )
}
