import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import { addUnit, deleteUnit } from './commands.ts'
import { assignToSubcommittee, endAssignment, withdrawAssignment } from './commands-subcommittees.ts'
import { addPerson, deletePerson } from './people-commands.ts'
import { getOwnField, listAssignments, listFieldsOfBodies } from './queries-subcommittees.ts'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat', 'system-administrator')
  const days = { validFrom: '2026-04-01', validTo: undefined }

  async function subcommittee(name: string) {
    const bodyId = context.newId('bo')
    const unitId = await addUnit(context, { name, kind: 'section', parentId: null, ...days })
    const personId = await addPerson(context, { name: '架空 部子', kana: '', posts: [] })
    await assignToSubcommittee(context, { bodyId, kind: 'unit', subjectId: unitId, ...days })
    const seatId = await assignToSubcommittee(context, {
      bodyId,
      kind: 'person',
      subjectId: personId,
      ...days,
    })
    const reviewer = {
      ...as('reviewer', context),
      actor: { id: 'r', roles: ['reviewer' as const], personId },
    }
    return { bodyId, unitId, personId, seatId, reviewer }
  }

  test('who sits in a subcommittee reviews its units, from the first to the last day', async () => {
    const { unitId, seatId, reviewer } = await subcommittee('道路課')
    expect([...(await getOwnField(reviewer)).unitIds]).toEqual([unitId])
    expect((await getOwnField({ ...reviewer, now: new Date('2026-03-31T00:00:00Z') })).unitIds.size).toBe(0)
    const ending = { assignmentId: seatId, revision: 1, lastOn: '2026-04-30' }
    await endAssignment(context, ending)
    await expect(endAssignment(context, ending)).rejects.toMatchObject({ kind: 'stale' })
    await expect(
      endAssignment(context, { ...ending, revision: 2, lastOn: '2026-03-31' }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    expect((await getOwnField({ ...reviewer, now: new Date('2026-04-30T00:00:00Z') })).unitIds.size).toBe(1)
    expect((await getOwnField({ ...reviewer, now: new Date('2026-04-30T15:00:00Z') })).unitIds.size).toBe(0)
  })

  test('an assignment is given once, taken back with what was seen, and goes with its person', async () => {
    const { bodyId, unitId, personId, seatId, reviewer } = await subcommittee('河川課')
    const again = { bodyId, kind: 'unit' as const, subjectId: unitId, ...days }
    await expect(assignToSubcommittee(context, again)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(
      assignToSubcommittee(context, { ...again, subjectId: 'ou_zzzzzzzzzz' }),
    ).rejects.toMatchObject({ kind: 'not-found' })
    await expect(deleteUnit(context, { unitId, findUses: async () => [] })).rejects.toMatchObject({
      kind: 'conflict',
    })
    const which = { assignmentId: seatId, revision: 2 }
    await expect(withdrawAssignment(context, which)).rejects.toMatchObject({ kind: 'stale' })
    await deletePerson(context, { personId })
    const left = (await listAssignments(context)).filter((one) => one.bodyId === bodyId)
    expect(left.map(({ kind }) => kind)).toEqual(['unit'])
    expect((await getOwnField(reviewer)).unitIds.size).toBe(0)
    await withdrawAssignment(context, { assignmentId: left[0]?.id ?? '', revision: 1 })
    expect((await listAssignments(context)).some((one) => one.bodyId === bodyId)).toBe(false)
  })

  test('only the secretariat assigns; a reviewer cannot give themselves a field', async () => {
    const { bodyId, unitId, seatId, reviewer } = await subcommittee('公園課')
    const wanted = { bodyId: 'bo_zzzzzzzzzz', kind: 'unit' as const, subjectId: unitId, ...days }
    const which = { assignmentId: seatId, revision: 1 }
    for (const other of [reviewer, as('system-administrator', context), as('section-approver', context)])
      for (const trying of [
        () => assignToSubcommittee(other, wanted),
        () => endAssignment(other, { ...which, lastOn: '2026-05-01' }),
        () => withdrawAssignment(other, which),
      ])
        await expect(trying()).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(listAssignments(as('viewer', context))).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await listAssignments(context)).filter((one) => one.bodyId === bodyId)).toHaveLength(2)
  })

  test('residents read what subcommittees answer for, and not who reviews in them', async () => {
    const { bodyId } = await subcommittee('河川公園課')
    const fields = await listFieldsOfBodies(contextAs('public'))
    expect(fields.find((field) => field.bodyId === bodyId)).toEqual({
      bodyId,
      policyIds: [],
      unitNames: ['河川公園課'],
    })
    await expect(listAssignments(contextAs('public'))).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
