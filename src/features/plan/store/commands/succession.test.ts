import { expect, test } from 'vitest'
import { addUnit } from '#src/features/organization/store/commands.ts'
import { getUnit } from '#src/features/organization/store/queries.ts'
import { reorganize } from '#src/features/organization/store/reorganization-commands.ts'
import { onEveryDatabase } from '#test/context.ts'
import { smallPlan } from '#test/small-plan.ts'
import { importPlan } from './import-plan.ts'
import { saveItem } from './items.ts'

const [lead, itemId] = ['ou_0000000001', 'me_0000000001']

onEveryDatabase((contextAs) => {
  test('who took over a section alone edits what it led; another section still does not', async () => {
    const secretariat = contextAs('secretariat')
    const context = { ...secretariat, newId: (kind: string) => secretariat.newId(kind).replace('_0', '_9') }
    await importPlan(context, { plan: smallPlan() })
    const section = { name: '水道課', kind: 'section' as const, parentId: null }
    const other = await addUnit(context, { ...section, validFrom: '2020-04-01', validTo: undefined })
    const taker = { ...section, name: 'こども未来課', scope: 'all' }
    await reorganize(context, { unitIds: [lead], firstDay: '2026-05-01', takers: [taker] })
    const heir = (await getUnit(context, lead)).successors[0]?.unitId ?? ''
    const save = (unitId: string, now: string) =>
      saveItem(
        { ...context, now: new Date(now), actor: { id: 'e', roles: ['section-editor'], unitId } },
        { itemId, revision: 1, changes: { summary: now } },
      )
    const [before, after] = ['2026-04-30T12:00:00+09:00', '2026-05-01T12:00:00+09:00']
    await expect(save(heir, before)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(save(other, after)).rejects.toMatchObject({ kind: 'forbidden' })
    await save(heir, after)
  })
})
