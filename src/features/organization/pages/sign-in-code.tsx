import { completeSignIn } from '#src/platform/auth/sign-in.ts'
import { countTry, tryOf } from '#src/platform/auth/tries.ts'
import { findWaiting, type WaitingSignIn } from '#src/platform/auth/waiting-sign-ins.ts'
import type { Context } from '#src/platform/context.ts'
import { enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther, type Visit } from '#src/platform/page.ts'
import { placeAfter } from '../core/account-place.ts'
import { readCode, type TypedCode, unreadableCode, wrongCode } from '../core/second-factor.ts'
import { waitWords } from '../core/wait-words.ts'
import { recordRefusedCode, recordSignIn } from '../store/account-traces.ts'
import { takeCode } from '../store/second-factor-codes.ts'
import { deviceOf } from './parts/device-of.ts'
import { CodeForms } from './sign-in-code-view.tsx'

/** The second step of a sign-in: a code of the app, or one of the recovery codes. */
export const signInCodePage = page('/sign-in/code', {
  audience: 'anyone',
  async show(context, { auth, request, url }) {
    if (context.actor.id !== 'public') return { seeOther: placeAfter(url.searchParams.get('to')) }
    return (await findWaiting(auth, request, context.now)) ? screen({}) : { seeOther: '/sign-in' }
  },
  async submit(context, visit, form) {
    const waiting = await findWaiting(visit.auth, visit.request, context.now)
    if (!waiting) return { seeOther: '/sign-in?late=1' }
    const entered = enteredIn(form)
    const field = 'recovery' in entered ? 'recovery' : 'code'
    const refuse = (problem: string): Screen => ({ ...screen({ [field]: problem }), status: 422 })
    const typed = readCode(entered[field] ?? '')
    if (!typed) return refuse(unreadableCode)
    return secondStep(context, visit, { waiting, typed, refuse })
  },
})

type Step = { waiting: WaitingSignIn; typed: TypedCode; refuse: (problem: string) => Screen }

async function secondStep(
  context: Context,
  visit: Visit,
  { waiting, typed, refuse }: Step,
): Promise<Screen | SeeOther> {
  const { auth, request, url } = visit
  const { accountId, email } = waiting
  const made = tryOf(auth, visit, { email, guessed: 'code', now: context.now })
  const wait = await countTry(auth, made)
  if (wait > 0) return refuse(waitWords(Math.ceil(wait / 1000)))
  if (!(await takeCode(context, auth, { accountId, typed }))) {
    await recordRefusedCode(context, accountId, 'sign-in')
    return refuse(wrongCode)
  }
  const outcome = await completeSignIn(auth, request, { accountId, made, device: deviceOf(request) })
  if (outcome.kind !== 'done') return { seeOther: '/sign-in' }
  await recordSignIn(context, accountId, typed.kind)
  const { cookies } = outcome
  if (typed.kind === 'code') return { seeOther: placeAfter(url.searchParams.get('to')), cookies }
  return { seeOther: '/staff/account/second-factor?notice=recovery-code-used', cookies }
}

const screen = (problems: Problems): Screen => ({
  title: '確認コードの入力',
  isInvented: false,
  body: <CodeForms problems={problems} />,
})
