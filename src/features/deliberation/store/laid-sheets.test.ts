import { expect, test } from 'vitest'
import { sheetTemplates } from '#src/features/request-sheets/core/sheet-templates.ts'
import { approveSheet, fillSheet, makeRound, sendRound } from '#src/features/request-sheets/store/commands.ts'
import { acceptSheet, returnSheet } from '#src/features/request-sheets/store/commands-review.ts'
import { getSheet, listSheets } from '#src/features/request-sheets/store/queries.ts'
import { listComments } from '#src/features/request-sheets/store/queries-review.ts'
import type { Role } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { addBody, appointMember } from './commands-bodies.ts'
import { commentOnLaidSheet, laySheets, takeBackSheet, withdrawLaidComment } from './commands-laid-sheets.ts'
import { getOwnSheet, listOwnSheets } from './queries-laid-sheets.ts'

const rules = {
  kind: 'subcommittee' as const,
  role: '',
  legalBasis: '要綱',
  quorum: 'none' as const,
  decisionRule: 'consensus' as const,
  minutesStyle: 'names' as const,
  isOpenByDefault: false,
  seats: [],
}
const units = ['ou_0000000001', 'ou_0000000002', 'ou_0000000003'] as const

onEveryDatabase((contextAs) => {
  const secretariat = contextAs('secretariat')
  const memberOf = (id: string): Context => ({ ...secretariat, actor: { id, roles: ['member'] } })
  const later = (context: Context, now: string): Context => ({ ...context, now: new Date(now) })
  const headOf = (unitId: string): Context => ({
    ...secretariat,
    actor: { id: `head ${unitId}`, roles: ['section-approver' satisfies Role], unitId },
  })

  /** Two sheets answered, one still with its section. */
  async function answeredRound() {
    const roundId = await makeRound(secretariat, {
      title: '調査票',
      sheetType: 'situation',
      usedFor: '素案',
      fields: [...sheetTemplates.situation],
      dueOn: '2026-04-30',
      sheets: units.map((unitId) => ({
        unitId,
        subjectId: undefined,
        subject: '課の全体',
        answers: {},
        carried: [],
      })),
    })
    await sendRound(secretariat, { roundId, revision: 1 })
    const sheets = await listSheets(secretariat, { roundId })
    for (const { id: sheetId, unitId } of sheets.slice(0, 2)) {
      const answers = { results: '3事業', priority: '健康' }
      await fillSheet(headOf(unitId), { sheetId, revision: 2, answers })
      await approveSheet(headOf(unitId), { sheetId, revision: 3 })
    }
    const [first = '', second = '', unanswered = ''] = sheets.map(({ id }) => id)
    return { first, second, unanswered }
  }

  async function bodyWith(name: string) {
    const bodyId = await addBody(secretariat, { ...rules, name })
    const own = { bodyId, name: '架空 花子', affiliation: '', category: '', office: '' }
    const seat = await appointMember(secretariat, { ...own, validFrom: '2026-04-01', validTo: undefined })
    return { bodyId, member: memberOf(seat) }
  }

  const comment = (sheetId: string) => ({
    sheetId,
    fieldId: 'results',
    kind: 'must-change' as const,
    text: '件数を書いてください',
  })

  test('a member reads the sheets the own body was given and no other, whatever id is typed', async () => {
    const { first, second, unanswered } = await answeredRound()
    const own = await bodyWith('第1専門部会')
    const other = await bodyWith('第2専門部会')
    await laySheets(secretariat, { bodyId: own.bodyId, sheetIds: [first], commentUntil: undefined })
    await laySheets(secretariat, { bodyId: other.bodyId, sheetIds: [second], commentUntil: undefined })
    expect((await listOwnSheets(own.member)).map(({ sheet }) => sheet.id)).toEqual([first])
    expect((await getOwnSheet(own.member, first)).laid.answers).toMatchObject({ results: '3事業' })
    for (const foreign of [second, unanswered, 'rs_9999999999']) {
      await expect(getOwnSheet(own.member, foreign)).rejects.toMatchObject({ kind: 'not-found' })
      await expect(commentOnLaidSheet(own.member, comment(foreign))).rejects.toMatchObject({
        kind: 'not-found',
      })
    }
    await expect(getSheet(own.member, first)).rejects.toMatchObject({ kind: 'forbidden' })
    await takeBackSheet(secretariat, { bodyId: own.bodyId, sheetId: first })
    await expect(getOwnSheet(own.member, first)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('comments by field reach the secretariat under the name of the body, and what became of them the member', async () => {
    const { first } = await answeredRound()
    const own = await bodyWith('第3専門部会')
    const other = await bodyWith('策定委員会')
    for (const { bodyId } of [own, other])
      await laySheets(secretariat, { bodyId, sheetIds: [first], commentUntil: undefined })
    const commentId = await commentOnLaidSheet(own.member, comment(first))
    expect(await listComments(secretariat, first)).toMatchObject([
      { body: '第3専門部会', bodyId: own.bodyId, writtenBy: own.member.actor.id, outcome: undefined },
    ])
    expect((await getOwnSheet(other.member, first)).comments).toEqual([])
    await expect(withdrawLaidComment(other.member, { sheetId: first, commentId })).rejects.toMatchObject({
      kind: 'not-found',
    })
    const step = { sheetId: first, revision: 4, body: '策定委員会', decidedOn: '2026-04-20', reason: '了承' }
    await returnSheet(secretariat, { ...step, remarks: [], dueOn: '2026-05-15' })
    const [seen] = (await getOwnSheet(own.member, first)).comments
    expect(seen).toMatchObject({ outcome: 'returned', note: '了承' })
    await expect(withdrawLaidComment(own.member, { sheetId: first, commentId })).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect((await getSheet(headOf(units[0]), first)).sheet.remarks[0]?.text).toContain('第3専門部会')
  })

  test('what the section writes after it was given stays its own until the new answer is given', async () => {
    const { first } = await answeredRound()
    const { bodyId, member } = await bodyWith('第4専門部会')
    await laySheets(secretariat, { bodyId, sheetIds: [first], commentUntil: undefined })
    const commentId = await commentOnLaidSheet(member, comment(first))
    await withdrawLaidComment(member, { sheetId: first, commentId })
    await commentOnLaidSheet(member, comment(first))
    const ruling = { sheetId: first, revision: 4, body: '', decidedOn: '2026-04-20', reason: '' }
    await returnSheet(secretariat, { ...ruling, remarks: [], dueOn: '2026-05-15' })
    const head = headOf(units[0])
    await fillSheet(head, { sheetId: first, revision: 5, answers: { results: '8事業（途中）' } })
    expect((await getOwnSheet(member, first)).laid.answers['results']).toBe('3事業')
    await expect(
      laySheets(secretariat, { bodyId, sheetIds: [first], commentUntil: undefined }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await approveSheet(head, { sheetId: first, revision: 6 })
    const evening = later(secretariat, '2026-04-01T09:00:00Z')
    await laySheets(evening, { bodyId, sheetIds: [first], commentUntil: undefined })
    const own = await listOwnSheets(member)
    expect(own).toHaveLength(1)
    expect(own[0]?.laid.answers['results']).toBe('8事業（途中）')
  })

  test('comments end on the day that was set, when the sheet is accepted, and with the seat', async () => {
    const { first, second } = await answeredRound()
    const { bodyId, member } = await bodyWith('第5専門部会')
    await laySheets(secretariat, { bodyId, sheetIds: [first, second], commentUntil: '2026-04-10' })
    await expect(
      commentOnLaidSheet(later(member, '2026-04-11T00:00:00Z'), comment(first)),
    ).rejects.toMatchObject({ kind: 'conflict' })
    const accepting = { sheetId: second, revision: 4, body: '', decidedOn: '2026-04-02', reason: '' }
    await acceptSheet(secretariat, accepting)
    await expect(commentOnLaidSheet(member, comment(second))).rejects.toMatchObject({ kind: 'conflict' })
    for (const role of ['viewer', 'reviewer', 'section-editor', 'public'] as const)
      await expect(getOwnSheet(as(role, secretariat), first)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      laySheets(as('reviewer', secretariat), { bodyId, sheetIds: [first], commentUntil: undefined }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
