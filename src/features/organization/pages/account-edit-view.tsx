import { BothVersions, type VersionRow } from '#src/ui/both-versions.tsx'
import { AboutScreen } from '#src/ui/parts.tsx'
import type { Account } from '../core/account.ts'
import { type Surroundings, standingRemarks } from '../core/account-standing.ts'
import { AccountFields, type AccountFieldsProps } from './account-fields.tsx'
import { lastSignIn, StateBadge } from './account-list-view.tsx'
import { Remarks, RoleRemarks } from './account-remarks.tsx'

type Props = AccountFieldsProps & {
  account: Account
  isOwn: boolean
  surroundings: Surroundings
  versions: readonly VersionRow[] | undefined
}

export function AccountEditor(props: Props) {
  const { account, isOwn, surroundings, versions } = props
  return (
    <>
      <div class="l-flow">
        {versions && <BothVersions rows={versions} />}
        <h1>{account.name}</h1>
        <dl class="sb-facts">
          <div>
            <dt>メールアドレス</dt>
            <dd class="sb-break">{account.email}</dd>
          </div>
          <div>
            <dt>状態</dt>
            <dd>
              <StateBadge state={account.state} />
            </dd>
          </div>
          <div>
            <dt>二段階認証</dt>
            <dd>{account.twoStepsSince ? '使っています' : 'まだです'}</dd>
          </div>
          <div>
            <dt>最後のサインイン</dt>
            <dd>{lastSignIn(account) ?? 'まだありません'}</dd>
          </div>
        </dl>
        <Remarks title="異動のあとの確認" remarks={standingRemarks(account, surroundings)} />
        <RoleRemarks roles={account.roles} />
      </div>
      <form method="post" class="sb-form l-gap">
        <input type="hidden" name="revision" value={account.revision} />
        <AccountFields {...props} />
        <button class="dads-button" type="submit">
          保存する
        </button>
      </form>
      <section class="l-section" aria-labelledby="more">
        <h2 id="more">サインイン</h2>
        <SignInLinks account={account} isOwn={isOwn} />
      </section>
      <AboutScreen>
        <p>
          役割を変えると、使用中のサインインにもすぐに働きます。だれが、いつ、何を変えたかは、監査の記録に残ります。
        </p>
      </AboutScreen>
    </>
  )
}

function SignInLinks({ account, isOwn }: Pick<Props, 'account' | 'isOwn'>) {
  const here = `/staff/accounts/${account.id}`
  if (isOwn) {
    return (
      <p class="l-gap">
        パスワードと二段階認証は<a href="/staff/account">自分のアカウント</a>の画面で変えられます。
      </p>
    )
  }
  if (account.state === 'disabled') {
    return (
      <p class="l-gap">
        止めてあります。<a href={`${here}/state`}>また使えるようにする</a>
      </p>
    )
  }
  return (
    <ul class="sb-list l-gap">
      <li>
        <a href={`${here}/link`}>パスワードを決めるリンクをつくる</a>（まだ決めていないとき、忘れたとき）
      </li>
      <li>
        <a href={`${here}/sign-ins`}>使用中のサインインを終える・二段階認証を外す</a>
        （なくした機械があるとき）
      </li>
      <li>
        <a href={`${here}/state`}>アカウントを止める</a>（異動、退職のとき）
      </li>
    </ul>
  )
}
