import { expect } from 'vitest'
import { guardedRoles } from '#src/lib/permissions.ts'
import type { Town } from '#test/town.ts'
import { codeAt } from './authenticator.ts'
import { Visitor } from './visitor.ts'

export const passphrase = '四つの川と橋の名前を並べる'

/** The first officer: follows the link of the first start, makes the first account and sets up the second step. */
export async function firstOfficer(town: Town): Promise<Visitor> {
  const officer = new Visitor(town.address)
  await officer.open(town.link ?? '')
  const typed = { 氏名: '企画 花子', メールアドレス: 'hanako@example.jp', パスワード: passphrase }
  await officer.press('アカウントをつくって、始める', typed)
  expect(officer.path).toBe('/staff')
  await setUpTwoSteps(officer, passphrase)
  return officer
}

/** Sets up the second step with an authenticator app; gives its secret and the recovery codes. */
export async function setUpTwoSteps(visitor: Visitor, password: string, now = new Date()) {
  await visitor.open('/staff/account/second-factor')
  await visitor.press('設定を始める', { いまのパスワード: password })
  const secret = codesOn(visitor)[0] ?? ''
  await visitor.press('確かめて、設定を終える', { 確認コード: codeAt(secret, now) })
  expect(visitor.words).toContain('予備コードを書きとめてください')
  return { secret, recoveryCodes: codesOn(visitor) }
}

export const codesOn = (visitor: Visitor) => visitor.all('main code').map((code) => code.textContent ?? '')

type Newcomer = { name: string; email: string; role: string }

/** The officer makes an account; its owner chooses a password by the link shown once, and sets up what the role needs. */
export async function colleagueOf(officer: Visitor, { name, email, role }: Newcomer): Promise<Visitor> {
  await officer.open('/staff/accounts/new')
  if (officer.status === 403) {
    await setUpTwoSteps(officer, passphrase)
    await officer.open('/staff/accounts/new')
  }
  const box = officer.all(`input[value="${role}"]`)[0]?.getAttribute('name') ?? ''
  await officer.pressWith('つくる', { 氏名: name, メールアドレス: email }, { [box]: role })
  const link = /\/sign-in\/link\/[\w-]+/.exec(officer.html)?.[0] ?? ''
  const colleague = new Visitor(officer.site)
  await colleague.open(link)
  const password = `${passphrase}${name}`
  await colleague.press('決めて、始める', { パスワード: password })
  expect(colleague.path).toBe('/staff')
  if (guardedRoles.some((guarded) => guarded === role)) await setUpTwoSteps(colleague, password)
  return colleague
}
