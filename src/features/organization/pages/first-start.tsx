import type { Entered, Problems } from '#src/platform/form.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import { SignInFrame } from './sign-in-frame.tsx'
import { NewPassword, PasswordRules } from './sign-in-link-view.tsx'

type Props = { entered: Entered; problems: Problems }

/** はじめてのサインイン: the first person makes the first account. */
export function FirstStart({ entered, problems }: Props) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <SignInFrame
      title="はじめてのサインイン"
      lead="最初のアカウントをつくります。計画をつくる企画（事務局）と、アカウントを扱うシステム管理の役割が付きます。"
      problems={<ProblemSummary problems={problems} />}
      aside={
        <>
          <PasswordRules />
          <div>
            <h2>ほかの人のアカウント</h2>
            <p>
              二段階認証を設定すると、「管理」の「アカウント」でつくれます。計画を公開するには、公開責任者の役割をもつ、もう1人が要ります。
            </p>
          </div>
        </>
      }
    >
      <form method="post" class="l-flow-l">
        <TextField {...field('name')} label="氏名" autocomplete="name" required />
        <TextField
          {...field('email')}
          label="メールアドレス"
          support="サインインするときに使います。メールは送られません。"
          inputMode="email"
          autocomplete="username"
          required
        />
        <NewPassword problem={problems['password']} />
        <button class="dads-button dads-button--large" type="submit">
          アカウントをつくって、始める
        </button>
      </form>
    </SignInFrame>
  )
}
