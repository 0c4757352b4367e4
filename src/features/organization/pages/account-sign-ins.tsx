import { page, type Screen } from '#src/platform/page.ts'
import { getAccount } from '../store/account-queries.ts'
import { dropSecondFactor } from '../store/second-factor-commands.ts'
import { endAccountSessions } from '../store/session-commands.ts'
import { listSessions } from '../store/session-queries.ts'
import { AccountSignIns } from './account-sign-ins-view.tsx'

/** The sessions of somebody else's account, and its second step, for whoever keeps the accounts. */
export const accountSignInsPage = page('/staff/accounts/:accountId/sign-ins', {
  audience: 'staff',
  async show(context, { params: { accountId } }): Promise<Screen> {
    const account = await getAccount(context, accountId)
    const sessions = await listSessions(context, accountId)
    return {
      title: 'サインインの管理',
      crumbs: [
        { label: 'アカウント', href: '/staff/accounts' },
        { label: account.name, href: `/staff/accounts/${account.id}` },
      ],
      body: (
        <AccountSignIns
          account={account}
          sessions={sessions}
          isOwn={accountId === context.actor.id}
          now={context.now}
        />
      ),
    }
  },
  async submit(context, { params: { accountId } }, form) {
    const here = `/staff/accounts/${accountId}/sign-ins`
    if (form.get('act') === 'drop-second-factor') {
      await dropSecondFactor(context, { accountId })
      return { seeOther: `${here}?notice=second-factor-dropped` }
    }
    await endAccountSessions(context, { accountId })
    return { seeOther: `${here}?notice=sessions-ended` }
  },
})
