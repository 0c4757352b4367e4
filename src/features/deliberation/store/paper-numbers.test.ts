import { expect, test } from 'vitest'
import { onEveryDatabase } from '#test/context.ts'
import { councilDay, councilRules } from '#test/council.ts'
import { prepareMeeting } from './commands.ts'
import { addBody } from './commands-bodies.ts'
import { addPaper, replacePaper, withdrawPaper } from './commands-papers.ts'
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
})
