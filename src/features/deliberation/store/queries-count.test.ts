import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { onEveryDatabase } from '#test/context.ts'
import { councilDay, councilRules } from '#test/council.ts'
import { countQueries } from '#test/count-queries.ts'
import { deliberation } from '../feature.ts'
import { addAgendaItem, callMeeting, prepareMeeting } from './commands.ts'
import { addBody } from './commands-bodies.ts'
import { addPaper } from './commands-papers.ts'
import {
  confirmMinutes,
  publishMinutes,
  recordAttendance,
  recordDecision,
  writeMinutes,
} from './commands-records.ts'
import { lintFacts } from './lint-facts.ts'
import { listMeetingsWithTopics } from './queries.ts'
import { listCitedDecisions, listPublicDecisions as listDecisionsOnPlan } from './queries-decisions.ts'
import { countCommentsByDraft } from './queries-drafts.ts'
import { listPublicDecisions, listPublicMeetings, listPublishedMeetings } from './queries-public.ts'

const file = {
  bytes: new Uint8Array([1]),
  name: 'a.pdf',
  contentType: 'application/pdf',
  sha256: 'a'.repeat(64),
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const publisher = { ...contextAs('publisher'), actor: { id: 'another', roles: ['publisher' as const] } }

  async function published(bodyId: string) {
    const meetingId = await prepareMeeting(context, { ...councilDay, bodyId })
    const open = { isOpen: true, closedGround: '', closedDecision: '' }
    const agendaItemId = await addAgendaItem(context, { meetingId, title: '素案', ...open })
    const place = { meetingId, agendaItemId, label: '資料1', isPublic: true }
    await addPaper(context, { ...place, title: '素案', file })
    await callMeeting(context, { meetingId, revision: 1, shortNoticeReason: '' })
    await recordAttendance(context, { meetingId, revision: 2, attendance: [], observerCount: undefined })
    const words = { kind: 'reported' as const, text: '報告した。', subjects: ['me_0000000001'] }
    const votes = { votesFor: undefined, votesAgainst: undefined }
    await recordDecision(context, { meetingId, revision: 3, agendaItemId, ...words, ...votes })
    await writeMinutes(context, { meetingId, revision: 4, minutes: [{ agendaItemId, text: '説明した。' }] })
    await confirmMinutes(context, { meetingId, revision: 5, confirmedBy: '会長', confirmedOn: '2026-05-01' })
    await publishMinutes(publisher, { meetingId, revision: 6 })
    return meetingId
  }

  const readings: Record<string, (context: Context) => Promise<unknown>> = {
    'the meetings of staff': listMeetingsWithTopics,
    'the meetings of residents': listPublicMeetings,
    'published meetings': listPublishedMeetings,
    'the log of decisions': listPublicDecisions,
    'decisions on the plan': listDecisionsOnPlan,
    'decisions the plan cites': async (reader) =>
      listCitedDecisions(
        reader,
        (await listPublicMeetings(context)).map(({ id }) => id),
      ),
    'facts of the lint': lintFacts,
    'comments by draft': countCommentsByDraft,
    'public pages': async (reader) => deliberation.publicPaths?.(reader),
  }

  test('twenty meetings are read with as many queries as two', async () => {
    const bodyId = await addBody(context, { ...councilRules, name: '審議会' })
    for (let made = 0; made < 2; made++) await published(bodyId)
    const counts = async () => {
      const found: [string, number][] = []
      for (const [name, read] of Object.entries(readings))
        found.push([name, await countQueries(context, read)])
      return found
    }
    const few = await counts()
    for (let made = 2; made < 20; made++) await published(bodyId)
    expect(await listPublicDecisions(context)).toHaveLength(20)
    expect(await counts()).toEqual(few)
    expect(few.every(([, count]) => count > 0)).toBe(true)
  })

  test('each meeting has its own parts, and no other', async () => {
    const bodyId = await addBody(context, { ...councilRules, name: '別の審議会' })
    const ids = [await published(bodyId), await published(bodyId)]
    const files = await listPublishedMeetings(context, new Set(ids))
    expect(files).toHaveLength(2)
    for (const { meeting, agenda, papers, decisions } of files)
      for (const part of [...agenda, ...papers, ...decisions]) expect(part.meetingId).toBe(meeting.id)
    expect(
      files.map(({ agenda, papers, decisions }) => [agenda, papers, decisions].map((one) => one.length)),
    ).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ])
  })
})
