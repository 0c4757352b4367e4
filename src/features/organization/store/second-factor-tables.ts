import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'

/** 二段階認証: the secret is encrypted; `lastStep` is the time step of the last code taken, which is not taken again. */
type SecondFactorRow = {
  accountId: string
  secret: string
  begunAt: string
  confirmedAt: string | null
  lastStep: number
}

/** 予備コード: only its hash. */
type RecoveryCodeRow = { accountId: string; codeHash: string; usedAt: string | null }

/** The password was right, the code is to come. */
type WaitingRow = { tokenHash: string; accountId: string; expiresAt: string }

type SecondFactorTables = {
  secondFactors: SecondFactorRow
  recoveryCodes: RecoveryCodeRow
  waitingSignIns: WaitingRow
}
export const secondFactorTables = (context: Context): Kysely<SecondFactorTables> => context.db
