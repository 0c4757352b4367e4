import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, problemsOf } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { newAccountForm } from '../core/account.ts'
import { accountPermissions as permissions } from '../core/account-permissions.ts'
import { addAccount, makeLink } from '../store/account-commands.ts'
import { findAccount, getAccount } from '../store/account-queries.ts'
import { choicesOf, enteredAccount, surroundingsOf } from './account-choices.ts'
import { AccountFields } from './account-fields.tsx'
import { linkScreen } from './account-link-view.tsx'

/** A new account. The link to hand over is shown once, as the answer to the form. */
export const newAccountPage = page('/staff/accounts/new', {
  audience: 'staff',
  show: async (context) => screen(context, {}, {}),
  async submit(context, { site }, form) {
    const entered = enteredAccount(form)
    const read = newAccountForm.safeParse({ ...entered })
    if (!read.success) return { ...(await screen(context, entered, problemsOf(read.error))), status: 422 }
    if (await findAccount(context, read.data.email)) {
      const problem = 'このメールアドレスのアカウントは、すでにあります'
      return { ...(await screen(context, entered, { email: problem })), status: 422 }
    }
    const accountId = await addAccount(context, read.data)
    const token = await makeLink(context, { accountId })
    return linkScreen(await getAccount(context, accountId), `${site}/sign-in/link/${token}`)
  },
})

async function screen(context: Context, entered: Entered, problems: Problems): Promise<Screen> {
  authorize(context, permissions, 'add-account')
  const choices = choicesOf(await surroundingsOf(context), entered['unitId'])
  return {
    title: 'アカウントをつくる',
    crumbs: [{ label: 'アカウント', href: '/staff/accounts' }],
    body: (
      <>
        <h1>アカウントをつくる</h1>
        <form method="post" class="sb-form l-gap">
          <AccountFields entered={entered} problems={problems} {...choices} isNew />
          <p class="sb-sub">つくると、本人に渡すリンクが一度だけ表示されます。パスワードは本人が決めます。</p>
          <button class="dads-button" type="submit">
            つくる
          </button>
        </form>
      </>
    ),
  }
}
