import type { Screen } from '#src/platform/page.ts'
import { type Account, linkHours, linkPurposeOf } from '../core/account.ts'
import { RoleRemarks } from './account-remarks.tsx'
import { Warning } from './parts/warning.tsx'

/** The link stands here once; its token is kept nowhere. */
export const linkScreen = (account: Account, link: string): Screen => ({
  title: 'リンクを渡してください',
  crumbs: [
    { label: 'アカウント', href: '/staff/accounts' },
    { label: account.name, href: `/staff/accounts/${account.id}` },
  ],
  body: (
    <div class="l-flow">
      <h1>リンクを渡してください</h1>
      <p>
        {account.name}さん（{account.email}
        ）に、次のリンクを渡してください。開くと、本人がパスワードを決められます。
      </p>
      <p class="sb-box">
        <code class="sb-break">{link}</code>
      </p>
      <Warning>この画面を閉じると、同じリンクはもう表示されません。本人だけに渡してください。</Warning>
      <ul class="sb-list">
        <li>{linkHours[linkPurposeOf(account)]}時間のあいだ、一度だけ使えます。</li>
        <li>
          過ぎたとき、なくしたときは、アカウントの画面で新しいリンクをつくれます。前のリンクは使えなくなります。
        </li>
      </ul>
      <RoleRemarks roles={account.roles} />
      <p>
        <a href={`/staff/accounts/${account.id}`}>{account.name}さんのアカウントへ</a>
      </p>
    </div>
  ),
})
