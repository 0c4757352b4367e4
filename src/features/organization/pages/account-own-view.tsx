import { roleLabels } from '#src/lib/permissions.ts'
import type { Problems } from '#src/platform/form.ts'
import { PasswordField, ProblemSummary } from '#src/ui/field.tsx'
import { AboutScreen, NoValue, Section } from '#src/ui/parts.tsx'
import type { Account } from '../core/account.ts'
import { roleRights } from '../core/account-roles.ts'
import { NewPassword, PasswordRules } from './sign-in-link-view.tsx'

type Props = { account: Account; unit: string | undefined; others: number; problems: Problems }

export function OwnAccount({ account, unit, others, problems }: Props) {
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1>自分のアカウント</h1>
      <dl class="dads-description-list l-gap">
        <div>
          <dt>氏名</dt>
          <dd>{account.name}</dd>
        </div>
        <div>
          <dt>メールアドレス</dt>
          <dd class="sb-break">{account.email}</dd>
        </div>
        <div>
          <dt>所属</dt>
          <dd>{unit ?? <NoValue words="なし" />}</dd>
        </div>
        <div>
          <dt>役割</dt>
          <dd>
            <Roles account={account} />
          </dd>
        </div>
      </dl>
      <p class="sb-sub l-gap">氏名・所属・役割を変えるときは、システム管理の担当に頼んでください。</p>
      <PasswordSection problems={problems} />
      <Section id="sessions" title="ほかのサインイン">
        <Sessions others={others} />
      </Section>
      <AboutScreen>
        <p>
          サインインは、60分使わないと、または12時間たつと終わります。席を離れるときは、ログアウトしてください。
        </p>
      </AboutScreen>
    </>
  )
}

function Roles({ account }: Pick<Props, 'account'>) {
  return (
    <ul>
      {account.roles.map((role) => (
        <li key={role}>
          {roleLabels[role]}
          {role !== 'public' && (
            <div class="sb-sub">
              {roleRights[role].may}。しないこと：{roleRights[role].mayNot}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function PasswordSection({ problems }: Pick<Props, 'problems'>) {
  return (
    <Section id="change" title="パスワードを変える">
      <div class="l-split">
        <form method="post" class="sb-form">
          <p>変えると、ほかの機械でのサインインは終わります。</p>
          <PasswordField
            name="current"
            label="いまのパスワード"
            problem={problems['current']}
            autocomplete="current-password"
            required
          />
          <NewPassword label="新しいパスワード" problem={problems['password']} />
          <button class="dads-button" type="submit">
            変える
          </button>
        </form>
        <PasswordRules />
      </div>
    </Section>
  )
}

function Sessions({ others }: Pick<Props, 'others'>) {
  if (others === 0) return <p>いまサインインしているのは、この画面だけです。</p>
  return (
    <form method="post" class="l-flow">
      <p>
        この画面のほかに、<b>{others}つ</b>
        のサインインが続いています。覚えがないときは終えて、パスワードも変えてください。
      </p>
      <button class="dads-button dads-button--secondary" type="submit" name="act" value="end-others">
        ほかのサインインを終える
      </button>
    </form>
  )
}
