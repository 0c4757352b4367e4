import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import { councilDay, councilRules } from '#test/council.ts'
import { addAgendaItem, callMeeting, prepareMeeting } from './commands.ts'
import { changeAgendaItem, removeAgendaItem } from './commands-agenda.ts'
import { addBody } from './commands-bodies.ts'
import { makeInquiry } from './commands-inquiries.ts'
import { dropDecision, recordAttendance, recordDecision } from './commands-records.ts'
import { getMeeting } from './queries.ts'

const open = { isOpen: true, closedGround: '', closedDecision: '' }
const closed = { isOpen: false, closedGround: '条例第7条第2号', closedDecision: '' }

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')

  async function prepared() {
    const bodyId = await addBody(context, { ...councilRules, name: '審議会' })
    const meetingId = await prepareMeeting(context, { ...councilDay, bodyId })
    const ids: string[] = []
    for (const title of ['開会', '素案', '委員の推薦'])
      ids.push(await addAgendaItem(context, { meetingId, title, ...open }))
    const [first = '', second = '', third = ''] = ids
    return { bodyId, meetingId, first, second, third }
  }
  const titles = async (meetingId: string) =>
    (await getMeeting(context, meetingId)).agenda.map(({ title, order }) => `${order} ${title}`)

  test('an item gets other words and another place from what was read', async () => {
    const { meetingId, third } = await prepared()
    const change = {
      meetingId,
      agendaItemId: third,
      content: { title: '委員の選任', ...closed },
      position: 1,
    }
    await expect(changeAgendaItem(as('viewer', context), { ...change, revision: 1 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await changeAgendaItem(context, { ...change, revision: 1 })
    expect(await titles(meetingId)).toEqual(['1 委員の選任', '2 開会', '3 素案'])
    expect((await getMeeting(context, meetingId)).agenda[0]).toMatchObject(closed)
    await expect(changeAgendaItem(context, { ...change, revision: 1 })).rejects.toMatchObject({
      kind: 'stale',
    })
  })

  test('an item of another meeting, or an inquiry to another body, is not found', async () => {
    const { meetingId, first } = await prepared()
    const other = await prepared()
    const letter = { number: '1', askedOn: '2026-04-01', sender: '市長', addressee: '会長', ground: '条例' }
    const inquiryId = await makeInquiry(context, {
      ...{ ...letter, bodyId: other.bodyId, subject: '計画', question: '計画について', sealing: 'omitted' },
      versionId: undefined,
      dueOn: undefined,
    })
    const change = { meetingId, revision: 1, position: 1, content: { title: '開会', ...open } }
    await expect(changeAgendaItem(context, { ...change, agendaItemId: other.first })).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(
      changeAgendaItem(context, {
        ...change,
        agendaItemId: first,
        content: { ...change.content, inquiryId },
      }),
    ).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('an item goes while nothing hangs on it; what was closed when the meeting opened stays closed', async () => {
    const { meetingId, first, second, third } = await prepared()
    await removeAgendaItem(context, { meetingId, agendaItemId: first, revision: 1 })
    expect(await titles(meetingId)).toEqual(['1 素案', '2 委員の推薦'])
    const shut = { meetingId, agendaItemId: third, content: { title: '委員の推薦', ...closed }, position: 2 }
    await changeAgendaItem(context, { ...shut, revision: 2 })
    await callMeeting(context, { meetingId, revision: 3, shortNoticeReason: '' })
    await recordAttendance(context, { meetingId, revision: 4, attendance: [], observerCount: undefined })
    await expect(
      changeAgendaItem(context, { ...shut, revision: 5, content: { title: '委員の推薦', ...open } }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    const votes = { votesFor: undefined, votesAgainst: undefined, subjects: [] }
    const decision = { agendaItemId: second, kind: 'reported' as const, text: '報告した。', ...votes }
    const decisionId = await recordDecision(context, { meetingId, revision: 5, ...decision })
    await expect(
      removeAgendaItem(context, { meetingId, agendaItemId: second, revision: 6 }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await expect(dropDecision(context, { meetingId, revision: 5, decisionId })).rejects.toMatchObject({
      kind: 'stale',
    })
    await dropDecision(context, { meetingId, revision: 6, decisionId })
    expect((await getMeeting(context, meetingId)).decisions).toEqual([])
    await removeAgendaItem(context, { meetingId, agendaItemId: second, revision: 7 })
    expect(await titles(meetingId)).toEqual(['1 委員の推薦'])
    await expect(
      removeAgendaItem(context, { meetingId, agendaItemId: third, revision: 8 }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })
})
