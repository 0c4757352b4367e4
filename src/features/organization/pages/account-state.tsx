import { page } from '#src/platform/page.ts'
import type { Account } from '../core/account.ts'
import { disableAccount, enableAccount } from '../store/account-change-commands.ts'
import { getAccount } from '../store/account-queries.ts'

/** Asks once more before an account is stopped, or works again. */
export const accountStatePage = page('/staff/accounts/:accountId/state', {
  audience: 'staff',
  async show(context, { params }) {
    const account = await getAccount(context, params.accountId)
    const title = account.state === 'disabled' ? 'また使えるようにする' : 'アカウントを止める'
    return {
      title,
      crumbs: [
        { label: 'アカウント', href: '/staff/accounts' },
        { label: account.name, href: `/staff/accounts/${account.id}` },
      ],
      body: (
        <div class="l-flow">
          <h1>{title}</h1>
          {account.state === 'disabled' ? <Enabling {...account} /> : <Disabling {...account} />}
        </div>
      ),
    }
  },
  async submit(context, { params: { accountId } }, form) {
    const here = `/staff/accounts/${accountId}`
    if (form.get('act') === 'enable') {
      await enableAccount(context, { accountId })
      return { seeOther: `${here}?notice=enabled` }
    }
    await disableAccount(context, { accountId })
    return { seeOther: `${here}?notice=disabled` }
  },
})

function Disabling({ id, name, email }: Account) {
  return (
    <>
      <p>
        {name}さん（{email}）のアカウントを止めます。
      </p>
      <ul class="sb-list">
        <li>
          使用中のサインインは、その場で終わります。保存していない入力は、本人の画面からは保存できなくなります。
        </li>
        <li>渡してあるリンクも、使えなくなります。</li>
        <li>これまでの記録（だれが、いつ、何をしたか）は残ります。あとから、また使えるようにできます。</li>
      </ul>
      <form method="post" class="l-cluster">
        <button class="dads-button" type="submit" name="act" value="disable">
          止める
        </button>
        <a href={`/staff/accounts/${id}`}>やめる</a>
      </form>
    </>
  )
}

function Enabling({ id, name, email }: Account) {
  return (
    <>
      <p>
        {name}さん（{email}
        ）のアカウントを、また使えるようにします。役割とパスワードは、止めたときのままです。
      </p>
      <p>役割と所属がいまの仕事に合っているか、先に確かめてください。</p>
      <form method="post" class="l-cluster">
        <button class="dads-button" type="submit" name="act" value="enable">
          使えるようにする
        </button>
        <a href={`/staff/accounts/${id}`}>やめる</a>
      </form>
    </>
  )
}
