import { HeardBox } from '#src/features/voices/views/heard-box.tsx'
import type { PlanItem } from '#src/formats/plan-item.ts'
import { CheckField, ProblemSummary, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Disclosure } from '#src/ui/parts.tsx'
import { itemStatusLabels } from '../../core/labels.ts'
import { quotablesFor } from '../../core/quotable.ts'
import { itemAddress, planAddress } from './addresses.ts'
import { bound } from './bound.ts'
import { ConflictBanner, DraftBanner, EditorForm, type EditorState } from './editing.tsx'
import { FindingsAside } from './findings-aside.tsx'
import type { ItemFrame } from './item-frame.tsx'
import { ItemHead } from './item-tabs.tsx'
import { DirectionRows, IssueRows } from './measure-rows.tsx'
import { QuotablesAside } from './quotables-aside.tsx'

type ViewProps = { frame: ItemFrame; state: EditorState }

export function ItemTextView({ frame, state }: ViewProps) {
  const { plan, edited, findings, heard, isPublic } = frame
  const { item } = edited
  return (
    <>
      <ItemHead frame={frame} tab="" />
      <ConflictBanner state={state} />
      <DraftBanner state={state} />
      <EditorForm
        state={state}
        label={`${item.title}の内容`}
        back={planAddress(plan.planId)}
        side={
          <>
            <FindingsAside planId={plan.planId} findings={findings} />
            {heard && <HeardBox heard={heard} isPublic={isPublic} />}
            <QuotablesAside planId={plan.planId} quotables={quotablesFor(plan, item.id)} />
          </>
        }
      >
        <ProblemSummary problems={state.problems} />
        <bound-numbers class="sb-form" data-skip="notes easyText childText">
          {item.kind === 'measure' ? (
            <MeasureFields state={state} />
          ) : item.kind === 'policy' ? (
            <PolicyFields state={state} label={plan.labels.policy} />
          ) : (
            <ProgramFields state={state} />
          )}
          <OwnerFields frame={frame} state={state} />
          <OtherTexts item={item} state={state} />
        </bound-numbers>
      </EditorForm>
      {item.kind === 'measure' && <Programs frame={frame} />}
      <AboutScreen>
        <p>
          「保存する」で確定します。スクリプトが使えるときは、入力の途中を10秒ごとに下書きとして預かり、文の見え方を欄の下に出します。
        </p>
        <p>
          強調は **太字**、箇条書きは行頭に「- 」、ふりがなは ｜伊奈《いな》 と書きます。データの数は{' '}
          {'{{dp_…|int}}'} のように書くと、値が変わったときに文も変わります。
        </p>
      </AboutScreen>
    </>
  )
}

type FieldProps = { state: EditorState }

function MeasureFields({ state }: FieldProps) {
  return (
    <>
      <TextArea
        {...bound(state, 'desiredState')}
        label="めざす姿"
        support="計画の終わりに、まちがどうなっているか。していることではなく、状態を1〜2文で書きます。"
        rows={2}
      />
      <markdown-preview>
        <TextArea
          {...bound(state, 'situation')}
          label="現状"
          support="段落のあいだは1行あけます。数には出典か、データの印を付けます。"
          rows={8}
        />
      </markdown-preview>
      <IssueRows state={state} />
      <DirectionRows state={state} />
    </>
  )
}

function PolicyFields({ state, label }: FieldProps & { label: string }) {
  return (
    <>
      <TextField {...bound(state, 'desiredState')} label={`${label}の目標`} support="1行で書きます。" />
      <TextArea
        {...bound(state, 'summary')}
        label="リード文"
        support="この分野で何をめざすか、2〜3文で書きます。"
      />
    </>
  )
}

function ProgramFields({ state }: FieldProps) {
  return (
    <markdown-preview>
      <TextArea {...bound(state, 'text')} label="取組の内容" support="段落のあいだは1行あけます。" rows={6} />
    </markdown-preview>
  )
}

function OwnerFields({ frame: { units }, state }: ViewProps) {
  const support = new Set((state.entered['support'] ?? '').split(' '))
  return (
    <>
      <SelectField
        {...bound(state, 'lead')}
        label="主管課"
        blank="（未定）"
        width="mid"
        choices={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Disclosure label={`関係課を選ぶ（${[...support].filter(Boolean).length}）`}>
        <fieldset>
          <legend class="vh">関係課</legend>
          <div class="l-cols l-cols--3">
            {units.map(({ id, name }) => (
              <CheckField key={id} name="support" value={id} label={name} isChecked={support.has(id)} />
            ))}
          </div>
        </fieldset>
      </Disclosure>
    </>
  )
}

function OtherTexts({ item, state }: { item: PlanItem; state: EditorState }) {
  return (
    <Disclosure label="よみ・概要・ほかの読み手のための文・庁内メモ">
      <div class="l-flow-l">
        <TextField {...bound(state, 'titleKana')} label="よみ" support="索引の順番に使います。" />
        {item.kind !== 'policy' && (
          <TextArea {...bound(state, 'summary')} label="概要" support="概要版に使う短い文です。" rows={2} />
        )}
        {item.kind === 'measure' && (
          <>
            <TextArea
              {...bound(state, 'easyText')}
              label="やさしい日本語"
              support="短い文で、1文に1つのことを書きます。"
            />
            <TextArea {...bound(state, 'childText')} label="こども版の文" support="300字までが目安です。" />
            <SelectField
              {...bound(state, 'status')}
              label="状態"
              width="short"
              choices={Object.entries(itemStatusLabels).map(([value, label]) => ({ value, label }))}
            />
          </>
        )}
        <TextArea {...bound(state, 'notes')} label="庁内メモ" support="公開されません。" rows={3} />
      </div>
    </Disclosure>
  )
}

function Programs({ frame: { plan, edited } }: { frame: ItemFrame }) {
  const programs = plan.items.filter(({ parentId }) => parentId === edited.item.id)
  return (
    <section class="l-section" aria-labelledby="programs">
      <div class="l-section__head">
        <h2 id="programs">{plan.labels.program}</h2>
        <a href={`${planAddress(plan.planId)}?open=add:${edited.item.id}#${edited.item.id}`}>追加する</a>
      </div>
      {programs.length === 0 && <p>まだありません。「追加する」から書き始めます。</p>}
      <ol class="sb-tree">
        {programs.map(({ id, title }) => (
          <li key={id} class="sb-tree__row">
            <a href={itemAddress(plan.planId, id)}>{title}</a>
          </li>
        ))}
      </ol>
    </section>
  )
}
