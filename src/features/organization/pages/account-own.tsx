import { hashPassword } from '#src/platform/auth/passwords.ts'
import { openSession } from '#src/platform/auth/sign-in.ts'
import { asOwner } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther, type Visit } from '#src/platform/page.ts'
import type { Account } from '../core/account.ts'
import { passwordProblem } from '../core/password.ts'
import { ownWordsOf } from '../core/password-own-words.ts'
import { changeOwnPassword } from '../store/account-change-commands.ts'
import { getOwnAccount } from '../store/account-queries.ts'
import { findMunicipality, listUnits } from '../store/queries.ts'
import { listOwnSessions } from '../store/session-queries.ts'
import { OwnAccount } from './account-own-view.tsx'
import { deviceOf } from './parts/device-of.ts'
import { problemOfPassword } from './parts/own-guesses.ts'

/** 自分のアカウント: roles in words, another password, the ways to two steps and to the list of sessions. */
export const ownAccountPage = page('/staff/account', {
  audience: 'staff',
  show: (context) => screen(asOwner(context)),
  submit: (context, visit, form) => changePassword(asOwner(context), visit, enteredIn(form)),
})

async function changePassword(context: Context, visit: Visit, entered: Entered): Promise<Screen | SeeOther> {
  const account = await getOwnAccount(context)
  const password = entered['password'] ?? ''
  const problems = await problemsWith(context, visit, {
    account,
    current: entered['current'] ?? '',
    password,
  })
  if (Object.keys(problems).length > 0) return { ...(await screen(context, problems)), status: 422 }
  await changeOwnPassword(context, { passwordHash: await hashPassword(visit.auth, password) })
  const device = deviceOf(visit.request)
  const session = await openSession(visit.auth, visit.request, {
    accountId: account.id,
    device,
    now: context.now,
  })
  if (!session) return { seeOther: '/sign-in' }
  return { seeOther: '/staff/account?notice=password-changed', cookies: session.cookies }
}

type Passwords = { account: Account; current: string; password: string }

async function problemsWith(context: Context, visit: Visit, given: Passwords): Promise<Problems> {
  const { account, current, password } = given
  const claim = { account, password: current, action: 'change-own-password' } as const
  const wrong = await problemOfPassword(context, visit, claim)
  const { name, email } = account
  const words = ownWordsOf({ name, email, site: visit.site, city: await findMunicipality(context) })
  const weak =
    passwordProblem(password, words) ??
    (password === current ? 'いまと違うパスワードにしてください' : undefined)
  return { ...(wrong ? { current: wrong } : {}), ...(weak ? { password: weak } : {}) }
}

async function screen(context: Context, problems: Problems = {}): Promise<Screen> {
  const account = await getOwnAccount(context)
  const unit = (await listUnits(context)).find(({ id }) => id === account.unitId)?.name
  const sessions = (await listOwnSessions(context)).length
  return {
    title: '自分のアカウント',
    body: <OwnAccount account={account} unit={unit} sessions={sessions} problems={problems} />,
  }
}
