import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { listMails, readMail } from '#src/platform/mail/outbox.ts'
import { markOf, readMarks } from '#src/platform/purges/purge-marks.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { councilDay, councilRules } from '#test/council.ts'
import { addAgendaItem, callMeeting, cancelMeeting, changeMeeting, prepareMeeting } from './commands.ts'
import { addBody, appointMember, endMembership } from './commands-bodies.ts'
import {
  forgetAddressesDaily,
  keepMemberAddress,
  purgeAgain,
  recordNotices,
  sendNotices,
} from './commands-notices.ts'
import { listNotices, listReachable } from './queries-notices.ts'

onEveryDatabase((contextAs) => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-notices-'))
  const sealer = openSealer(folder)
  const secretariat = contextAs('secretariat')
  const way = { site: 'https://x.jp', sealer }

  async function calledMeeting(name: string) {
    const bodyId = await addBody(secretariat, { ...councilRules, name })
    const seats: string[] = []
    for (const person of ['架空 花子', '見本 太郎']) {
      const own = { bodyId, name: person, affiliation: '', category: '', office: '', validTo: undefined }
      seats.push(await appointMember(secretariat, { ...own, validFrom: '2026-04-01' }))
    }
    const meetingId = await prepareMeeting(secretariat, { bodyId, ...councilDay })
    const item = { title: '骨子案について', isOpen: true, closedGround: '', closedDecision: '' }
    await addAgendaItem(secretariat, { meetingId, ...item })
    await callMeeting(secretariat, { meetingId, revision: 1, shortNoticeReason: '' })
    const [first = '', second = ''] = seats
    return { bodyId, meetingId, first, second }
  }

  const mailsTo = async (body: string) =>
    (await listMails(secretariat)).filter(({ recipient }) => recipient === `${body}の委員`)

  test('members with an address are called by mail once, the others are recorded as told by letter', async () => {
    const { bodyId, meetingId, first, second } = await calledMeeting('審議会A')
    await keepMemberAddress(secretariat, { membershipId: first, address: 'hanako@example.jp', sealer })
    expect([...(await listReachable(secretariat, bodyId))]).toEqual([first])
    expect(await sendNotices(secretariat, { meetingId, revision: 2, ...way })).toBe(1)
    expect(await sendNotices(secretariat, { meetingId, revision: 2, ...way })).toBe(0)
    const [mail, ...more] = await mailsTo('審議会A')
    expect(more).toEqual([])
    expect(mail?.subject).toBe('開催通知：審議会A 第1回')
    const { text } = await readMail(secretariat, sealer, mail?.id ?? '')
    for (const words of [
      '骨子案について',
      '令和8年4月20日（月）14時',
      `https://x.jp/members/meetings/${meetingId}`,
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('花子')
    const letter = { membershipIds: [second], way: 'letter' as const, givenOn: '2026-03-31' }
    await recordNotices(secretariat, { meetingId, revision: 2, ...letter })
    expect(await listNotices(secretariat, meetingId)).toMatchObject([
      { membershipId: first, way: 'mail', givenOn: '2026-04-01', mailState: 'waiting' },
      { membershipId: second, way: 'letter', givenOn: '2026-03-31', mailState: undefined },
    ])
  })

  test('when day or place change, and when the meeting is cancelled, members are told again', async () => {
    const { meetingId, first } = await calledMeeting('審議会B')
    await keepMemberAddress(secretariat, { membershipId: first, address: 'b@example.jp', sealer })
    await sendNotices(secretariat, { meetingId, revision: 2, ...way })
    await changeMeeting(secretariat, {
      meetingId,
      revision: 2,
      content: { ...councilDay, place: '谷和原庁舎' },
    })
    await expect(sendNotices(secretariat, { meetingId, revision: 2, ...way })).rejects.toMatchObject({
      kind: 'stale',
    })
    expect(await sendNotices(secretariat, { meetingId, revision: 3, ...way })).toBe(1)
    await cancelMeeting(secretariat, { meetingId, revision: 3, cancelReason: '大雪のため' })
    expect(await sendNotices(secretariat, { meetingId, revision: 4, ...way })).toBe(1)
    const subjects = (await mailsTo('審議会B')).map(({ subject }) => subject.split('：')[0])
    expect(subjects.sort()).toEqual(['中止のお知らせ', '開催通知', '開催通知の変更'])
  })

  test('a draft is announced to nobody, a member of another body is not found, and only the secretariat calls', async () => {
    const { meetingId } = await calledMeeting('審議会C')
    const other = await calledMeeting('審議会D')
    const told = { way: 'spoken' as const, givenOn: '2026-04-01', revision: 2 }
    await expect(
      recordNotices(secretariat, { meetingId, ...told, membershipIds: [other.first] }),
    ).rejects.toMatchObject({ kind: 'not-found' })
    await expect(
      recordNotices(secretariat, { meetingId, ...told, givenOn: '2026-04-02', membershipIds: [] }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    const draft = await prepareMeeting(secretariat, { bodyId: other.bodyId, ...councilDay })
    await expect(sendNotices(secretariat, { meetingId: draft, revision: 1, ...way })).rejects.toMatchObject({
      kind: 'conflict',
    })
    for (const role of ['publisher', 'section-editor', 'reviewer', 'member'] as const)
      await expect(
        sendNotices(as(role, secretariat), { meetingId, revision: 2, ...way }),
      ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('an address is kept sealed and goes the morning after the member left', async () => {
    const { bodyId, first, second } = await calledMeeting('審議会E')
    for (const membershipId of [first, second])
      await keepMemberAddress(secretariat, { membershipId, address: 'kakusu@example.jp', sealer })
    const rows = await secretariat.db.selectFrom('memberAddresses').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('kakusu')
    await keepMemberAddress(secretariat, { membershipId: second, address: '', sealer })
    const leaving = { membershipId: first, revision: 1, validTo: '2026-04-10', leavingReason: '転居' }
    await endMembership(secretariat, leaving)
    const morning = async (today: string) => {
      const system: Context = { ...contextAs('public'), now: new Date(`${today}T00:00:00Z`) }
      await forgetAddressesDaily(system, { after: '2026-04-01', today, site: 'https://x.jp', folder })
      return [...(await listReachable(secretariat, bodyId))]
    }
    expect(await morning('2026-04-10')).toEqual([first])
    expect(await morning('2026-04-11')).toEqual([])
  })

  test('an address taken out does not come back with a backup; one given later stays', async () => {
    const { bodyId, first } = await calledMeeting('審議会F')
    const give = (address: string) => keepMemberAddress(secretariat, { membershipId: first, address, sealer })
    await give('mae@example.jp')
    const kept = secretariat.db.selectFrom('memberAddresses').selectAll().where('membershipId', '=', first)
    const before = await kept.executeTakeFirstOrThrow()
    await give('')
    const marks = await readMarks(secretariat.db)
    const isPurged = (subject: string, id: string) => marks.has(markOf(subject, id))
    await secretariat.db.insertInto('memberAddresses').values(before).execute()
    const told: unknown[] = []
    const listen = {
      folder,
      tell: (words: readonly string[], unreadable: number) => told.push(words, unreadable),
    }
    expect(await purgeAgain(secretariat, { isPurged, today: '2026-04-01', listen })).toBe(1)
    expect(told).toEqual([['mae@example.jp'], 0])
    await give('ato@example.jp')
    expect(await purgeAgain(secretariat, { isPurged, today: '2026-04-01', listen })).toBe(0)
    expect(told.slice(2)).toEqual([[], 0])
    expect([...(await listReachable(secretariat, bodyId))]).toEqual([first])
  })
})
