import { isPasswordOf } from '#src/platform/auth/passwords.ts'
import { countTry, forgetTries, tryOf } from '#src/platform/auth/tries.ts'
import type { Context } from '#src/platform/context.ts'
import type { Visit } from '#src/platform/page.ts'
import type { Account } from '../../core/account.ts'
import { readCode, unreadableCode, wrongCode } from '../../core/second-factor.ts'
import { waitWords } from '../../core/wait-words.ts'
import { recordRefusedCode, recordRefusedPassword } from '../../store/account-traces.ts'
import { takeCode } from '../../store/second-factor-codes.ts'

type PasswordClaim = {
  account: Account
  password: string
  action: Parameters<typeof recordRefusedPassword>[1]
}

/**
 * What is wrong with the password somebody gives who is signed in; undefined when it is theirs. Guessing is limited here
 * as at the sign-in: a session left open must not tell the password.
 */
export async function problemOfPassword(
  context: Context,
  visit: Visit,
  { account, password, action }: PasswordClaim,
): Promise<string | undefined> {
  const { auth } = visit
  if (password === '') return 'いまのパスワードを入力してください'
  const made = tryOf(auth, visit, { email: account.email, guessed: 'password', now: context.now })
  const wait = await countTry(auth, made)
  if (wait > 0) return waitWords(Math.ceil(wait / 1000))
  if (!(await isPasswordOf(auth, account.id, password))) {
    await recordRefusedPassword(context, action)
    return 'いまのパスワードが違います'
  }
  await forgetTries(auth, made)
  return undefined
}

type CodeClaim = { account: Account; typed: string; action: Parameters<typeof recordRefusedCode>[2] }

/** What is wrong with the code somebody gives who is signed in; undefined when it was good, and then it is used up. */
export async function problemOfCode(
  context: Context,
  visit: Visit,
  { account, typed, action }: CodeClaim,
): Promise<string | undefined> {
  const { auth } = visit
  const code = readCode(typed)
  if (!code) return unreadableCode
  const made = tryOf(auth, visit, { email: account.email, guessed: 'code', now: context.now })
  const wait = await countTry(auth, made)
  if (wait > 0) return waitWords(Math.ceil(wait / 1000))
  if (!(await takeCode(context, auth, { accountId: account.id, typed: code }))) {
    await recordRefusedCode(context, account.id, action)
    return wrongCode
  }
  await forgetTries(auth, made)
  return undefined
}
