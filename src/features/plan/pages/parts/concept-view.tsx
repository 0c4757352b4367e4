import type { PlanDocument } from '#src/formats/plan-document.ts'
import { ProblemSummary, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Disclosure } from '#src/ui/parts.tsx'
import { indicatorAddress, planAddress } from './addresses.ts'
import { bound } from './bound.ts'
import { ConflictBanner, DraftBanner, EditorForm, type EditorState } from './editing.tsx'
import { rowsWithRoom } from './measure-rows.tsx'

export type ConceptFrame = {
  plan: PlanDocument
  facts: { label: string; value: string }[]
  mayEdit: boolean
}
type ViewProps = { frame: ConceptFrame; state: EditorState }
type FieldProps = { state: EditorState }

export function ConceptView({ frame, state }: ViewProps) {
  const { plan } = frame
  return (
    <>
      <div class="sb-title">
        <h1>基本構想と基本事項</h1>
      </div>
      <ConflictBanner state={state} />
      <DraftBanner state={state} />
      <OverallGoals frame={frame} />
      <EditorForm state={state} label="基本構想と基本事項" back={planAddress(plan.planId)}>
        <ProblemSummary problems={state.problems} />
        <VisionFields state={state} label={plan.labels.vision} />
        <RowFields state={state} />
        <FrameFields state={state} />
        <Disclosure label="市長あいさつ">
          <div class="l-flow">
            <TextField {...bound(state, 'prefaceAuthor')} label="名前" />
            <TextArea
              {...bound(state, 'preface')}
              label="本文"
              support="段落のあいだは1行あけます。"
              rows={8}
            />
          </div>
        </Disclosure>
        <Disclosure label="用語解説">
          <TermRows state={state} />
        </Disclosure>
      </EditorForm>
      <AboutScreen>
        <p>
          基本構想は、計画書の第1部と公開サイトの「基本構想」に出ます。ことばの呼び方を変えると、画面と計画書のすべてで変わります。
        </p>
      </AboutScreen>
    </>
  )
}

/** 総括的な目標: the indicators of the vision. */
function OverallGoals({ frame: { plan, mayEdit } }: { frame: ConceptFrame }) {
  const goals = plan.indicators.filter(({ itemId }) => itemId === plan.concept.vision.id)
  return (
    <section class="sb-box l-gap" aria-labelledby="goals">
      <h2 id="goals">総括的な目標</h2>
      {goals.length === 0 && <p>まだありません。計画全体で何をめざすかを、2〜4本の指標で決めます。</p>}
      <ul class="l-flow">
        {goals.map(({ id, name }) => (
          <li key={id}>
            <a href={indicatorAddress(plan.planId, id)}>{name}</a>
          </li>
        ))}
      </ul>
      {mayEdit && (
        <form method="post" class="l-cluster">
          <TextField name="name" label="追加する目標の指標名" width="mid" />
          <button class="dads-button dads-button--secondary" name="act" value="add-goal" type="submit">
            追加する
          </button>
        </form>
      )}
    </section>
  )
}

function VisionFields({ state, label }: FieldProps & { label: string }) {
  return (
    <>
      <TextField {...bound(state, 'visionTitle')} label={label} required />
      <TextArea {...bound(state, 'visionText')} label={`${label}の説明`} rows={3} />
    </>
  )
}

function RowFields({ state }: FieldProps) {
  return (
    <>
      <fieldset class="l-flow">
        <legend class="dads-form__label">基本理念</legend>
        {rowsWithRoom(state, 'principle', 'title').map((row) => (
          <div key={row} class="l-cols l-cols--2">
            <input
              type="hidden"
              name={`principle-${row}-id`}
              value={state.entered[`principle-${row}-id`] ?? ''}
            />
            <TextField {...bound(state, `principle-${row}-title`)} label={`理念 ${row}`} />
            <TextArea {...bound(state, `principle-${row}-text`)} label={`理念 ${row} の説明`} rows={2} />
          </div>
        ))}
      </fieldset>
      <fieldset class="l-flow">
        <legend class="dads-form__label">基本構想の章</legend>
        {rowsWithRoom(state, 'chapter', 'heading').map((row) => (
          <div key={row} class="l-flow sb-box">
            <TextField {...bound(state, `chapter-${row}-heading`)} label={`章 ${row} の見出し`} />
            <TextArea {...bound(state, `chapter-${row}-text`)} label={`章 ${row} の本文`} rows={5} />
          </div>
        ))}
      </fieldset>
    </>
  )
}

const kinds = [
  ['vision', '将来像'],
  ['policy', '政策・分野'],
  ['measure', '施策'],
  ['program', '基本事業'],
  ['project', '事務事業'],
] as const

function FrameFields({ state }: FieldProps) {
  return (
    <fieldset class="l-flow">
      <legend class="dads-form__label">計画の基本事項</legend>
      <TextField {...bound(state, 'title')} label="計画の名前" required />
      <div class="l-cols l-cols--3">
        <TextField {...bound(state, 'firstYear')} label="始めの年度（西暦）" inputMode="numeric" required />
        <TextField {...bound(state, 'lastYear')} label="終わりの年度（西暦）" inputMode="numeric" required />
        <SelectField
          {...bound(state, 'publish')}
          label="事務事業の公開"
          choices={[
            { value: 'none', label: '公開しない' },
            { value: 'list', label: '一覧だけ公開する' },
            { value: 'full', label: '内容まで公開する' },
          ]}
        />
      </div>
      <Disclosure label="体系の呼び方">
        <div class="l-cols l-cols--3">
          {kinds.map(([kind, words]) => (
            <TextField key={kind} {...bound(state, `label-${kind}`)} label={`「${words}」の呼び方`} />
          ))}
        </div>
      </Disclosure>
    </fieldset>
  )
}

function TermRows({ state }: FieldProps) {
  return (
    <div class="l-flow">
      {rowsWithRoom(state, 'term', 'term', 2).map((row) => (
        <div key={row} class="l-cols l-cols--3">
          <TextField {...bound(state, `term-${row}-term`)} label={`用語 ${row}`} />
          <TextField {...bound(state, `term-${row}-kana`)} label={`用語 ${row} のよみ`} />
          <TextArea {...bound(state, `term-${row}-text`)} label={`用語 ${row} の説明`} rows={2} />
        </div>
      ))}
    </div>
  )
}
