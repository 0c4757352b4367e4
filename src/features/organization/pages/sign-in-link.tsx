import { hashPassword } from '#src/platform/auth/passwords.ts'
import { continueSignIn } from '#src/platform/auth/sign-in.ts'
import { tryOf } from '#src/platform/auth/tries.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems, problemsOf } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther, type Visit } from '#src/platform/page.ts'
import { firstPersonForm } from '../core/account.ts'
import { passwordProblem } from '../core/password.ts'
import { ownWordsOf } from '../core/password-own-words.ts'
import { choosePassword } from '../store/account-commands.ts'
import { findLink, type OpenLink } from '../store/account-queries.ts'
import { recordSignIn, recordSpentLink } from '../store/account-traces.ts'
import { findMunicipality } from '../store/queries.ts'
import { FirstStart } from './first-start.tsx'
import { deviceOf } from './parts/device-of.ts'
import { ChoosePassword, SpentLink } from './sign-in-link-view.tsx'

/**
 * The page a one-time link opens: choosing a password, at the first start also name and address. Only the form uses the
 * link up: whatever reads the address on its way (a preview, a scanner) does no harm.
 */
export const signInLinkPage = page('/sign-in/link/:token', {
  audience: 'anyone',
  async show(context, { params }) {
    const link = await findLink(context, params.token)
    return link ? screen(link) : spent()
  },
  async submit(context, visit, form) {
    const { token } = visit.params
    const link = await findLink(context, token)
    if (!link) {
      await recordSpentLink(context, token)
      return spent()
    }
    const entered = enteredIn(form)
    const password = entered['password'] ?? ''
    const read = firstPersonForm.safeParse({ ...(link.account ?? entered) })
    const problems = read.success ? {} : problemsOf(read.error)
    const { name = '', email = '' } = read.data ?? entered
    const weak = passwordProblem(
      password,
      ownWordsOf({ name, email, site: visit.site, city: await findMunicipality(context) }),
    )
    if (!read.success || weak) {
      return { ...screen(link, entered, { ...problems, ...(weak ? { password: weak } : {}) }), status: 422 }
    }
    const passwordHash = await hashPassword(visit.auth, password)
    const accountId = await choosePassword(context, { token, passwordHash, ...read.data })
    return goOn(context, visit, { accountId, passwordHash, email: read.data.email })
  },
})

/** A link replaces the password, never the second step. */
async function goOn(
  context: Context,
  { auth, request, clientAddress }: Visit,
  { email, ...chosen }: { accountId: string; passwordHash: string; email: string },
): Promise<SeeOther> {
  const made = tryOf(auth, { request, clientAddress }, { email, guessed: 'password', now: context.now })
  const outcome = await continueSignIn(auth, request, { ...chosen, made, device: deviceOf(request) })
  if (outcome.kind === 'code') return { seeOther: '/sign-in/code', cookies: outcome.cookies }
  if (outcome.kind === 'refused') return { seeOther: '/sign-in' }
  await recordSignIn(context, chosen.accountId)
  return { seeOther: '/staff', cookies: outcome.cookies }
}

const spent = (): Screen => ({
  title: 'このリンクは使えません',
  status: 410,
  isInvented: false,
  body: <SpentLink />,
})

function screen(link: OpenLink, entered: Entered = {}, problems: Problems = {}): Screen {
  const { account } = link
  return account
    ? {
        title: 'パスワードを決める',
        isInvented: false,
        body: <ChoosePassword {...account} isReset={link.purpose === 'reset'} problems={problems} />,
      }
    : {
        title: 'はじめてのサインイン',
        isInvented: false,
        body: <FirstStart entered={entered} problems={problems} />,
      }
}
