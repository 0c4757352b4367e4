import { expect, test } from 'vitest'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { verifyAudit } from '#src/platform/audit/verify.ts'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { smallPlan } from '#test/small-plan.ts'
import { findDraft } from '../queries/drafts.ts'
import { getItem, listDeleted } from '../queries/items.ts'
import { getPlanDocument } from '../queries/plans.ts'
import { findPublicPlan } from '../queries/public.ts'
import { findLastVersion, getVersionDocument, listVersions } from '../queries/versions.ts'
import { deleteItem, restoreItem } from './deletion.ts'
import { keepDraft } from './drafts.ts'
import { importPlan } from './import-plan.ts'
import { addIndicator, saveIndicator } from './indicators.ts'
import { saveItem } from './items.ts'
import { addEvidence } from './parts.ts'
import { addItem, moveItem, moveItemTo, renameItem } from './structure.ts'
import { freezeVersion, publishVersion } from './versions.ts'

const planId = 'pl_0000000001'
const measureId = 'me_0000000001'

onEveryDatabase((contextAs) => {
  /** Every test works on a plan of its own: the ids of the fixture, with another tail. */
  let count = 0
  async function newPlan() {
    count += 1
    const tail = String(count).padStart(5, '0')
    const own = (text: string) => text.replaceAll(/_0{5}(\d{5})/g, (_, end: string) => `_${tail}${end}`)
    const context = contextAs('secretariat')
    const plan = JSON.parse(own(JSON.stringify(smallPlan())))
    await importPlan(context, { plan })
    return { context, plan, id: (fixture: string) => own(fixture) }
  }
  const orders = async (context: Context, plan: string, parent: string) =>
    (await getPlanDocument(context, plan)).items
      .filter(({ parentId }) => parentId === parent)
      .sort((a, b) => a.order - b.order)
      .map(({ id, order }) => `${order} ${id.slice(-2)}`)

  test('what is imported is what is read back', async () => {
    const { context, plan, id } = await newPlan()
    const read = await getPlanDocument(context, id(planId))
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expect(canonicalJson({ ...read, items: [...read.items].sort(byId), units: [] })).toBe(
      canonicalJson({ ...plan, items: [...plan.items].sort(byId), units: [] }),
    )
    expect(read.units.map(({ name }) => name)).toEqual(['こども課', '道路課'])
  })

  test('the same plan is not taken in twice, and nothing of it stays', async () => {
    const { context, plan, id } = await newPlan()
    await expect(importPlan(context, { plan })).rejects.toMatchObject({ kind: 'conflict' })
    const other = { ...plan, planId: id('pl_0000000001').replace('pl_', 'pl_').replace(/.$/, '9') }
    await expect(importPlan(context, { plan: other })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(getPlanDocument(context, other.planId)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('moving renumbers without a gap', async () => {
    const { context, id } = await newPlan()
    await moveItem(context, { itemId: id('me_0000000002'), towards: 'up' })
    expect(await orders(context, id(planId), id('po_0000000001'))).toEqual(['1 02', '2 01'])
    await moveItem(context, { itemId: id('me_0000000002'), towards: 'up' })
    expect(await orders(context, id(planId), id('po_0000000001'))).toEqual(['1 02', '2 01'])
    await moveItemTo(context, { itemId: id(measureId), parentId: id('po_0000000002') })
    expect(await orders(context, id(planId), id('po_0000000001'))).toEqual(['1 02'])
    expect(await orders(context, id(planId), id('po_0000000002'))).toEqual(['1 01'])
  })

  test('a measure cannot stand below a measure, nor a policy below itself', async () => {
    const { context, id } = await newPlan()
    const below = { itemId: id(measureId), parentId: id('me_0000000002') }
    await expect(moveItemTo(context, below)).rejects.toMatchObject({ kind: 'conflict' })
    const under = { itemId: id('po_0000000001'), parentId: id('po_0000000002') }
    await expect(moveItemTo(context, under)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('what is deleted comes back with all below it, under the same ids', async () => {
    const { context, id } = await newPlan()
    await deleteItem(context, { itemId: id('po_0000000001') })
    const without = await getPlanDocument(context, id(planId))
    expect([without.items.length, without.indicators.length, without.evidence.length]).toEqual([1, 0, 0])
    expect((await listDeleted(context, id(planId))).map(({ title }) => title)).toEqual(['こども・教育'])

    await restoreItem(context, { itemId: id('po_0000000001') })
    const again = await getPlanDocument(context, id(planId))
    expect([again.items.length, again.indicators.length, again.evidence.length]).toEqual([5, 1, 1])
    expect(await orders(context, id(planId), id('vi_0000000001'))).toEqual(['1 02', '2 01'])
  })

  test('of two officers saving the same measure the second is refused, and nothing of the first is lost', async () => {
    const { context, id } = await newPlan()
    const itemId = id(measureId)
    const { revision } = await getItem(context, itemId)
    await saveItem(context, { itemId, revision, changes: { desiredState: '先に保存した文' } })
    const late = saveItem(context, { itemId, revision, changes: { desiredState: '後から保存した文' } })
    await expect(late).rejects.toMatchObject({ kind: 'stale' })
    expect((await getItem(context, itemId)).item).toMatchObject({ desiredState: '先に保存した文' })
    await expect(
      renameItem(context, { itemId, revision, title: '別の名前', titleKana: '' }),
    ).rejects.toMatchObject({ kind: 'stale' })
  })

  test('a section edits what it leads or supports, and nothing else', async () => {
    const { context, id } = await newPlan()
    const editor = { ...as('section-editor', context), actor: { ...as('section-editor', context).actor } }
    const roads: Context = { ...editor, actor: { ...editor.actor, unitId: id('ou_0000000002') } }
    const save = (itemId: string) =>
      saveItem(roads, { itemId, revision: 1, changes: { summary: '直しました' } })
    await save(id(measureId))
    await expect(save(id('me_0000000002'))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      addItem(roads, { planId: id(planId), parentId: id('po_0000000001'), kind: 'measure', title: '施策' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('an indicator is added, filled in, and belongs to its measure', async () => {
    const { context, id } = await newPlan()
    const added = await addIndicator(context, {
      planId: id(planId),
      itemId: id('me_0000000002'),
      name: '授業が分かる児童の割合',
    })
    await saveIndicator(context, {
      indicatorId: added,
      revision: 1,
      changes: { unit: '％', direction: 'increase' },
    })
    const { indicators } = await getPlanDocument(context, id(planId))
    expect(indicators.find((one) => one.id === added)).toMatchObject({
      unit: '％',
      order: 1,
      kind: 'outcome',
    })
  })

  test('evidence is tied only to a paragraph of the measure itself', async () => {
    const { context, id } = await newPlan()
    const link = {
      from: id(`${measureId}/issues/p2`),
      to: { kind: 'document' as const, ref: '子ども計画' },
      stance: 'supports' as const,
      level: 1,
      note: '',
    }
    await addEvidence(context, { itemId: id(measureId), link })
    const ofIndicator = { ...link, from: id('in_0000000001') }
    await addEvidence(context, { itemId: id(measureId), link: ofIndicator })
    expect((await getPlanDocument(context, id(planId))).evidence).toHaveLength(3)
    for (const foreign of [link, ofIndicator])
      await expect(
        addEvidence(context, { itemId: id('me_0000000002'), link: foreign }),
      ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a version is the plan as it was, whatever is edited afterwards', async () => {
    const { context, id } = await newPlan()
    const order = {
      planId: id(planId),
      stage: 'preliminary-draft' as const,
      gate: 'G2' as const,
      publicNote: '',
    }
    const first = await freezeVersion(context, order)
    const before = canonicalJson(await getVersionDocument(context, first))
    await saveItem(context, { itemId: id(measureId), revision: 1, changes: { desiredState: '改めた文' } })
    expect(canonicalJson(await getVersionDocument(context, first))).toBe(before)
    await freezeVersion(context, order)
    expect((await listVersions(context, id(planId))).map(({ label }) => label).sort()).toEqual([
      '素案 第1版',
      '素案 第2版',
    ])
  })

  test('with the clock set back, versions keep their order and the audit chain holds', async () => {
    const { context, id } = await newPlan()
    const order = {
      planId: id(planId),
      stage: 'preliminary-draft' as const,
      gate: 'G2' as const,
      publicNote: '',
    }
    await freezeVersion(context, order)
    const earlier = { ...context, now: new Date('2019-01-01T00:00:00Z') }
    const second = await freezeVersion(earlier, order)
    const [last, first] = await listVersions(context, id(planId))
    expect(last?.id).toBe(second)
    expect(last && first && last.frozenAt > first.frozenAt).toBe(true)
    expect((await findLastVersion(context, id(planId)))?.version.id).toBe(second)
    expect((await verifyAudit(context.db)).problem).toBeUndefined()
  })

  test('a version is published by another person than the one who made it', async () => {
    const { context, id } = await newPlan()
    const versionId = await freezeVersion(context, {
      planId: id(planId),
      stage: 'draft',
      gate: 'G3',
      publicNote: '',
    })
    const same: Context = { ...context, actor: { ...context.actor, roles: ['secretariat', 'publisher'] } }
    await expect(publishVersion(same, { versionId })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(publishVersion(context, { versionId })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('the public sees the published version without the notes of staff', async () => {
    const context = contextAs('secretariat')
    const primary = await context.db
      .selectFrom('plans')
      .select('id')
      .where('primarySince', 'is not', null)
      .executeTakeFirstOrThrow()
    const order = {
      planId: String(primary['id']),
      stage: 'draft' as const,
      gate: 'G3' as const,
      publicNote: '',
    }
    const versionId = await freezeVersion(context, order)
    expect((await findPublicPlan(as('public', context)))?.plan.version.id).not.toBe(versionId)
    await publishVersion(as('publisher', context), { versionId })
    const shown = await findPublicPlan(as('public', context))
    expect(shown?.plan.version.id).toBe(versionId)
    expect(JSON.stringify(shown?.plan)).not.toContain('庁内だけのメモ')
    await expect(getPlanDocument(as('public', context), order.planId)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('a draft is for the person who typed it, and saving spends it', async () => {
    const { context, id } = await newPlan()
    const form = id(measureId)
    await keepDraft(context, { form, entered: { desiredState: '書きかけ' }, revision: 1 })
    await keepDraft(context, { form, entered: { desiredState: 'もっと書いた' }, revision: 1 })
    expect(await findDraft(context, form)).toMatchObject({ entered: { desiredState: 'もっと書いた' } })
    const colleague = { ...context, actor: { ...context.actor, id: 'somebody-else' } }
    expect(await findDraft(colleague, form)).toBeUndefined()
    await saveItem(context, { itemId: form, revision: 1, changes: {} })
    expect(await findDraft(context, form)).toBeUndefined()
  })

  test('after all this the audit log is one unbroken chain', async () => {
    const report = await verifyAudit(contextAs().db)
    expect(report.problem).toBeUndefined()
    expect(report.entries).toBeGreaterThan(20)
  })
})
