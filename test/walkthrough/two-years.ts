import type { Town } from '#test/town.ts'
import { codeAt } from './authenticator.ts'
import { passphrase, setUpTwoSteps } from './office.ts'
import { Visitor } from './visitor.ts'

/** A day at ten in the morning in Japan. */
export const morningOf = (day: string) => new Date(`${day}T01:00:00Z`)

/** Somebody of the town hall over two years: each time they come to work, they sign in anew. */
export class Colleague extends Visitor {
  secret = ''
  readonly #email: string
  readonly #password: string

  constructor(site: string, email: string, password: string) {
    super(site)
    this.#email = email
    this.#password = password
  }

  /** Follows a link of the first start or of an invitation, and sets up the second step. */
  async begin(link: string, button: string, typed: Record<string, string>, now: Date) {
    await this.open(link)
    await this.press(button, { ...typed, パスワード: this.#password })
    this.secret = (await setUpTwoSteps(this, this.#password, now)).secret
  }

  async come(now: Date) {
    await this.open('/sign-in')
    if (this.path !== '/sign-in') return
    await this.press('サインイン', { メールアドレス: this.#email, パスワード: this.#password })
    await this.press('サインイン', { 確認コード: codeAt(this.secret, now) })
    if (!this.path.startsWith('/staff')) throw new Error(`not signed in: ${this.words}`)
  }
}

export const passwordOf = (name: string) => `${passphrase}${name}`

/** The officer makes an account; its person chooses a password by the link and sets up the second step. */
export async function hire(
  officer: Visitor,
  given: { name: string; email: string; role: string; unitId?: string },
  now: Date,
) {
  const { name, email, role, unitId = '' } = given
  await officer.open('/staff/accounts/new')
  const box = officer.all(`input[value="${role}"]`)[0]?.getAttribute('name') ?? ''
  await officer.pressWith('つくる', { 氏名: name, メールアドレス: email, 所属: unitId }, { [box]: role })
  const link = /\/sign-in\/link\/[\w-]+/.exec(officer.html)?.[0] ?? ''
  const person = new Colleague(officer.site, email, passwordOf(name))
  await person.begin(link, '決めて、始める', {}, now)
  return person
}

const ownTables = [
  'draftComments',
  'laidDrafts',
  'billAmendments',
  'bills',
  'meetingDecisions',
  'attendances',
  'meetingPapers',
  'agendaItems',
  'meetings',
  'inquiries',
  'memberships',
  'deliberationBodies',
]

/** The sample town brings a council of its own: the story forms its bodies itself, so those are taken away. */
export async function withoutBodies({ db }: Town) {
  for (const table of ownTables) await db.deleteFrom(table).execute()
}

/** What the main part of a page says, line by line as it is read: headings, paragraphs, items, rows of tables. */
export function linesOf(visitor: Visitor): string {
  const blocks = visitor.all(
    'main h1, main h2, main h3, main p, main li, main dt, main dd, main caption, main tr',
  )
  const isLeaf = (block: Element) =>
    !block.querySelector('p, li, dt, dd, tr') && !isInside(block, ['LI', 'TR'])
  return `${blocks
    .filter(
      (block) => block.matches('tr') || isLeaf(block) || (block.matches('li') && !isInside(block, ['LI'])),
    )
    .map(lineOf)
    .filter((line) => line !== '')
    .join('\n')}\n`
}

const isInside = (block: Element, tags: readonly string[]) => {
  for (let at = block.parentElement; at; at = at.parentElement) if (tags.includes(at.tagName)) return true
  return false
}

function lineOf(block: Element): string {
  const words = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
  if (block.matches('tr')) return `| ${[...block.children].map(words).join(' | ')} |`
  const level = /^H(\d)$/.exec(block.tagName)?.[1]
  if (level) return `\n${'#'.repeat(Number(level))} ${words(block)}`
  return block.matches('li') ? `- ${words(block)}` : words(block)
}
