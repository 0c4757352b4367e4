import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import type { UnitContent } from '../core/unit-rules.ts'
import { unitTree } from '../core/unit-tree.ts'
import { addAccount } from './account-commands.ts'
import { addUnit, changeUnit, deleteUnit, importPlanUnits, moveUnit } from './commands.ts'
import { addPerson } from './people-commands.ts'
import { getUnit, listUnits } from './queries.ts'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat', 'system-administrator')
  const unused = async () => []
  let count = 0
  const content = (rest: Partial<UnitContent> = {}): UnitContent => ({
    name: `第${++count}課`,
    kind: 'section',
    parentId: null,
    validFrom: '2010-04-01',
    validTo: undefined,
    ...rest,
  })
  const department = async () => addUnit(context, content({ name: `第${++count}部`, kind: 'department' }))

  test('a unit is added behind the others and read back as it was written', async () => {
    const parentId = await department()
    const given = content({ parentId, validTo: '2027-03-31' })
    const unitId = await addUnit(context, given)
    expect(await getUnit(context, unitId)).toMatchObject({ ...given, successors: [], revision: 1 })
    expect((await listUnits(context)).at(-1)?.id).toBe(unitId)
    expect((await listUnits(context, { on: '2027-04-01' })).some(({ id }) => id === unitId)).toBe(false)
  })

  test('two units of one name below the same unit at the same time are refused', async () => {
    const parentId = await department()
    const given = content({ parentId })
    await addUnit(context, given)
    await expect(addUnit(context, given)).rejects.toMatchObject({ kind: 'conflict' })
    await addUnit(context, { ...given, parentId: await department() })
    await addUnit(context, { ...given, validFrom: '2000-04-01', validTo: '2010-03-31' })
  })

  test('a correction counts only on what was seen, and never puts a unit below itself', async () => {
    const above = await department()
    const below = await addUnit(context, content({ parentId: above }))
    const given = content({ kind: 'department' })
    await changeUnit(context, { unitId: above, revision: 1, content: given })
    expect(await getUnit(context, above)).toMatchObject({ ...given, revision: 2 })
    await expect(changeUnit(context, { unitId: above, revision: 1, content: given })).rejects.toMatchObject({
      kind: 'stale',
    })
    await expect(
      changeUnit(context, { unitId: above, revision: 2, content: { ...given, parentId: below } }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a section editor may read units but not change them', async () => {
    const editor = as('section-editor', context)
    expect((await listUnits(editor)).length).toBeGreaterThan(0)
    await expect(addUnit(editor, content())).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(listUnits(as('public', context))).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a unit moves among those below the same unit, and not beyond', async () => {
    const parentId = await department()
    const ids: string[] = []
    for (const _ of [1, 2, 3]) ids.push(await addUnit(context, content({ parentId })))
    const [first = '', second = '', third = ''] = ids
    const order = async () =>
      unitTree(await listUnits(context), '2026-04-01')
        .find(({ unit }) => unit.id === parentId)
        ?.children.map(({ unit }) => unit.id)
    await moveUnit(context, { unitId: third, direction: 'up' })
    expect(await order()).toEqual([first, third, second])
    await moveUnit(context, { unitId: first, direction: 'down' })
    expect(await order()).toEqual([third, first, second])
    await expect(moveUnit(context, { unitId: second, direction: 'down' })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('a unit that nothing speaks of is deleted', async () => {
    const unitId = await addUnit(context, content())
    await deleteUnit(context, { unitId, findUses: unused })
    await expect(getUnit(context, unitId)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('a unit that is used is not deleted, and the reason is told', async () => {
    const parentId = await department()
    await addUnit(context, content({ parentId, name: '児童係' }))
    const withPost = await addUnit(context, content())
    const post = {
      unitId: withPost,
      title: '主任',
      kind: 'regular' as const,
      validFrom: '2020-04-01',
      validTo: '2021-03-31',
    }
    await addPerson(context, { name: '見本', kana: '', posts: [post] })
    const withAccount = await addUnit(context, content())
    await addAccount(context, {
      name: '見本',
      email: 'unit@city.example.jp',
      roles: ['viewer'],
      unitId: withAccount,
    })
    const inPlan = await addUnit(context, content())
    const refusal = (unitId: string, findUses: () => Promise<string[]> = unused) =>
      expect(deleteUnit(context, { unitId, findUses })).rejects
    await refusal(parentId).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('「児童係」が、この組織の下'),
    })
    await refusal(withPost).toMatchObject({ message: expect.stringContaining('職が1件') })
    await refusal(withAccount).toMatchObject({ message: expect.stringContaining('アカウントが1件') })
    await refusal(inPlan, async () => ['施策「子育て」の担当です']).toMatchObject({
      message: expect.stringContaining('施策「子育て」'),
    })
    expect(await getUnit(context, inPlan)).toBeDefined()
  })

  test('units of a plan are taken in once; those already known stay as they are', async () => {
    const known = await addUnit(context, content())
    const plan = { name: '計画の課', kind: 'section' as const, parentId: null, validFrom: '2010-04-01' }
    const units = [
      { ...plan, id: known, name: '別の名前', successors: [] },
      { ...plan, id: 'ou_00000000aa', validTo: '2023-03-31', successors: [{ unitId: known, scope: '企画' }] },
    ]
    await importPlanUnits(context, { units })
    await importPlanUnits(context, { units })
    expect((await getUnit(context, known)).name).not.toBe('別の名前')
    expect(await getUnit(context, 'ou_00000000aa')).toMatchObject({
      validTo: '2023-03-31',
      successors: [{ unitId: known, scope: '企画' }],
    })
  })

  test('the audit log says which units were touched, never how they are called', async () => {
    const unitId = await addUnit(context, content({ name: '秘密準備課' }))
    const entries = await context.db.selectFrom('auditEntries').selectAll().execute()
    expect(entries.at(-1)).toMatchObject({ action: 'add-unit', object: unitId, actor: 'secretariat' })
    expect(JSON.stringify(entries)).not.toContain('秘密準備課')
  })
})
