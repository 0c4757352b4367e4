import { hashOfRecoveryCode, newRecoveryCodes, newSecret, stepOf } from '#src/platform/auth/second-factor.ts'
import { openSession } from '#src/platform/auth/sign-in.ts'
import { asOwner } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { type Entered, enteredIn } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther, type Visit } from '#src/platform/page.ts'
import { readCode, unreadableCode, wrongCode } from '../core/second-factor.ts'
import { getOwnAccount } from '../store/account-queries.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  dropOwnSecondFactor,
  renewRecoveryCodes,
} from '../store/second-factor-commands.ts'
import { getOwnSecondFactor } from '../store/second-factor-queries.ts'
import { deviceOf } from './parts/device-of.ts'
import { problemOfCode, problemOfPassword } from './parts/own-guesses.ts'
import { recoveryCodesScreen, secondFactorScreen } from './second-factor-screens.tsx'

const here = '/staff/account/second-factor'

type Act = (context: Context, visit: Visit, entered: Entered) => Promise<Screen | SeeOther>

/** 二段階認証: set up with an app and confirmed by a code; recovery codes shown once; switched off only with a code. */
export const secondFactorPage = page('/staff/account/second-factor', {
  audience: 'staff',
  show: (context, visit) => secondFactorScreen(asOwner(context), visit),
  submit(context, visit, form) {
    const act = acts.get(String(form.get('act')))
    if (!act) throw new Refusal('not-found', 'この操作はありません')
    return act(asOwner(context), visit, enteredIn(form))
  },
})

/** The password once more: a session left open must not be enough to bind the account to somebody else's phone. */
const begin: Act = async (context, visit, entered) => {
  const account = await getOwnAccount(context)
  const claim = { account, password: entered['current'] ?? '', action: 'set-up-second-factor' } as const
  const wrong = await problemOfPassword(context, visit, claim)
  if (wrong) return secondFactorScreen(context, visit, { current: wrong })
  await beginSecondFactor(context, { secret: await newSecret(visit.auth) })
  return { seeOther: here }
}

const confirm: Act = async (context, visit, entered) => {
  const begun = await getOwnSecondFactor(context)
  if (begun.state !== 'begun') return { seeOther: here }
  const code = readCode(entered['code'] ?? '')
  if (code?.kind !== 'code') return secondFactorScreen(context, visit, { code: unreadableCode })
  const step = await stepOf(visit.auth, { kept: begun.secret, code: code.value, now: context.now })
  if (step === undefined) return secondFactorScreen(context, visit, { code: wrongCode })
  const codes = newRecoveryCodes()
  await confirmSecondFactor(context, { step, codeHashes: codes.map(hashOfRecoveryCode) })
  const device = deviceOf(visit.request)
  const { auth, request } = visit
  const session = await openSession(auth, request, { accountId: context.actor.id, device, now: context.now })
  return { ...recoveryCodesScreen(codes, { isNew: true }), cookies: session?.cookies ?? [] }
}

const renew: Act = async (context, visit, entered) => {
  const account = await getOwnAccount(context)
  const typed = entered['code'] ?? ''
  const wrong = await problemOfCode(context, visit, { account, typed, action: 'renew-recovery-codes' })
  if (wrong) return secondFactorScreen(context, visit, { code: wrong })
  const codes = newRecoveryCodes()
  await renewRecoveryCodes(context, { codeHashes: codes.map(hashOfRecoveryCode) })
  return recoveryCodesScreen(codes, { isNew: false })
}

const drop: Act = async (context, visit, entered) => {
  const account = await getOwnAccount(context)
  const typed = entered['last-code'] ?? ''
  const wrong = await problemOfCode(context, visit, { account, typed, action: 'drop-own-second-factor' })
  if (wrong) return secondFactorScreen(context, visit, { 'last-code': wrong })
  await dropOwnSecondFactor(context, {})
  return { seeOther: `${here}?notice=second-factor-dropped` }
}

const acts: ReadonlyMap<string, Act> = new Map(Object.entries({ begin, confirm, renew, drop }))
