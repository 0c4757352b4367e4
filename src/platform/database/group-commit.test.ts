import { expect, test } from 'vitest'
import type { Role } from '#src/lib/permissions.ts'
import { onEveryDatabase } from '#test/context.ts'
import { verifyAudit } from '../audit/verify.ts'
import { command } from '../command.ts'
import { Refusal } from '../errors.ts'
import { isPostgres } from './transaction.ts'

const permissions = { note: ['secretariat'] as Role[] }
const rowOf = (id: string) => ({ id, sha256: '', name: '', contentType: '', size: 0, createdAt: '' })

/** Writes first and may then refuse: what it wrote has to go again, and nothing else. */
const note = command(
  permissions,
  'note',
  async (context, { id, refuses }: { id: string; refuses: boolean }) => {
    await context.db.insertInto('files').values(rowOf(id)).execute()
    if (refuses) throw new Refusal('conflict', 'やめます')
    return id
  },
  { ofMany: true },
)

const idAt = (at: number) => `fi_${String(at).padStart(10, '0')}`

onEveryDatabase((contextAs) => {
  const idsKept = async () => {
    const rows = await contextAs().db.selectFrom('files').select('id').orderBy('id').execute()
    return rows.map(({ id }) => id)
  }

  test('commands of many people at once are written together; one that is refused takes no other with it', async () => {
    const context = contextAs()
    const given = Array.from({ length: 120 }, (_, at) => ({ id: idAt(at), refuses: at % 7 === 3 }))
    const outcomes = await Promise.allSettled(given.map((one) => note(context, one)))
    const accepted = given.filter(({ refuses }) => !refuses).map(({ id }) => id)
    expect(outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))).toEqual(accepted)
    expect(await idsKept()).toEqual(accepted)
    expect(await verifyAudit(context.db)).toMatchObject({ entries: accepted.length })
  })

  test('where the group does not reach the disk, nobody is told that they are in', async () => {
    const context = contextAs()
    if (isPostgres(context.db)) return
    const before = await idsKept()
    const ends = command(
      permissions,
      'note',
      async (inside, { id }: { id: string }) => {
        await inside.db.insertInto('files').values(rowOf(id)).execute()
        // As a full disk does: the whole transaction is gone, with everything the others have written in it.
        await inside.db.executeQuery({
          sql: 'rollback',
          parameters: [],
          query: {} as never,
          queryId: {} as never,
        })
        throw new Error('disk full')
      },
      { ofMany: true },
    )
    const outcomes = await Promise.allSettled([
      note(context, { id: idAt(500), refuses: false }),
      ends(context, { id: idAt(501) }),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await idsKept()).toEqual(before)
    expect(await note(context, { id: idAt(502), refuses: false })).toBe(idAt(502))
  })
})
