import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import { smallPlan } from '#test/small-plan.ts'
import { lintNow } from '../queries/lint.ts'
import { getPlanDocument } from '../queries/plans.ts'
import { getVersionDocument } from '../queries/versions.ts'
import { importPlan } from './import-plan.ts'
import { freezeVersion } from './versions.ts'
import { grantWaiver, withdrawWaiver } from './waivers.ts'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const planId = 'pl_0000000001'
  const grantedBy = 'ou_0000000001'
  const reason = '国の調査の公表を待って、案の段階で決めます。'
  const preliminary = { planId, stage: 'preliminary-draft', gate: 'G2', publicNote: '' } as const
  const blocking = async (now = context.now) => {
    const { findings } = await lintNow({ ...context, now }, await getPlanDocument(context, planId))
    return findings.filter((one) => one.ruleId === 'IN002' && !one.waivedBy)
  }

  test('a plan that a gate stops is not frozen, and says how many findings stop it', async () => {
    const plan = smallPlan()
    await importPlan(context, {
      plan: { ...plan, indicators: plan.indicators.map((one) => ({ ...one, target: null })) },
    })
    await expect(freezeVersion(context, preliminary)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('関門 G2 で止まる指摘が1件'),
    })
    await freezeVersion(context, { ...preliminary, stage: 'outline-draft', gate: 'G1' })
  })

  test('a stage has its own gates, and what was decided outside needs the decision', async () => {
    await expect(freezeVersion(context, { ...preliminary, gate: 'G1' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    const adopted = { ...preliminary, stage: 'adopted', gate: 'G4' } as const
    await expect(freezeVersion(context, adopted)).rejects.toMatchObject({
      message: expect.stringContaining('何によって決まったか'),
    })
  })

  test('an exception needs the right, a finding, and an end within a year', async () => {
    const [finding] = await blocking()
    const grant = {
      planId,
      fingerprint: finding?.fingerprint ?? '',
      reason,
      grantedBy,
      expiresOn: '2027-03-31',
    }
    await expect(grantWaiver(as('publisher', context), grant)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(grantWaiver(context, { ...grant, fingerprint: 'x' })).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(grantWaiver(context, { ...grant, expiresOn: '2027-04-02' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await grantWaiver(context, grant)
    await expect(grantWaiver(context, grant)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('with the exception the gate opens, and the version carries it with the decision', async () => {
    const decision = { title: '第3回審議会で了承', date: '2026-03-20' }
    const versionId = await freezeVersion(context, { ...preliminary, decision })
    const { version, waivers, decisions } = await getVersionDocument(context, versionId)
    expect(version).toMatchObject({ gate: 'G2', stage: 'preliminary-draft', label: '素案 第1版' })
    expect(waivers).toMatchObject([{ reason, expiresOn: '2027-03-31' }])
    expect(decisions.find(({ id }) => id === version.decisionId)).toMatchObject(decision)
  })

  test('after its end the finding is back', async () => {
    expect(await blocking()).toEqual([])
    expect(await blocking(new Date('2027-04-01T09:00:00+09:00'))).toHaveLength(1)
  })

  test('taken back, it stops again; the frozen version keeps it', async () => {
    const { waivers } = await getPlanDocument(context, planId)
    const waiverId = waivers[0]?.id ?? ''
    await withdrawWaiver(context, { planId, waiverId })
    expect(await blocking()).toHaveLength(1)
    await expect(withdrawWaiver(context, { planId, waiverId })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(freezeVersion(context, preliminary)).rejects.toMatchObject({ kind: 'conflict' })
  })
})
