import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { Amendment, Bill } from '../core/bill.ts'
import { permissions } from '../core/permissions.ts'
import { tables } from './tables.ts'

/** Every bill before an assembly, the latest first. What an assembly does is public. */
export async function listBills(context: Context): Promise<Bill[]> {
  authorize(context, permissions, 'read-public-meetings')
  const rows = await tables(context)
    .selectFrom('bills')
    .selectAll()
    .orderBy('submittedOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    resolvedOn: row.resolvedOn ?? undefined,
    votesFor: row.votesFor ?? undefined,
    votesAgainst: row.votesAgainst ?? undefined,
  }))
}

export async function listAmendments(context: Context): Promise<Amendment[]> {
  authorize(context, permissions, 'read-public-meetings')
  const rows = await tables(context)
    .selectFrom('billAmendments')
    .selectAll()
    .orderBy('proposedOn')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, versionId: row.versionId ?? undefined }))
}

export type BillFile = { bill: Bill; amendments: Amendment[] }

export async function getBill(context: Context, billId: string): Promise<BillFile> {
  const bill = found(
    (await listBills(context)).find(({ id }) => id === billId),
    '議案',
  )
  return { bill, amendments: (await listAmendments(context)).filter((one) => one.billId === billId) }
}
