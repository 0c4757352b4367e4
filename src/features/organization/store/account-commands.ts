import { randomBytes } from 'node:crypto'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { inTransaction } from '#src/platform/database/transaction.ts'
import { Refusal } from '#src/platform/errors.ts'
import { hashOfToken } from '#src/platform/hash-of-token.ts'
import { linkHours, linkPurposeOf } from '../core/account.ts'
import { accountPermissions as permissions } from '../core/account-permissions.ts'
import { accountTables, findLink, getAccount, hasAccounts, type LinkPurpose } from './account-queries.ts'
import { dropOpenLinks, insertAccount, type NewAccount, replacePassword } from './account-rows.ts'
import { getPerson, getUnit } from './queries.ts'

/** Makes an account without a password; its person chooses one by a link. Returns its id. */
export const addAccount = command(permissions, 'add-account', async (context, account: NewAccount) => {
  await refuseUnknown(context, account)
  return insertAccount(context, account)
})

/** An account belongs to a unit and a person that are there. */
export async function refuseUnknown(
  context: Context,
  { unitId, personId }: Pick<NewAccount, 'unitId' | 'personId'>,
) {
  if (unitId) await getUnit(context, unitId)
  if (personId) await getPerson(context, personId)
}

const hour = 60 * 60 * 1000

/**
 * A link by which the account's person chooses a password, once and within its hours. Returns its token, which is kept
 * nowhere. Older links of the account stop working. Nobody makes one for themselves: a session left open must not be
 * enough to take the account over.
 */
export const makeLink = command(
  permissions,
  'make-sign-in-link',
  async (context, { accountId }: { accountId: string }) => {
    const account = await getAccount(context, accountId)
    if (accountId === context.actor.id) {
      throw new Refusal('forbidden', '自分のパスワードは、自分のアカウントの画面で変えてください')
    }
    if (account.state === 'disabled') {
      throw new Refusal('conflict', '止めてあるアカウントです。先に、また使えるようにしてください')
    }
    await dropOpenLinks(context, accountId)
    const purpose = linkPurposeOf(account)
    const expiresAt = new Date(context.now.getTime() + linkHours[purpose] * hour).toISOString()
    return insertLink(context, { accountId, purpose, expiresAt })
  },
)

type NewLink = { accountId: string | null; purpose: LinkPurpose; expiresAt: string | null }

async function insertLink(context: Context, link: NewLink): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await accountTables(context)
    .insertInto('signInLinks')
    .values({ tokenHash: hashOfToken(token), usedAt: null, ...link })
    .execute()
  return token
}

/**
 * At the first start: the token of the one link that makes the first account; undefined when there is an account.
 * There is no default account. A link printed by an earlier start stops working.
 */
export async function makeFirstStartLink(context: Context): Promise<string | undefined> {
  return inTransaction(context, async (inside) => {
    if (await hasAccounts(inside)) return undefined
    await accountTables(inside).deleteFrom('signInLinks').where('purpose', '=', 'first-start').execute()
    return insertLink(inside, { accountId: null, purpose: 'first-start', expiresAt: null })
  })
}

/** `name` and `email` count only at the first start, when they make the account. */
type Choice = { token: string; passwordHash: string; name: string; email: string }

/** Uses up a link: the password becomes the account's, and the first link makes the account. Returns its id. */
export const choosePassword = command(permissions, 'use-sign-in-link', async (context, given: Choice) => {
  const link = await findLink(context, given.token)
  if (!link) throw new Refusal('conflict', 'このリンクは、もう使えません')
  await accountTables(context)
    .updateTable('signInLinks')
    .set({ usedAt: context.now.toISOString() })
    .where('tokenHash', '=', hashOfToken(given.token))
    .execute()
  const accountId = link.account?.id ?? (await insertFirstAccount(context, given))
  await replacePassword(context, accountId, given.passwordHash)
  return accountId
})

/** The first person keeps the accounts and makes the plan; others come later, by the screen. */
const insertFirstAccount = (context: Context, { name, email }: Choice) =>
  insertAccount(context, { name, email, roles: ['system-administrator', 'secretariat'], unitId: null })
