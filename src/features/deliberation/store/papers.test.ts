import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { keepBytes } from '#src/platform/files.ts'
import { markOf, readMarks } from '#src/platform/purges/purge-marks.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { councilDay, councilRules } from '#test/council.ts'
import { addAgendaItem, callMeeting, prepareMeeting } from './commands.ts'
import { addBody, appointMember } from './commands-bodies.ts'
import { correctMinutes } from './commands-errata.ts'
import { keepOnlineLink } from './commands-online.ts'
import { addPaper, eraseAgain, removeErasedPapers, replacePaper, withdrawPaper } from './commands-papers.ts'
import { confirmMinutes, publishMinutes, recordAttendance, writeMinutes } from './commands-records.ts'
import { getMeeting } from './queries.ts'
import { getOwnMeeting, getOwnPaper } from './queries-members.ts'
import { getPublicMeeting, getPublicPaper, listPublicMeetings } from './queries-public.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-papers-'))
afterAll(() => rmSync(folder, { recursive: true }))

onEveryDatabase((contextAs) => {
  const secretariat = contextAs('secretariat')
  const resident = contextAs('public')
  const memberOf = (id: string): Context => ({ ...secretariat, actor: { id, roles: ['member'] } })
  const at = (context: Context, now: string): Context => ({ ...context, now: new Date(now) })

  async function called(name: string) {
    const rules = { ...councilRules, minutesStyle: 'letters' as const, name }
    const bodyId = await addBody(secretariat, rules)
    const own = { bodyId, name: '仮名 二郎', affiliation: '', category: '', office: '', validTo: undefined }
    const seat = await appointMember(secretariat, { ...own, validFrom: '2026-04-01' })
    const meetingId = await prepareMeeting(secretariat, { bodyId, ...councilDay, endsAt: '16:00' })
    const open = { title: '素案', isOpen: true, closedGround: '', closedDecision: '' }
    const agendaItemId = await addAgendaItem(secretariat, { meetingId, ...open })
    await callMeeting(secretariat, { meetingId, revision: 1, shortNoticeReason: '' })
    return { meetingId, seat, agendaItemId }
  }

  async function fileOf(words: string) {
    const bytes = new TextEncoder().encode(words)
    return {
      bytes,
      name: `${words}.pdf`,
      contentType: 'application/pdf',
      sha256: await keepBytes(folder, bytes),
    }
  }

  const laid = async (meetingId: string, words: string, label = '資料1') =>
    addPaper(secretariat, {
      meetingId,
      agendaItemId: undefined,
      label,
      title: '素案',
      isPublic: true,
      file: await fileOf(words),
    })

  async function opened(name: string) {
    const file = await called(name)
    const attendance = [{ membershipId: file.seat, way: 'present' as const, note: '' }]
    const record = { meetingId: file.meetingId, revision: 2, attendance, observerCount: 0 }
    await recordAttendance(secretariat, record)
    return file
  }

  async function published(name: string) {
    const file = await opened(name)
    const { meetingId, agendaItemId } = file
    const text = '仮名二郎委員：人口は4万人です。'
    await writeMinutes(secretariat, { meetingId, revision: 3, minutes: [{ agendaItemId, text }] })
    const confirmation = { meetingId, revision: 4, confirmedBy: '会長', confirmedOn: '2026-04-25' }
    await confirmMinutes(secretariat, confirmation)
    await publishMinutes(as('publisher', secretariat), { meetingId, revision: 5 })
    return file
  }

  test('a replaced paper stays for the members; residents get the new one, with the reason', async () => {
    const { meetingId, seat } = await opened('審議会一')
    const first = await laid(meetingId, '差替え前')
    const reason = '数値の誤りを直したため'
    const replacement = { meetingId, paperId: first, title: '素案（修正）', reason }
    const second = await replacePaper(secretariat, { ...replacement, file: await fileOf('差替え後') })
    const member = memberOf(seat)
    expect((await getOwnMeeting(member, meetingId)).papers.map(({ id }) => id).sort()).toEqual(
      [first, second].sort(),
    )
    expect((await getOwnPaper(member, meetingId, first)).fileName).toBe('差替え前.pdf')
    expect((await getPublicMeeting(resident, meetingId)).papers).toMatchObject([
      { id: second, label: '資料1', replaceReason: reason, isPublic: true },
    ])
    await expect(getPublicPaper(resident, meetingId, first)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('a paper is replaced once; the next replacement takes the place of the new one', async () => {
    const { meetingId } = await called('審議会二')
    const paperId = await laid(meetingId, '二の一')
    const given = { meetingId, paperId, title: '素案', reason: '誤り' }
    await replacePaper(secretariat, { ...given, file: await fileOf('二の二') })
    await expect(replacePaper(secretariat, { ...given, file: await fileOf('二の三') })).rejects.toMatchObject(
      {
        kind: 'conflict',
      },
    )
  })

  test('a withdrawn paper leaves its tombstone to the members already before the meeting', async () => {
    const { meetingId, seat } = await called('審議会三')
    const paperId = await laid(meetingId, '三の一')
    await withdrawPaper(secretariat, { meetingId, paperId, reason: '作り直すため' })
    expect((await getOwnMeeting(memberOf(seat), meetingId)).papers).toMatchObject([
      { id: paperId, withdrawnReason: '作り直すため', isErased: false },
    ])
    await expect(getOwnPaper(memberOf(seat), meetingId, paperId)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('a paper with something personal is erased: no bytes, no file name, only reason and tombstone', async () => {
    const { meetingId } = await opened('審議会四')
    const paperId = await laid(meetingId, '四の一')
    const [{ sha256 } = { sha256: '' }] = (await getMeeting(secretariat, meetingId)).papers
    const path = join(folder, 'files', sha256)
    expect(existsSync(path)).toBe(true)
    const withdrawal = { meetingId, paperId, reason: '個人の情報があったため', isErased: true }
    await withdrawPaper(secretariat, withdrawal)
    await removeErasedPapers(secretariat, folder)
    expect(existsSync(path)).toBe(false)
    expect(
      await secretariat.db.selectFrom('files').selectAll().where('sha256', '=', sha256).execute(),
    ).toEqual([])
    expect((await getPublicMeeting(resident, meetingId)).papers).toMatchObject([
      { withdrawnReason: '個人の情報があったため', isErased: true, fileName: '', sha256 },
    ])
    await expect(withdrawPaper(secretariat, withdrawal)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('an erased paper leaves a mark, and is erased again where a backup brings it back', async () => {
    const { meetingId } = await opened('審議会十一')
    const [erased, back, other] = [
      await laid(meetingId, '十一の一'),
      await laid(meetingId, '十一の二', '資料2'),
      await laid(meetingId, '十一の三', '資料3'),
    ]
    const reason = '個人の情報があったため'
    await withdrawPaper(secretariat, { meetingId, paperId: erased, reason, isErased: true })
    expect(await readMarks(secretariat.db)).toContain(markOf('meeting-papers', erased))
    const isPurged = (subject: string, id: string) => subject === 'meeting-papers' && id === back
    expect(await eraseAgain(secretariat, { isPurged, today: '2026-04-01' })).toBe(1)
    const { papers } = await getMeeting(secretariat, meetingId)
    expect(papers.map(({ id, isErased }) => [id, isErased])).toEqual(
      expect.arrayContaining([
        [erased, true],
        [back, true],
        [other, false],
      ]),
    )
  })

  test('the same content laid elsewhere keeps its bytes', async () => {
    const { meetingId } = await called('審議会五')
    const [one, other] = [await laid(meetingId, '五'), await laid(meetingId, '五', '資料2')]
    const withdrawal = { meetingId, reason: '個人の情報があったため', isErased: true }
    await withdrawPaper(secretariat, { ...withdrawal, paperId: one })
    await removeErasedPapers(secretariat, folder)
    const { papers } = await getMeeting(secretariat, meetingId)
    const left = papers.find(({ id }) => id === other)
    expect(existsSync(join(folder, 'files', left?.sha256 ?? ''))).toBe(true)
    await withdrawPaper(secretariat, { ...withdrawal, paperId: other })
    await removeErasedPapers(secretariat, folder)
    expect(existsSync(join(folder, 'files', left?.sha256 ?? ''))).toBe(false)
  })

  test('a paper made from a record keeps what it was made from', async () => {
    const { meetingId } = await called('審議会六')
    const source = {
      kind: 'version' as const,
      id: 've_0000000001',
      label: '第1版',
      madeAt: '2026-04-01T00:00:00.000Z',
    }
    const content = { agendaItemId: undefined, label: '資料1', title: '素案', isPublic: true }
    await addPaper(secretariat, { meetingId, ...content, file: await fileOf('六'), source })
    expect((await getMeeting(secretariat, meetingId)).papers).toMatchObject([{ source }])
  })

  test('published minutes stay as they were; the erratum stands beside them, without names', async () => {
    const { meetingId, agendaItemId } = await published('審議会七')
    const erratum = { oldWords: '4万人', newWords: '5万人', reason: '仮名二郎委員の申し出により' }
    const publisher = as('publisher', secretariat)
    await correctMinutes(publisher, { meetingId, agendaItemId, ...erratum })
    const shown = await getPublicMeeting(resident, meetingId)
    expect(shown.agenda[0]?.minutes).toContain('4万人')
    expect(shown.errata).toMatchObject([
      { oldWords: '4万人', newWords: '5万人', reason: '委員Aの申し出により', correctedOn: '2026-04-01' },
    ])
    await expect(
      correctMinutes(publisher, { meetingId, agendaItemId, ...erratum, newWords: '6万人' }),
    ).rejects.toThrow('ありません')
  })

  test('minutes that are not public yet have no errata, and only those who publish write them', async () => {
    const { meetingId, agendaItemId } = await opened('審議会八')
    const erratum = { meetingId, agendaItemId, oldWords: 'a', newWords: 'b', reason: 'c' }
    await expect(correctMinutes(secretariat, erratum)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(correctMinutes(as('section-editor', secretariat), erratum)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  const link = { onlineUrl: 'https://meet.example.jp/a', onlineOpensBefore: 60, onlineReplaceReason: '' }

  test('members always see the link, residents from an hour before until the end', async () => {
    const { meetingId, seat } = await called('審議会九')
    await keepOnlineLink(secretariat, { meetingId, revision: 2, ...link })
    expect((await getOwnMeeting(memberOf(seat), meetingId)).meeting.onlineUrl).toBe(link.onlineUrl)
    const seenAt = async (now: string) => {
      const shown = await getPublicMeeting(at(resident, now), meetingId)
      const listed = (await listPublicMeetings(at(resident, now))).find(({ id }) => id === meetingId)
      expect(listed?.onlineUrl).toBe(shown.meeting.onlineUrl)
      return shown.meeting.onlineUrl
    }
    expect(await seenAt('2026-04-20T03:59:00Z')).toBe('')
    expect(await seenAt('2026-04-20T04:00:00Z')).toBe(link.onlineUrl)
    expect(await seenAt('2026-04-20T07:00:00Z')).toBe('')
  })

  test('a link that leaked is replaced with a reason; the old one is kept nowhere', async () => {
    const { meetingId, seat } = await called('審議会十')
    await keepOnlineLink(secretariat, { meetingId, revision: 2, ...link })
    const fresh = { ...link, onlineUrl: 'https://meet.example.jp/b' }
    await expect(keepOnlineLink(secretariat, { meetingId, revision: 3, ...fresh })).rejects.toThrow('理由')
    const onlineReplaceReason = '外にもれたため'
    await keepOnlineLink(secretariat, { meetingId, revision: 3, ...fresh, onlineReplaceReason })
    expect((await getOwnMeeting(memberOf(seat), meetingId)).meeting).toMatchObject({
      onlineUrl: fresh.onlineUrl,
      onlineReplacedOn: '2026-04-01',
      onlineReplaceReason,
    })
    const rows = await secretariat.db.selectFrom('meetings').selectAll().where('id', '=', meetingId).execute()
    expect(JSON.stringify(rows)).not.toContain(link.onlineUrl)
    await expect(keepOnlineLink(secretariat, { meetingId, revision: 3, ...link })).rejects.toMatchObject({
      kind: 'stale',
    })
  })
})
