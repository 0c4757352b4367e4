import { expect, test } from 'vitest'
import { migrate } from '#src/platform/database/migrate.ts'
import { openDatabase } from '#src/platform/database/open.ts'
import { migrations } from './migrations.ts'

const many = '20261128-0504-let-a-reply-change-many-places'
const chosen = (names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (migrations[name] ? [[name, migrations[name]]] : [])))

test('the one change an answer had before it could have many is its first one', async () => {
  const names = Object.keys(migrations).filter((name) => !name.includes('date-contacts'))
  const db = await openDatabase({ path: ':memory:' }, chosen(names.filter((name) => name !== many)))
  const reply = {
    caseId: 'cc_0000000001',
    classKey: 'adopted',
    text: '直します。',
    reason: '',
    draftedBy: 'a',
    draftedAt: '2026-04-01T00:00:00.000Z',
    returnReason: '',
    revision: 1,
  }
  const change = { planRef: 'me_0000000001', before: '旧', after: '新' }
  await db
    .insertInto('commentReplies')
    .values([
      { ...reply, ...change, id: 'ry_0000000001' },
      { ...reply, id: 'ry_0000000002', planRef: '', before: '', after: '' },
    ])
    .execute()
  expect(await migrate(db, chosen(names))).toEqual([many])
  expect(await db.selectFrom('commentReplyChanges').selectAll().execute()).toEqual([
    { ...change, replyId: 'ry_0000000001', order: 0 },
  ])
  const [kept] = await db.selectFrom('commentReplies').selectAll().where('id', '=', 'ry_0000000001').execute()
  expect(kept).toMatchObject(reply)
  expect(kept).not.toHaveProperty('planRef')
  await db.destroy()
})

test('a reply that was approved before a case had several approvals keeps its one', async () => {
  const names = Object.keys(migrations).filter((name) => !name.includes('date-contacts'))
  const inSteps = '20261128-0505-approve-in-steps'
  const db = await openDatabase({ path: ':memory:' }, chosen(names.filter((name) => name !== inSteps)))
  const reply = {
    caseId: 'cc_0000000001',
    classKey: 'covered',
    text: '書いてあります。',
    reason: '',
    draftedBy: 'a',
    draftedAt: '2026-04-01T00:00:00.000Z',
    returnReason: '',
    revision: 2,
  }
  const approval = { approvedBy: 'b', approvedAt: '2026-04-02T00:00:00.000Z' }
  const rows = [
    { ...reply, ...approval, id: 'ry_0000000001' },
    { ...reply, approvedBy: null, approvedAt: null, id: 'ry_0000000002' },
  ]
  await db.insertInto('commentReplies').values(rows).execute()
  expect(await migrate(db, chosen(names))).toEqual([inSteps])
  expect(await db.selectFrom('commentReplyApprovals').selectAll().execute()).toEqual([
    { ...approval, replyId: 'ry_0000000001', step: 0, label: '承認' },
  ])
  await db.destroy()
})
