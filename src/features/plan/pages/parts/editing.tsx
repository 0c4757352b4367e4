import type { ComponentChildren } from 'preact'
import type { Entered } from '#src/platform/form.ts'
import { Banner } from '#src/ui/parts.tsx'
import { WaitingDraft } from '#src/ui/waiting-draft.tsx'
import { fieldLabel } from '../../core/forms/field-labels.ts'
import type { Draft } from '../../store/queries/drafts.ts'

/** Where an editor stands: what is in the fields, what is wrong, what somebody else saved meanwhile, what lies in the draft. */
export type EditorState = {
  entered: Entered
  problems: Record<string, string>
  revision: number
  /** What is saved now, when it is not what the form was opened with. */
  other?: Entered | undefined
  draft?: Draft | undefined
  isDraftOpen?: boolean
}

/** A form without the fields that are not content. */
export function contentOf({ act: _, revision: __, ...content }: Entered): Entered {
  return content
}

/** Both versions side by side after somebody else saved first. The form below still holds what was typed. */
export function ConflictBanner({ state }: { state: EditorState }) {
  const { other, entered } = state
  if (!other) return null
  const names = [...new Set([...Object.keys(other), ...Object.keys(entered)])].filter(
    (name) => !name.endsWith('-id') && same(other[name]) !== same(entered[name]),
  )
  return (
    <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。">
      <p>
        下の欄には、あなたの入力が入ったままです。違うところを見て、残したい文に直してから、もう一度保存してください。
      </p>
      <table class="dads-table">
        <caption class="vh">保存されている内容と、あなたの入力の違い</caption>
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
              <th scope="row">{fieldLabel(name)}</th>
              <td class="sb-prewrap">{other[name] || '（空）'}</td>
              <td class="sb-prewrap">{entered[name] || '（空）'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Banner>
  )
}

const same = (text: string | undefined) => (text ?? '').trim()

/** A draft that waits: open it, or throw it away. */
export function DraftBanner({ state: { draft, isDraftOpen, revision } }: { state: EditorState }) {
  return draft ? <WaitingDraft draft={draft} isOpen={isDraftOpen === true} revision={revision} /> : null
}

type EditorFormProps = {
  state: EditorState
  label: string
  children: ComponentChildren
  /** What stands beside the form: findings, chart. */
  side?: ComponentChildren
  back: string
}

/** The form of an editor: fields, findings beside them, one primary action, drafts kept while typing. */
export function EditorForm({ state, label, children, side, back }: EditorFormProps) {
  return (
    <draft-keeper data-key={String(state.revision)}>
      <form method="post" class="l-split l-gap" aria-label={label} action="#error-summary">
        <input type="hidden" name="revision" value={state.revision} />
        <div class="l-flow-l">
          {children}
          <div class="l-cluster">
            <button class="dads-button" name="act" value="save" type="submit">
              保存する
            </button>
            <a href={back}>取りやめる</a>
          </div>
          <p class="sb-sub num" data-draft-state aria-live="polite" />
        </div>
        {side && <aside class="l-split__side l-flow-l">{side}</aside>}
      </form>
    </draft-keeper>
  )
}
