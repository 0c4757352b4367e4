import { expect } from 'vitest'
import type { Town } from '#test/town.ts'
import { Visitor } from './visitor.ts'

const passphrase = '四つの川と橋の名前を並べる'

/** The first officer: follows the link of the first start and makes the first account. */
export async function firstOfficer(town: Town): Promise<Visitor> {
  const officer = new Visitor(town.address)
  await officer.open(town.link ?? '')
  const typed = { 氏名: '企画 花子', メールアドレス: 'hanako@example.jp', パスワード: passphrase }
  await officer.press('アカウントをつくって、始める', typed)
  expect(officer.path).toBe('/staff')
  return officer
}

type Newcomer = { name: string; email: string; role: string }

/** The officer makes an account; its owner chooses a password by the link shown once. */
export async function colleagueOf(officer: Visitor, { name, email, role }: Newcomer): Promise<Visitor> {
  await officer.open('/staff/accounts/new')
  const box = officer.all(`input[value="${role}"]`)[0]?.getAttribute('name') ?? ''
  await officer.pressWith('つくる', { 氏名: name, メールアドレス: email }, { [box]: role })
  const link = /\/sign-in\/link\/[\w-]+/.exec(officer.html)?.[0] ?? ''
  const colleague = new Visitor(officer.site)
  await colleague.open(link)
  await colleague.press('決めて、始める', { パスワード: `${passphrase}${name}` })
  expect(colleague.path).toBe('/staff')
  return colleague
}
