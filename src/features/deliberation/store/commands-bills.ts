import { getVersion } from '#src/features/plan/store/queries/versions.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import {
  type Amendment,
  type AmendmentOutcome,
  type Bill,
  type BillOutcome,
  outcomeProblem,
} from '../core/bill.ts'
import { permissions } from '../core/permissions.ts'
import { getBody } from './queries.ts'
import { type BillFile, getBill } from './queries-bills.ts'
import { tables } from './tables.ts'

export type BillContent = Pick<
  Bill,
  'bodyId' | 'number' | 'title' | 'submittedOn' | 'versionId' | 'committee'
>

/** 議案を提出する: a frozen version goes before the assembly. */
export const submitBill = command(permissions, 'keep-bills', async (context, content: BillContent) => {
  const { kind } = await getBody(context, content.bodyId)
  if (kind !== 'assembly') throw new Refusal('conflict', '議案は、種類が「議会」の会議体に出します')
  await getVersion(context, content.versionId)
  const id = context.newId('bl')
  const open = { outcome: '' as const, resolvedOn: null, votesFor: null, votesAgainst: null }
  await tables(context)
    .insertInto('bills')
    .values({ ...content, ...open, id, revision: 1 })
    .execute()
  return id
})

type Step = { billId: string; revision: number }

/** 委員会に付託する */
export const referBill = command(
  permissions,
  'keep-bills',
  async (context, { billId, revision, committee }: Step & { committee: string }) => {
    await openBill(context, { billId, revision })
    await setBill(context, billId, { committee, revision: revision + 1 })
  },
)

type NewAmendment = Step & Pick<Amendment, 'proposer' | 'proposedOn' | 'words'>

/** 修正案を記録する */
export const proposeAmendment = command(
  permissions,
  'keep-bills',
  async (context, { billId, revision, proposer, proposedOn, words }: NewAmendment) => {
    const { bill } = await openBill(context, { billId, revision })
    if (proposedOn < bill.submittedOn)
      throw new Refusal('conflict', '修正案の日が、議案の提出の日より前になっています')
    const id = context.newId('am')
    await tables(context)
      .insertInto('billAmendments')
      .values({ id, billId, proposer, proposedOn, words, outcome: '', versionId: null })
      .execute()
    await setBill(context, billId, { revision: revision + 1 })
    return id
  },
)

type Decided = Step & {
  amendmentId: string
  outcome: AmendmentOutcome
  versionId: string | undefined
}

/** 修正案の結果を記録する. One that passed names the frozen version that contains it. */
export const decideAmendment = command(
  permissions,
  'keep-bills',
  async (context, { billId, revision, amendmentId, outcome, versionId }: Decided) => {
    const { amendments, bill } = await openBill(context, { billId, revision })
    found(
      amendments.find(({ id }) => id === amendmentId),
      '修正案',
    )
    if (outcome === 'carried' && (!versionId || versionId === bill.versionId))
      throw new Refusal('conflict', '可決した修正案には、修正を入れた計画の版が必要です')
    if (versionId) await getVersion(context, versionId)
    await tables(context)
      .updateTable('billAmendments')
      .set({ outcome, versionId: outcome === 'carried' ? (versionId ?? null) : null })
      .where('id', '=', amendmentId)
      .execute()
    await setBill(context, billId, { revision: revision + 1 })
  },
)

type Resolution = Step & {
  outcome: BillOutcome
  resolvedOn: string
  votesFor: number | undefined
  votesAgainst: number | undefined
}

/** 議決を記録する */
export const resolveBill = command(permissions, 'keep-bills', async (context, given: Resolution) => {
  const { billId, revision, outcome, resolvedOn, votesFor, votesAgainst } = given
  const { bill, amendments } = await openBill(context, { billId, revision })
  if (resolvedOn < bill.submittedOn) throw new Refusal('conflict', '議決の日が、提出の日より前になっています')
  const problem = outcomeProblem(outcome, amendments)
  if (problem) throw new Refusal('conflict', problem)
  const votes = { votesFor: votesFor ?? null, votesAgainst: votesAgainst ?? null }
  await setBill(context, billId, { outcome, resolvedOn, ...votes, revision: revision + 1 })
})

async function openBill(context: Context, { billId, revision }: Step): Promise<BillFile> {
  const file = await getBill(context, billId)
  refuseIfStale(file.bill, revision)
  if (file.bill.outcome) throw new Refusal('conflict', 'この議案は、すでに議決されています')
  return file
}

type BillValues = { revision: number } & Partial<{
  committee: string
  outcome: BillOutcome
  resolvedOn: string
  votesFor: number | null
  votesAgainst: number | null
}>

async function setBill(context: Context, billId: string, values: BillValues) {
  await tables(context).updateTable('bills').set(values).where('id', '=', billId).execute()
}
