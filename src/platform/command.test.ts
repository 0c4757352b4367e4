import { expect, test } from 'vitest'
import type { Role } from '#src/lib/permissions.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { verifyAudit } from './audit/verify.ts'
import { command } from './command.ts'
import { Refusal } from './errors.ts'

const permissions = { count: ['secretariat'] as Role[] }

/** Reads, decides and writes: the pattern that loses updates where transactions overlap. */
const countUp = command(permissions, 'count', async (context, { id }: { id: string }) => {
  const row = await context.db
    .selectFrom('files')
    .select('size')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await context.db
    .updateTable('files')
    .set({ size: row['size'] + 1 })
    .where('id', '=', id)
    .execute()
})

const fail = command(permissions, 'count', async (context, { id }: { id: string }) => {
  await context.db.updateTable('files').set({ size: 999 }).where('id', '=', id).execute()
  throw new Refusal('conflict', 'やめます')
})

onEveryDatabase((contextAs) => {
  const id = 'fi_0000000001'
  const sizeOf = async () => {
    const row = await contextAs()
      .db.selectFrom('files')
      .select('size')
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.['size']
  }

  test('commands at the same time do not lose each other’s work', async () => {
    const context = contextAs()
    const row = { id, sha256: '', name: '', contentType: '', size: 0, createdAt: '' }
    await context.db.insertInto('files').values(row).execute()
    await Promise.all(Array.from({ length: 20 }, () => countUp(context, { id })))
    expect(await sizeOf()).toBe(20)
  })

  test('a refused command leaves neither change nor audit entry', async () => {
    const before = await verifyAudit(contextAs().db)
    await expect(fail(contextAs(), { id })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(countUp(as('member', contextAs()), { id })).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await sizeOf()).toBe(20)
    expect(await verifyAudit(contextAs().db)).toEqual(before)
  })

  test('the audit says who, in which role, what and to what, and holds together', async () => {
    const entries = await contextAs().db.selectFrom('auditEntries').selectAll().orderBy('seq').execute()
    expect(entries).toHaveLength(20)
    expect(entries[0]).toMatchObject({
      seq: 1,
      actor: 'secretariat',
      role: 'secretariat',
      action: 'count',
      object: id,
    })
    expect(await verifyAudit(contextAs().db)).toMatchObject({ entries: 20 })
  })

  test('the engine itself refuses to change or delete an audit entry', async () => {
    const { db } = contextAs()
    await expect(db.updateTable('auditEntries').set({ actor: 'x' }).execute()).rejects.toThrow(
      /never changed/,
    )
    await expect(db.deleteFrom('auditEntries').execute()).rejects.toThrow(/never changed/)
  })
})
