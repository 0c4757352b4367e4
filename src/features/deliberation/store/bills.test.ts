import { expect, test } from 'vitest'
import { importPlan } from '#src/features/plan/store/commands/import-plan.ts'
import { freezeVersion } from '#src/features/plan/store/commands/versions.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { smallPlan } from '#test/small-plan.ts'
import { decideAmendment, proposeAmendment, referBill, resolveBill, submitBill } from './commands-bills.ts'
import { addBody } from './commands-bodies.ts'
import { getBill } from './queries-bills.ts'

const rules = {
  role: '',
  legalBasis: '地方自治法',
  quorum: 'half' as const,
  decisionRule: 'majority' as const,
  minutesStyle: 'names' as const,
  isOpenByDefault: true,
  seats: [],
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')

  test('a bill is referred, amended with a version that shows the difference, and resolved once', async () => {
    await importPlan(context, { plan: smallPlan() })
    const outline = { planId: 'pl_0000000001', stage: 'outline-draft', gate: 'G1', publicNote: '' } as const
    const versionId = await freezeVersion(context, outline)
    const amendedId = await freezeVersion(context, outline)
    const bodyId = await addBody(context, { ...rules, kind: 'assembly', name: '市議会' })
    const councilId = await addBody(context, { ...rules, kind: 'council', name: '審議会' })
    const content = {
      bodyId,
      number: '議案第12号',
      title: '基本構想',
      submittedOn: '2023-02-27',
      versionId,
      committee: '',
    }
    await expect(submitBill(context, { ...content, bodyId: councilId })).rejects.toThrow('議会')
    await expect(submitBill(as('viewer', context), content)).rejects.toMatchObject({ kind: 'forbidden' })
    const billId = await submitBill(context, content)
    await referBill(context, { billId, revision: 1, committee: '総務委員会' })
    const amendment = {
      billId,
      revision: 2,
      proposer: '総務委員会',
      proposedOn: '2023-03-10',
      words: '目標を改める。',
    }
    const amendmentId = await proposeAmendment(context, amendment)
    const votes = { votesFor: 18, votesAgainst: 2 }
    const carried = { billId, revision: 3, outcome: 'carried' as const, resolvedOn: '2023-03-22', ...votes }
    await expect(resolveBill(context, carried)).rejects.toThrow('修正案それぞれの結果')
    const decided = { billId, revision: 3, amendmentId, outcome: 'carried' as const }
    await expect(decideAmendment(context, { ...decided, versionId: undefined })).rejects.toThrow('版が必要')
    await expect(decideAmendment(context, { ...decided, versionId })).rejects.toThrow('版が必要')
    await decideAmendment(context, { ...decided, versionId: amendedId })
    await expect(resolveBill(context, { ...carried, revision: 4 })).rejects.toThrow('修正可決')
    await expect(resolveBill(context, carried)).rejects.toMatchObject({ kind: 'stale' })
    await resolveBill(context, { ...carried, revision: 4, outcome: 'carried-amended' })
    const { bill, amendments } = await getBill(contextAs('public'), billId)
    expect(bill).toMatchObject({ outcome: 'carried-amended', votesFor: 18, committee: '総務委員会' })
    expect(amendments).toMatchObject([{ outcome: 'carried', versionId: amendedId }])
    await expect(referBill(context, { billId, revision: 5, committee: '' })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})
