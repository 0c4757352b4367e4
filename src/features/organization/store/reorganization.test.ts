import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import { currentUnitOf, unitNameOn } from '../core/succession.ts'
import { addUnit } from './commands.ts'
import { addPerson } from './people-commands.ts'
import { getUnit, listUnits } from './queries.ts'
import { reorganize, withdrawReorganization } from './reorganization-commands.ts'

const firstDay = '2027-04-01'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const findUses = async () => []
  let count = 0
  async function section(name = `第${++count}課`) {
    const content = {
      name,
      kind: 'section' as const,
      parentId: null,
      validFrom: '2010-04-01',
      validTo: undefined,
    }
    return { name, id: await addUnit(context, content) }
  }
  const taker = (name: string, scope = 'all') => ({ name, kind: 'section' as const, parentId: null, scope })
  const nameOn = async (unitId: string, day: string) => unitNameOn(await listUnits(context), unitId, day)

  test('a renaming that is prepared counts from its day on', async () => {
    const old = await section()
    await reorganize(context, { unitIds: [old.id], firstDay, takers: [taker('未来課')] })
    expect(await nameOn(old.id, '2027-03-31')).toBe(old.name)
    expect(await nameOn(old.id, firstDay)).toBe(`未来課（旧：${old.name}）`)
    const units = await listUnits(context)
    const at = units.findIndex(({ id }) => id === old.id)
    expect(units[at + 1]).toMatchObject({ name: '未来課', validFrom: firstDay })
  })

  test('units merge into a new one, or into one that goes on', async () => {
    const [first, second, third] = [await section(), await section(), await section()]
    await reorganize(context, { unitIds: [first.id, second.id], firstDay, takers: [taker('産業課')] })
    await reorganize(context, {
      unitIds: [third.id],
      firstDay,
      takers: [{ unitId: (await section('総務課')).id, scope: 'all' }],
    })
    expect(await nameOn(first.id, firstDay)).toBe(`産業課（旧：${first.name}）`)
    expect(await nameOn(second.id, firstDay)).toBe(`産業課（旧：${second.name}）`)
    expect(await nameOn(third.id, firstDay)).toBe(`総務課（旧：${third.name}）`)
  })

  test('a split leaves the choice to a person, an abolition leaves nobody', async () => {
    const [split, gone] = [await section(), await section()]
    await reorganize(context, {
      unitIds: [split.id],
      firstDay,
      takers: [taker('政策課', '総合計画'), taker('広報課', '広報')],
    })
    await reorganize(context, { unitIds: [gone.id], firstDay, takers: [] })
    const units = await listUnits(context)
    expect(currentUnitOf(units, split.id, firstDay)).toMatchObject({
      state: 'split',
      heirs: [{ scope: '総合計画' }, { scope: '広報' }],
    })
    expect(currentUnitOf(units, gone.id, firstDay).state).toBe('abolished')
  })

  test('nothing is half done: a refused reorganization leaves no new unit behind', async () => {
    const old = await section()
    const before = (await listUnits(context)).length
    await expect(
      reorganize(context, { unitIds: [old.id], firstDay, takers: [taker('甲課', 'x'), taker('甲課', 'y')] }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    expect(await listUnits(context)).toHaveLength(before)
    await expect(
      reorganize(as('section-approver', context), { unitIds: [old.id], firstDay, takers: [] }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a prepared reorganization is taken back as if it had never been', async () => {
    const old = await section()
    await reorganize(context, { unitIds: [old.id], firstDay, takers: [taker('取消課')] })
    await withdrawReorganization(context, { day: firstDay, unitId: old.id, findUses })
    expect(await getUnit(context, old.id)).toMatchObject({ validTo: undefined, successors: [], revision: 3 })
    expect((await listUnits(context)).some(({ name }) => name === '取消課')).toBe(false)
    await expect(
      withdrawReorganization(context, { day: firstDay, unitId: old.id, findUses }),
    ).rejects.toMatchObject({
      kind: 'not-found',
    })
  })

  test('a reorganization whose new unit is used already is not taken back', async () => {
    const old = await section()
    await reorganize(context, { unitIds: [old.id], firstDay, takers: [taker('使用課')] })
    const unitId = (await listUnits(context)).find(({ name }) => name === '使用課')?.id ?? ''
    const post = { unitId, title: '課長', kind: 'regular' as const, validFrom: firstDay, validTo: undefined }
    await addPerson(context, { name: '見本', kana: '', posts: [post] })
    await expect(withdrawReorganization(context, { day: firstDay, unitId, findUses })).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect(await getUnit(context, old.id)).toMatchObject({ validTo: '2027-03-31' })
  })

  test('a unit that only took over stays when the reorganization is taken back', async () => {
    const [old, other] = [await section(), await section()]
    await reorganize(context, { unitIds: [old.id], firstDay, takers: [{ unitId: other.id, scope: 'all' }] })
    await withdrawReorganization(context, { day: firstDay, unitId: other.id, findUses })
    expect(await getUnit(context, other.id)).toMatchObject({ name: other.name })
    expect((await getUnit(context, old.id)).validTo).toBeUndefined()
  })
})
