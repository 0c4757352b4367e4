import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { guardedRoles, roleLabels } from '#src/lib/permissions.ts'
import type { Problems } from '#src/platform/form.ts'
import { PasswordField, ProblemSummary } from '#src/ui/field.tsx'
import { AboutScreen, NoValue, Section } from '#src/ui/parts.tsx'
import type { Account } from '../core/account.ts'
import { roleRights, rolesInWords } from '../core/account-roles.ts'
import { Warning } from './parts/warning.tsx'
import { NewPassword, PasswordRules } from './sign-in-link-view.tsx'

type Props = { account: Account; unit: string | undefined; sessions: number; problems: Problems }

export function OwnAccount({ account, unit, sessions, problems }: Props) {
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
      <Section id="two-steps" title="二段階認証">
        <TwoSteps account={account} />
      </Section>
      <PasswordSection problems={problems} />
      <Section id="sessions" title="サインインしている機械">
        <p>
          <b>{sessions}つ</b>
          のサインインが続いています（この画面を含みます）。
          <a href="/staff/account/sessions">一覧を見る・終える</a>
        </p>
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

function TwoSteps({ account }: Pick<Props, 'account'>) {
  const link = '/staff/account/second-factor'
  if (account.twoStepsSince) {
    return (
      <p>
        使っています（{eraDay(tokyoDay(new Date(account.twoStepsSince)))}から）。
        <a href={link}>予備コードをつくり直す・やめる</a>
      </p>
    )
  }
  const guarded = account.roles.filter((role) => guardedRoles.includes(role))
  return (
    <div class="l-flow">
      <p>
        まだ使っていません。サインインのとき、パスワードに加えて、スマートフォンに出るコードを確かめる仕組みです。
      </p>
      {guarded.length > 0 && <Warning>{rolesInWords(guarded)}の仕事は、設定してから始められます。</Warning>}
      <p>
        <a class="dads-button dads-button--secondary" href={link}>
          二段階認証を設定する
        </a>
      </p>
    </div>
  )
}
