import type { Problems } from '#src/platform/form.ts'
import { PasswordField, ProblemSummary } from '#src/ui/field.tsx'
import { passwordRules } from '../core/password.ts'
import { SignInFrame } from './sign-in-frame.tsx'

type Props = { name: string; email: string; isReset: boolean; problems: Problems }

/** The form of an invitation or of a new link: one field, its rules beside it. */
export function ChoosePassword({ name, email, isReset, problems }: Props) {
  return (
    <SignInFrame
      title={isReset ? '新しいパスワードを決める' : 'パスワードを決める'}
      lead={`${name}さんが、これから使うパスワードを決めてください。`}
      problems={<ProblemSummary problems={problems} />}
      aside={<PasswordRules />}
    >
      <dl class="dads-description-list">
        <div>
          <dt>メールアドレス</dt>
          <dd class="sb-break">{email}</dd>
        </div>
      </dl>
      <form method="post" class="l-flow-l">
        <input
          class="vh"
          type="text"
          name="username"
          autocomplete="username"
          value={email}
          tabIndex={-1}
          readOnly
          aria-hidden="true"
        />
        <NewPassword problem={problems['password']} />
        <button class="dads-button dads-button--large" type="submit">
          決めて、始める
        </button>
      </form>
      {isReset && (
        <p class="sb-sub">決めると、これまでのパスワードと、いま開いているほかのサインインは終わります。</p>
      )}
    </SignInFrame>
  )
}

/** The field for a password that is being chosen. */
export function NewPassword({
  problem,
  label = 'パスワード',
}: {
  problem: string | undefined
  label?: string
}) {
  return (
    <PasswordField
      name="password"
      label={label}
      support="12字以上。貼り付けもできます。"
      problem={problem}
      autocomplete="new-password"
      required
    />
  )
}

/** What a password may be, in words. */
export function PasswordRules() {
  return (
    <div>
      <h2>パスワードの決まり</h2>
      <ul class="sb-list">
        {passwordRules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </div>
  )
}

/** A link that was used, is too old or was cut off: the same words for all, and whom to ask. */
export function SpentLink() {
  return (
    <SignInFrame title="このリンクは使えません" lead="リンクは、決まった時間のあいだ、一度だけ使えます。">
      <div class="l-flow">
        <p>
          すでに使われたか、期限が過ぎたか、あとから新しいリンクがつくられたか、アドレスが途中で切れています。
        </p>
        <ul class="sb-list">
          <li>
            パスワードをもう決めてあるときは、そのまま<a href="/sign-in">サインイン</a>してください。
          </li>
          <li>まだのとき、忘れたときは、システム管理の担当に、新しいリンクを頼んでください。</li>
        </ul>
      </div>
    </SignInFrame>
  )
}
