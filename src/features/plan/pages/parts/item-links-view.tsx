import { goalNames } from '#src/lib/taxonomy/sdgs.ts'
import { CheckField, ProblemSummary, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { triggerKindLabels } from '../../core/labels.ts'
import { itemAddress } from './addresses.ts'
import { bound, isOn } from './bound.ts'
import { ConflictBanner, DraftBanner, EditorForm, type EditorState } from './editing.tsx'
import { FindingsAside } from './findings-aside.tsx'
import type { ItemFrame } from './item-frame.tsx'
import { ItemHead } from './item-tabs.tsx'
import { rowsWithRoom } from './measure-rows.tsx'

type ViewProps = { frame: ItemFrame; state: EditorState }
type FieldProps = { state: EditorState }

export function ItemLinksView({ frame, state }: ViewProps) {
  const { plan, edited, findings } = frame
  return (
    <>
      <ItemHead frame={frame} tab="/links" />
      <ConflictBanner state={state} />
      <DraftBanner state={state} />
      <EditorForm
        state={state}
        label={`${edited.item.title}の役割とつながり`}
        back={itemAddress(plan.planId, edited.item.id)}
        side={<FindingsAside planId={plan.planId} findings={findings} />}
      >
        <ProblemSummary problems={state.problems} />
        <fieldset class="l-flow">
          <legend class="dads-form__label">役割</legend>
          <p class="dads-form__support">だれが何をするかを書きます。ないときは「該当なし」と書きます。</p>
          {plan.roleSet.map(({ key, label, who }) => (
            <TextArea key={key} {...bound(state, `role-${key}`)} label={`${label}（${who}）`} rows={2} />
          ))}
        </fieldset>
        <SdgRows state={state} />
        <SocietyRows state={state} />
        <Principles frame={frame} state={state} />
        <PriorityFields state={state} />
        <TriggerRows state={state} />
        <TextField
          {...bound(state, 'districts')}
          label="対象地区"
          support="「伊奈、谷和原」のように書きます。空なら全市です。"
        />
        <TextArea
          {...bound(state, 'alternatives')}
          label="他の手段の検討"
          support="ほかにどんな手段を比べたかを書きます。"
          rows={2}
        />
      </EditorForm>
    </>
  )
}

const goalChoices = goalNames.map((name, index) => ({
  value: String(index + 1),
  label: `${index + 1} ${name}`,
}))

function SdgRows({ state }: FieldProps) {
  return (
    <fieldset class="l-flow">
      <legend class="dads-form__label">SDGsとのつながり</legend>
      <p class="dads-form__support">主なものを5つまで。どう役立つかを一言で書きます。</p>
      {rowsWithRoom(state, 'sdg', 'goal').map((row) => (
        <div key={row} class="l-cols l-cols--4">
          <SelectField
            {...bound(state, `sdg-${row}-goal`)}
            label={`ゴール ${row}`}
            blank="（なし）"
            choices={goalChoices}
          />
          <TextField {...bound(state, `sdg-${row}-target`)} label={`ターゲット ${row}`} support="例：4.2" />
          <TextField {...bound(state, `sdg-${row}-reason`)} label={`理由 ${row}`} />
          <CheckField
            name={`sdg-${row}-primary`}
            label={`主なもの（${row}）`}
            isChecked={isOn(state, `sdg-${row}-primary`)}
          />
        </div>
      ))}
    </fieldset>
  )
}

function SocietyRows({ state }: FieldProps) {
  return (
    <fieldset class="l-flow">
      <legend class="dads-form__label">Society 5.0</legend>
      <p class="dads-form__support">どの技術で、だれの何が変わるかを書きます。</p>
      {rowsWithRoom(state, 'society', 'tag').map((row) => (
        <div key={row} class="l-cols l-cols--2">
          <TextField {...bound(state, `society-${row}-tag`)} label={`技術 ${row}`} />
          <TextField {...bound(state, `society-${row}-text`)} label={`変わること ${row}`} />
        </div>
      ))}
    </fieldset>
  )
}

function Principles({ frame: { plan }, state }: ViewProps) {
  return (
    <fieldset class="l-flow">
      <legend class="dads-form__label">策定方針の原則</legend>
      {plan.principleSet.map(({ key, label }) => (
        <div key={key} class="l-cols l-cols--2">
          <CheckField
            name={`principle-${key}-applies`}
            label={label}
            isChecked={isOn(state, `principle-${key}-applies`)}
          />
          <TextField {...bound(state, `principle-${key}-text`)} label={`${label}：どう当てはまるか`} />
        </div>
      ))}
    </fieldset>
  )
}

function PriorityFields({ state }: FieldProps) {
  return (
    <fieldset class="l-flow">
      <legend class="dads-form__label">重点施策</legend>
      <CheckField
        name="priority-flagged"
        label="重点施策にする"
        isChecked={isOn(state, 'priority-flagged')}
      />
      <TextField {...bound(state, 'priority-reason')} label="理由" />
    </fieldset>
  )
}

const triggerChoices = Object.entries(triggerKindLabels).map(([value, label]) => ({ value, label }))

function TriggerRows({ state }: FieldProps) {
  return (
    <fieldset class="l-flow">
      <legend class="dads-form__label">見直しの条件</legend>
      <p class="dads-form__support">何が起きたら、この施策を見直すかを書きます。</p>
      {rowsWithRoom(state, 'trigger', 'text').map((row) => (
        <div key={row} class="l-cols l-cols--2">
          <input type="hidden" name={`trigger-${row}-id`} value={state.entered[`trigger-${row}-id`] ?? ''} />
          <SelectField
            {...bound(state, `trigger-${row}-kind`)}
            label={`種類 ${row}`}
            blank="（種類）"
            choices={triggerChoices}
          />
          <TextField {...bound(state, `trigger-${row}-text`)} label={`条件 ${row}`} />
        </div>
      ))}
    </fieldset>
  )
}
