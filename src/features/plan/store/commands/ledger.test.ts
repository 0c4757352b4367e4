import { expect, test } from 'vitest'
import { onEveryDatabase } from '#test/context.ts'
import { smallPlan } from '#test/small-plan.ts'
import { reasonName } from '../../core/diff/ledger-entries.ts'
import { getIndicator } from '../queries/items.ts'
import { listOwedEntries } from '../queries/ledger.ts'
import { getVersionDocument } from '../queries/versions.ts'
import { importPlan } from './import-plan.ts'
import { saveIndicator } from './indicators.ts'
import { freezeVersion } from './versions.ts'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const planId = 'pl_0000000001'
  const outline = { planId, stage: 'outline-draft', gate: 'G1', publicNote: '' } as const

  async function aimAt(value: number) {
    const { revision } = await getIndicator(context, 'in_0000000001')
    const target = { fiscalYear: 2027, value, comment: '', kind: 'value' } as const
    await saveIndicator(context, { indicatorId: 'in_0000000001', revision, changes: { target } })
  }
  async function freeze(reason = '') {
    const owed = await listOwedEntries(context, planId)
    const reasons = Object.fromEntries(owed.map((entry) => [reasonName(entry), reason]))
    return getVersionDocument(context, await freezeVersion(context, { ...outline, reasons }))
  }

  test('the first version owes nothing to the ledger', async () => {
    await importPlan(context, { plan: smallPlan() })
    expect((await freeze()).ledger).toEqual([])
  })

  test('a weakened target without a reason is not frozen, and nothing is kept of the try', async () => {
    await aimAt(5)
    await expect(freeze()).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('「保育所等の待機児童数」の目標の引下げについて、理由'),
    })
    expect(await listOwedEntries(context, planId)).toHaveLength(1)
  })

  test('with the reason it is in the version and in every later one', async () => {
    const weakened = await freeze('保育士の確保に時間がかかるため')
    const entry = {
      kind: 'target-weakened',
      from: '0人（令和9年度）',
      to: '5人（令和9年度）',
      reason: '保育士の確保に時間がかかるため',
      versionId: weakened.version.id,
      date: '2026-04-01',
    }
    expect(weakened.ledger).toMatchObject([entry])
    await aimAt(0)
    expect((await freeze()).ledger).toMatchObject([entry])
  })
})
