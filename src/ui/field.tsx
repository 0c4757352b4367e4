import type { ComponentChildren } from 'preact'

type Texts = Readonly<Record<string, string>>

type CommonProps = {
  name: string
  label: string
  /** What was typed, or what is saved. */
  value?: string | undefined
  problem?: string | undefined
  /** Says before typing what is wanted. */
  support?: string
  required?: boolean
  /** Said beside the label of a field that may stay empty. */
  optional?: boolean
}

/** What ties a control to its label, its support text and its problem. */
function controlProps({ name, problem, support }: CommonProps) {
  const described = [support && `${name}-support`, problem && `${name}-problem`].filter(Boolean).join(' ')
  return {
    id: name,
    name,
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': described || undefined,
  }
}

/** Label, support text above the control, problem below it (ui.md §2). */
function FieldFrame({ children, ...props }: CommonProps & { children: ComponentChildren }) {
  const { name, label, support, problem, required, optional } = props
  return (
    <div class={problem ? 'dads-form dads-form-group--error' : 'dads-form'}>
      <label class="dads-form__label" for={name}>
        {label}
        {required && <span class="dads-form__req">※必須</span>}
        {optional && <span class="dads-form__opt">※任意</span>}
      </label>
      {support && (
        <p class="dads-form__support" id={`${name}-support`}>
          {support}
        </p>
      )}
      {children}
      {problem && (
        <p class="dads-form__error" id={`${name}-problem`}>
          ＊{problem}
        </p>
      )}
    </div>
  )
}

type Width = 'short' | 'mid'
const inputClass = (width?: Width) => (width ? `dads-input dads-input--${width}` : 'dads-input')

type TextFieldProps = CommonProps & {
  inputMode?: 'numeric' | 'decimal' | 'email' | 'text'
  autocomplete?: string
  width?: Width
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <FieldFrame {...props}>
      <input
        {...controlProps(props)}
        class={inputClass(props.width)}
        type="text"
        value={props.value ?? ''}
        inputMode={props.inputMode}
        autocomplete={props.autocomplete}
      />
    </FieldFrame>
  )
}

/** A secret. What was typed is never sent back; pasting is allowed. */
export function PasswordField(props: CommonProps & { autocomplete: 'current-password' | 'new-password' }) {
  return (
    <FieldFrame {...props}>
      <input
        {...controlProps(props)}
        class={inputClass('mid')}
        type="password"
        autocomplete={props.autocomplete}
      />
    </FieldFrame>
  )
}

/** Several lines of text. */
export function TextArea(props: CommonProps & { rows?: number }) {
  return (
    <FieldFrame {...props}>
      <textarea {...controlProps(props)} class="dads-input" rows={props.rows ?? 4}>
        {props.value ?? ''}
      </textarea>
    </FieldFrame>
  )
}

export type Choice = { value: string; label: string }

/** One of a list. `blank` is the words of the empty choice, where none is allowed. */
export function SelectField(
  props: CommonProps & { choices: readonly Choice[]; blank?: string; width?: Width },
) {
  return (
    <FieldFrame {...props}>
      <select {...controlProps(props)} class={inputClass(props.width)}>
        {props.blank !== undefined && <option value="">{props.blank}</option>}
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === props.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** A file to send, or several. */
export function FileField(props: CommonProps & { accept?: string; multiple?: boolean }) {
  return (
    <FieldFrame {...props}>
      <input
        {...controlProps(props)}
        class="dads-input"
        type="file"
        accept={props.accept}
        multiple={props.multiple}
      />
    </FieldFrame>
  )
}

type CheckProps = { name: string; label: string; value?: string; isChecked: boolean; support?: string }

/** One box to tick. */
export function CheckField({ name, label, value = 'yes', isChecked, support }: CheckProps) {
  return (
    <label class="dads-choice">
      <input type="checkbox" name={name} value={value} checked={isChecked} />
      <span>
        {label}
        {support && <small>{support}</small>}
      </span>
    </label>
  )
}

/** All problems of a form at its head, each a link to the field, with the words that stand there. */
export function ProblemSummary({ problems, title }: { problems: Texts; title?: string }) {
  const list = Object.entries(problems)
  if (list.length === 0) return null
  return (
    <error-focus>
      <div class="sb-error-summary" role="alert" tabIndex={-1} id="error-summary" aria-labelledby="es">
        <h2 id="es">{title ?? `入力内容に問題があります（${list.length}件）`}</h2>
        <ul>
          {list.map(([name, problem]) => (
            <li key={name}>
              <a href={`#${name}`}>＊{problem}</a>
            </li>
          ))}
        </ul>
      </div>
    </error-focus>
  )
}
