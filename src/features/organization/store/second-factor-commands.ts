import { authorize } from '#src/platform/authorize.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { inTransaction } from '#src/platform/database/transaction.ts'
import { Refusal } from '#src/platform/errors.ts'
import { accountPermissions as permissions } from '../core/account-permissions.ts'
import { getAccount } from './account-queries.ts'
import { endSessions } from './account-rows.ts'
import { getOwnSecondFactor } from './second-factor-queries.ts'
import { secondFactorTables } from './second-factor-tables.ts'

/** Keeps a new secret for the person who asks. Nothing depends on it until a code confirms it: no act for the audit. */
export const beginSecondFactor = (context: Context, { secret }: { secret: string }) =>
  inTransaction(context, async (inside) => {
    authorize(inside, permissions, 'set-up-second-factor')
    await refuseWhen(inside, 'on', '二段階認証は、もう設定してあります')
    await dropRows(inside, inside.actor.id)
    await secondFactorTables(inside)
      .insertInto('secondFactors')
      .values({
        accountId: inside.actor.id,
        secret,
        begunAt: inside.now.toISOString(),
        confirmedAt: null,
        lastStep: 0,
      })
      .execute()
  })

type Confirmed = { step: number; codeHashes: readonly string[] }

/** The app works: from now on every sign-in takes two steps. Every session ends; the page opens a new one. */
export const confirmSecondFactor = command(
  permissions,
  'set-up-second-factor',
  async (context, { step, codeHashes }: Confirmed) => {
    const accountId = context.actor.id
    if ((await getOwnSecondFactor(context)).state !== 'begun') {
      throw new Refusal('conflict', '設定を、はじめからやり直してください')
    }
    await secondFactorTables(context)
      .updateTable('secondFactors')
      .set({ confirmedAt: context.now.toISOString(), lastStep: step })
      .where('accountId', '=', accountId)
      .execute()
    await replaceCodes(context, codeHashes)
    await endSessions(context, accountId)
    context.trail.objects.push(accountId)
  },
)

/** Ten other recovery codes; the ones before stop working. The page has asked for a code. */
export const renewRecoveryCodes = command(
  permissions,
  'renew-recovery-codes',
  async (context, { codeHashes }: Pick<Confirmed, 'codeHashes'>) => {
    await refuseWhen(context, 'off', '二段階認証は設定してありません')
    await replaceCodes(context, codeHashes)
    context.trail.objects.push(context.actor.id)
  },
)

/** One step again, for the person who asks. The page has asked for a code. */
export const dropOwnSecondFactor = command(permissions, 'drop-own-second-factor', async (context) => {
  await refuseWhen(context, 'off', '二段階認証は設定してありません')
  await dropRows(context, context.actor.id)
  context.trail.objects.push(context.actor.id)
})

/**
 * Takes the second step from the account of somebody who has lost phone and recovery codes. Its sessions end; the roles
 * that need two steps wait until it is set up anew.
 */
export const dropSecondFactor = command(
  permissions,
  'drop-second-factor',
  async (context, { accountId }: { accountId: string }) => {
    const account = await getAccount(context, accountId)
    if (accountId === context.actor.id) {
      throw new Refusal(
        'forbidden',
        '自分の二段階認証は、自分のアカウントの画面で、コードを入力してやめてください',
      )
    }
    if (!account.twoStepsSince) throw new Refusal('conflict', '二段階認証は設定してありません')
    await dropRows(context, accountId)
    await endSessions(context, accountId)
  },
)

async function refuseWhen(context: Context, state: 'on' | 'off', words: string) {
  const { state: now } = await getOwnSecondFactor(context)
  const isOn = now === 'on'
  if (isOn === (state === 'on')) throw new Refusal('conflict', words)
}

async function dropRows(context: Context, accountId: string) {
  const tables = secondFactorTables(context)
  await tables.deleteFrom('secondFactors').where('accountId', '=', accountId).execute()
  await tables.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute()
}

async function replaceCodes(context: Context, codeHashes: readonly string[]) {
  const accountId = context.actor.id
  const tables = secondFactorTables(context)
  await tables.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute()
  const rows = codeHashes.map((codeHash) => ({ accountId, codeHash, usedAt: null }))
  await tables.insertInto('recoveryCodes').values(rows).execute()
}
