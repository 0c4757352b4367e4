import type { Context } from '#src/platform/context.ts'
import { enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther, type Visit } from '#src/platform/page.ts'
import { getAccount, getOwnAccount } from '../store/account-queries.ts'
import { dropSecondFactor } from '../store/second-factor-commands.ts'
import { endAccountSessions } from '../store/session-commands.ts'
import { listSessions } from '../store/session-queries.ts'
import { AccountSignIns } from './account-sign-ins-view.tsx'
import { problemOfCode } from './parts/own-guesses.ts'

/** The sessions of somebody else's account, and its second step, for whoever keeps the accounts. */
export const accountSignInsPage = page('/staff/accounts/:accountId/sign-ins', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.accountId),
  async submit(context, visit, form) {
    const { accountId } = visit.params
    const entered = enteredIn(form)
    if (entered['act'] === 'drop-second-factor') return drop(context, visit, entered['code'] ?? '')
    await endAccountSessions(context, { accountId })
    return { seeOther: `/staff/accounts/${accountId}/sign-ins?notice=sessions-ended` }
  },
})

/** Whoever takes the second step from another account shows their own first: a session left open is not enough. */
async function drop(
  context: Context,
  visit: Visit<'/:accountId'>,
  typed: string,
): Promise<Screen | SeeOther> {
  const { accountId } = visit.params
  await getAccount(context, accountId)
  const account = await getOwnAccount(context)
  const wrong = await problemOfCode(context, visit, { account, typed, action: 'drop-second-factor' })
  if (wrong) return { ...(await screen(context, accountId, { code: wrong })), status: 422 }
  await dropSecondFactor(context, { accountId })
  return { seeOther: `/staff/accounts/${accountId}/sign-ins?notice=second-factor-taken` }
}

async function screen(context: Context, accountId: string, problems: Problems = {}): Promise<Screen> {
  const account = await getAccount(context, accountId)
  const sessions = await listSessions(context, accountId)
  const isOwn = accountId === context.actor.id
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
        isOwn={isOwn}
        now={context.now}
        problems={problems}
      />
    ),
  }
}
