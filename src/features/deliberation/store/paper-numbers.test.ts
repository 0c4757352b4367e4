import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import { councilDay, councilRules } from '#test/council.ts'
import { addAgendaItem, callMeeting, prepareMeeting } from './commands.ts'
import { addBody } from './commands-bodies.ts'
import { changePaperDetails } from './commands-paper-details.ts'
import { addPaper, replacePaper, withdrawPaper } from './commands-papers.ts'
import { recordAttendance } from './commands-records.ts'
import { getMeeting } from './queries.ts'

const file = {
  bytes: new Uint8Array([1]),
  name: 'a.pdf',
  contentType: 'application/pdf',
  sha256: 'a'.repeat(64),
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const prepared = async () =>
    prepareMeeting(context, {
      ...councilDay,
      bodyId: await addBody(context, { ...councilRules, name: '審議会' }),
    })
  const laid = (meetingId: string, label: string) =>
    addPaper(context, { meetingId, label, agendaItemId: undefined, title: '素案', isPublic: true, file })

  test('two papers of a meeting never have one number, however it is typed; they stand as people count', async () => {
    const meetingId = await prepared()
    await laid(meetingId, '資料１０')
    const paperId = await laid(meetingId, '資料 1‐2')
    await laid(meetingId, '資料2')
    await expect(laid(meetingId, '資料1－2')).rejects.toMatchObject({ kind: 'conflict' })
    await laid(await prepared(), '資料1-2')
    const { papers } = await getMeeting(context, meetingId)
    expect(papers.map(({ label }) => label)).toEqual(['資料1-2', '資料2', '資料10'])

    await withdrawPaper(context, { meetingId, paperId, reason: '作り直すため' })
    await expect(laid(meetingId, '資料1-2')).rejects.toMatchObject({ kind: 'conflict' })
    await replacePaper(context, { meetingId, paperId, title: '素案', reason: '作り直したため', file })
    await expect(laid(meetingId, '資料1-2')).rejects.toMatchObject({ kind: 'conflict' })
  })

  const revisionOf = async (meetingId: string) => (await getMeeting(context, meetingId)).meeting.revision
  const details = { title: '素案（案）', agendaItemId: undefined, isPublic: false }

  test('a number that was mistyped is put right, with what the paper took the place of', async () => {
    const meetingId = await prepared()
    const first = await laid(meetingId, '資料3')
    const replaced = { meetingId, title: '素案', reason: '誤り', file }
    const paperId = await replacePaper(context, { ...replaced, paperId: first })
    await laid(meetingId, '資料2')
    const change = { meetingId, paperId, revision: await revisionOf(meetingId) }
    await expect(
      changePaperDetails(context, { ...change, details: { ...details, label: '資料２' } }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await expect(
      changePaperDetails(as('viewer', context), { ...change, details: { ...details, label: '資料1' } }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await changePaperDetails(context, { ...change, details: { ...details, label: '資料１' } })
    await expect(
      changePaperDetails(context, { ...change, details: { ...details, label: '資料4' } }),
    ).rejects.toMatchObject({ kind: 'stale' })
    const { papers } = await getMeeting(context, meetingId)
    expect(papers.map(({ label, title, isPublic }) => [label, title, isPublic])).toEqual(
      expect.arrayContaining([
        ['資料1', '素案', false],
        ['資料1', '素案（案）', false],
        ['資料2', '素案', true],
      ]),
    )
    await laid(meetingId, '資料3')
  })

  test('after the opening what residents may see stays as it is; the number can still be put right', async () => {
    const meetingId = await prepared()
    const paperId = await laid(meetingId, '資料1')
    const open = { isOpen: true, closedGround: '', closedDecision: '' }
    await addAgendaItem(context, { meetingId, title: '素案', ...open })
    await callMeeting(context, { meetingId, revision: 1, shortNoticeReason: '' })
    await recordAttendance(context, { meetingId, revision: 2, attendance: [], observerCount: undefined })
    const change = { meetingId, paperId, revision: 3 }
    await expect(
      changePaperDetails(context, { ...change, details: { ...details, label: '資料1' } }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await changePaperDetails(context, { ...change, details: { ...details, label: '資料2', isPublic: true } })
    expect((await getMeeting(context, meetingId)).papers).toMatchObject([{ label: '資料2', isPublic: true }])
  })
})
