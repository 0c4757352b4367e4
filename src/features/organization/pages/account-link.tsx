import { page } from '#src/platform/page.ts'
import { linkHours, linkPurposeOf } from '../core/account.ts'
import { makeLink } from '../store/account-commands.ts'
import { getAccount } from '../store/account-queries.ts'
import { linkScreen } from './account-link-view.tsx'

/** A new link for somebody who has no password yet, or forgot it. Shown once, as the answer to the form. */
export const accountLinkPage = page('/staff/accounts/:accountId/link', {
  audience: 'staff',
  async show(context, { params }) {
    const account = await getAccount(context, params.accountId)
    const title = 'パスワードを決めるリンク'
    return {
      title,
      crumbs: [
        { label: 'アカウント', href: '/staff/accounts' },
        { label: account.name, href: `/staff/accounts/${account.id}` },
      ],
      body: (
        <div class="l-flow">
          <h1>{title}</h1>
          <p>
            {account.name}さん（{account.email}
            ）に渡す、新しいリンクをつくります。{linkHours[linkPurposeOf(account)]}
            時間のあいだ、一度だけ使えます。
          </p>
          <ul class="sb-list">
            <li>前につくったリンクは、使えなくなります。</li>
            <li>
              いまのパスワードは、本人が新しいものを決めるまで、そのまま使えます。決めると、使用中のサインインは終わります。
            </li>
            {account.twoStepsSince && (
              <li>二段階認証は、そのまま続きます。決めたあと、確認コードを入力します。</li>
            )}
            <li>本人からの頼みであることを、電話や対面で確かめてからつくってください。</li>
          </ul>
          <form method="post" class="l-cluster">
            <button class="dads-button" type="submit">
              リンクをつくる
            </button>
            <a href={`/staff/accounts/${account.id}`}>やめる</a>
          </form>
        </div>
      ),
    }
  },
  async submit(context, { params: { accountId }, site }) {
    const token = await makeLink(context, { accountId })
    return linkScreen(await getAccount(context, accountId), `${site}/sign-in/link/${token}`)
  },
})
