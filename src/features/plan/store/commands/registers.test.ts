import { expect, test } from 'vitest'
import { hashOf } from '#src/formats/canonical-json.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { verifyAudit } from '#src/platform/audit/verify.ts'
import { onEveryDatabase } from '#test/context.ts'
import { fullPlan } from '#test/full-plan.ts'
import { getPlanDocument, getPlanHead } from '../queries/plans.ts'
import { importPlan } from './import-plan.ts'
import { addDataPoint } from './parts.ts'
import { addProject, removeDataPoint, removeProject, saveDataPoint, saveProject } from './registers.ts'
import { takeInWorkbook } from './take-in-workbook.ts'

onEveryDatabase((contextAs) => {
  let count = 40
  async function newPlan() {
    count += 1
    const own = (text: string) =>
      text.replaceAll(/_0{5}(\d{5})/g, (_, end: string) => `_${String(count).padStart(5, '0')}${end}`)
    const context = contextAs('secretariat')
    const plan = JSON.parse(own(JSON.stringify(fullPlan()))) as PlanDocument
    await importPlan(context, { plan })
    const id = (fixture: string) => own(fixture)
    return { context, plan, planId: plan.planId, id, read: () => getPlanDocument(context, plan.planId) }
  }

  test('a project is added, saved and taken away; the audit chain holds', async () => {
    const { context, planId, id, read } = await newPlan()
    const projectId = await addProject(context, {
      planId,
      parentId: id('me_0000000001'),
      title: '新しい事業',
    })
    const [added] = (await read()).projects.filter((one) => one.id === projectId)
    expect(added).toMatchObject({ title: '新しい事業', ownerId: id('ou_0000000001') })
    if (!added) throw new Error('no project')
    await saveProject(context, { planId, part: { ...added, title: '改めた事業' }, seen: hashOf(added) })
    expect((await read()).projects.find((one) => one.id === projectId)?.title).toBe('改めた事業')
    await removeProject(context, { planId, projectId })
    expect((await read()).projects.map((one) => one.id)).toEqual([id('pj_0000000001')])
    expect(await verifyAudit(context.db)).not.toHaveProperty('problem')
  })

  test('a save over somebody else is refused and changes nothing', async () => {
    const { context, planId, read } = await newPlan()
    const [project] = (await read()).projects
    if (!project) throw new Error('no project')
    await saveProject(context, { planId, part: { ...project, title: '先' }, seen: hashOf(project) })
    const late = saveProject(context, { planId, part: { ...project, title: '後' }, seen: hashOf(project) })
    await expect(late).rejects.toMatchObject({ kind: 'stale' })
    expect((await read()).projects[0]?.title).toBe('先')
  })

  test('another section, another plan, a policy and another list are refused', async () => {
    const { planId, id, read } = await newPlan()
    const foreign = {
      ...contextAs('section-editor'),
      actor: { ...contextAs('section-editor').actor, unitId: 'ou_9999999999' },
    }
    const given = { planId, parentId: id('me_0000000001'), title: 'x' }
    await expect(addProject(foreign, given)).rejects.toMatchObject({ kind: 'forbidden' })
    const context = contextAs('secretariat')
    await expect(addProject(context, { ...given, parentId: id('po_0000000001') })).rejects.toMatchObject({
      kind: 'conflict',
    })
    const other = await newPlan()
    await expect(
      addProject(context, { ...given, parentId: other.id('me_0000000001') }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await expect(
      removeProject(context, { planId, projectId: other.id('pj_0000000001') }),
    ).rejects.toMatchObject({ kind: 'not-found' })
    await expect(removeDataPoint(context, { planId, pointId: id('pj_0000000001') })).rejects.toMatchObject({
      kind: 'not-found',
    })
    expect((await read()).projects).toHaveLength(1)
  })

  test('a figure that a text quotes cannot be taken away; its new value is in the text', async () => {
    const { context, planId, id, plan, read } = await newPlan()
    const point = {
      label: '世帯数',
      value: 20_000,
      unit: '世帯',
      asOf: '2020',
      source: { kind: 'statistic', ref: '国勢調査' },
    }
    const pointId = await addDataPoint(context, { planId, point })
    const items = (await read()).items.map((item) =>
      item.kind === 'measure' ? { ...item, summary: `世帯は{{${pointId}}}です。` } : item,
    )
    const { changeCount } = await getPlanHead(context, planId)
    await takeInWorkbook(context, { planId, changeCount, plan: { ...plan, items } })
    await expect(removeDataPoint(context, { planId, pointId })).rejects.toMatchObject({ kind: 'conflict' })
    const part = { ...point, id: pointId, value: 21_000 }
    await saveDataPoint(context, { planId, part, seen: hashOf({ ...point, id: pointId }) })
    expect((await read()).dataPoints.find((one) => one.id === pointId)?.value).toBe(21_000)
    await removeDataPoint(context, { planId, pointId: id('dp_0000000001') })
  })

  test('a workbook looked at on another state of the plan is not taken in', async () => {
    const { context, planId, plan } = await newPlan()
    const late = takeInWorkbook(context, { planId, changeCount: 0, plan })
    await expect(late).rejects.toMatchObject({ kind: 'stale' })
  })
})
