import { hashPassword, isPasswordOf } from '#src/platform/auth/passwords.ts'
import { openSession } from '#src/platform/auth/sign-in.ts'
import { countTry, forgetTries } from '#src/platform/auth/tries.ts'
import { type Auth, sessionOf } from '#src/platform/auth.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther, type Visit } from '#src/platform/page.ts'
import type { Account } from '../core/account.ts'
import { passwordProblem } from '../core/password.ts'
import { ownWordsOf } from '../core/password-own-words.ts'
import { changeOwnPassword, endOtherSessions } from '../store/account-change-commands.ts'
import { countOtherSessions, getOwnAccount } from '../store/account-queries.ts'
import { findMunicipality, listUnits } from '../store/queries.ts'
import { OwnAccount } from './account-own-view.tsx'

/** 自分のアカウント: roles in words, another password, other sessions. Nothing else about it can be changed here. */
export const ownAccountPage = page('/staff/account', {
  audience: 'staff',
  show: (context, visit) => screen(context, visit),
  async submit(context, visit, form) {
    if (form.get('act') === 'end-others') {
      const session = await sessionIdOf(context, visit)
      await endOtherSessions(context, { session })
      return { seeOther: '/staff/account' }
    }
    return changePassword(context, visit, enteredIn(form))
  },
})

async function changePassword(context: Context, visit: Visit, entered: Entered): Promise<Screen | SeeOther> {
  const account = await getOwnAccount(context)
  const password = entered['password'] ?? ''
  const problems = await problemsWith(context, visit, {
    account,
    current: entered['current'] ?? '',
    password,
  })
  if (Object.keys(problems).length > 0) return { ...(await screen(context, visit, problems)), status: 422 }
  await changeOwnPassword(context, { passwordHash: await hashPassword(visit.auth, password) })
  const again = { email: account.email, password, now: context.now }
  const outcome = await openSession(visit.auth, visit.request, again)
  if (outcome.kind !== 'done') return { seeOther: '/sign-in' }
  return { seeOther: '/staff/account?notice=password-changed', cookies: outcome.cookies }
}

type Passwords = { account: Account; current: string; password: string }

async function problemsWith(context: Context, visit: Visit, given: Passwords): Promise<Problems> {
  const { account, current, password } = given
  const wrong = await problemOfCurrent(visit.auth, {
    account,
    current,
    clientAddress: visit.clientAddress,
    now: context.now,
  })
  const { name, email } = account
  const words = ownWordsOf({ name, email, site: visit.site, city: await findMunicipality(context) })
  const weak =
    passwordProblem(password, words) ??
    (password === current ? 'いまと違うパスワードにしてください' : undefined)
  return { ...(wrong ? { current: wrong } : {}), ...(weak ? { password: weak } : {}) }
}

type Claim = { account: Account; current: string; clientAddress: string; now: Date }

/** Guessing is limited here as at the sign-in: a session left open must not tell the password. */
async function problemOfCurrent(
  auth: Auth,
  { account, current, ...from }: Claim,
): Promise<string | undefined> {
  const given = { email: account.email, ...from }
  if ((await countTry(auth, given)) > 0) return '続けて何度も違ったため、1分ほど待ってから入力してください'
  if (!(await isPasswordOf(auth, account.id, current))) return 'いまのパスワードが違います'
  await forgetTries(auth, given)
  return undefined
}

async function sessionIdOf(context: Context, { auth, request }: Visit): Promise<string> {
  return (await sessionOf(auth, request, context.now))?.sessionId ?? ''
}

async function screen(context: Context, visit: Visit, problems: Problems = {}): Promise<Screen> {
  const account = await getOwnAccount(context)
  const unit = (await listUnits(context)).find(({ id }) => id === account.unitId)?.name
  const others = await countOtherSessions(context, await sessionIdOf(context, visit))
  return {
    title: '自分のアカウント',
    body: <OwnAccount account={account} unit={unit} others={others} problems={problems} />,
  }
}
