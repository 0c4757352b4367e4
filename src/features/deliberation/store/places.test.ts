import { expect, test } from 'vitest'
import { importPlan } from '#src/features/plan/store/commands/import-plan.ts'
import { recordVersionDecision } from '#src/features/plan/store/commands/version-decisions.ts'
import { freezeVersion, publishVersion } from '#src/features/plan/store/commands/versions.ts'
import { listPublicVersions } from '#src/features/plan/store/queries/public.ts'
import { getVersion, getVersionDocument } from '#src/features/plan/store/queries/versions.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { smallPlan } from '#test/small-plan.ts'
import { addAgendaItem, callMeeting, prepareMeeting } from './commands.ts'
import { resolveBill, submitBill } from './commands-bills.ts'
import { addBody } from './commands-bodies.ts'
import { recordAttendance } from './commands-records.ts'
import { listDecidingPlaces, listPublicPlaces } from './queries-places.ts'

const rules = {
  role: '',
  legalBasis: '条例',
  quorum: 'none' as const,
  decisionRule: 'majority' as const,
  minutesStyle: 'names' as const,
  isOpenByDefault: true,
  seats: [],
}
const times = { startsAt: '14:00', endsAt: '16:00', place: '会議室', observerSeats: undefined }
const agenda = { title: '骨子案', isOpen: true, closedGround: '', closedDecision: '', inquiryId: undefined }

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const outline = { planId: 'pl_0000000001', stage: 'outline-draft', gate: 'G1', publicNote: '' } as const

  async function meeting(bodyId: string, heldOn: string) {
    const meetingId = await prepareMeeting(context, { bodyId, heldOn, ...times })
    await addAgendaItem(context, { meetingId, ...agenda })
    return meetingId
  }

  test('a version names the meeting or bill that decided it, and residents are led to what is public', async () => {
    await importPlan(context, { plan: smallPlan() })
    const councilId = await addBody(context, { ...rules, kind: 'council', name: '審議会' })
    const assemblyId = await addBody(context, { ...rules, kind: 'assembly', name: '市議会' })
    const inPreparation = await meeting(councilId, '2026-04-20')
    const held = await meeting(councilId, '2026-03-20')
    const before = { ...context, now: new Date('2026-03-01T01:00:00Z') }
    await callMeeting(before, { meetingId: held, revision: 1, shortNoticeReason: '急ぐため' })
    await recordAttendance(context, { meetingId: held, revision: 2, attendance: [], observerCount: 0 })
    const [council] = await listDecidingPlaces(context)
    expect(await listDecidingPlaces(context)).toEqual([
      { ref: `deliberation/${held}`, words: '審議会 第2回', day: '2026-03-20' },
    ])

    const decision = { title: '審議会で了承', date: '2026-03-20', ref: council?.ref ?? '' }
    const versionId = await freezeVersion(context, { ...outline, decision })
    const { decisions, version } = await getVersionDocument(context, versionId)
    expect(decisions.find(({ id }) => id === version.decisionId)).toMatchObject(decision)
    await publishVersion(as('publisher', context), { versionId })
    const resident = contextAs('public')
    expect(await listPublicVersions(resident)).toMatchObject([{ decision }])

    const bill = { bodyId: assemblyId, number: '議案第1号', title: '基本構想', submittedOn: '2026-03-21' }
    const billId = await submitBill(context, { ...bill, versionId, committee: '' })
    const asked = [
      decision.ref,
      `deliberation/${billId}`,
      `deliberation/${inPreparation}`,
      'surveys/sv_1',
      '言葉',
    ]
    const carried = { outcome: 'carried' as const, resolvedOn: '2026-03-25', votesFor: 9, votesAgainst: 0 }
    await resolveBill(context, { billId, revision: 1, ...carried })
    expect([...(await listPublicPlaces(resident, asked))]).toEqual([
      [decision.ref, { words: '審議会 第2回', href: `/meetings/${held}` }],
      [`deliberation/${billId}`, { words: '議案第1号「基本構想」原案可決', href: `/meetings#${billId}` }],
    ])
    expect((await listDecidingPlaces(context))[0]).toMatchObject({
      ref: `deliberation/${billId}`,
      day: '2026-03-25',
    })
  })

  test('a decision that came after its version is recorded once, and frozen words stay', async () => {
    const [place] = await listDecidingPlaces(context)
    const ref = place?.ref ?? ''
    const undecided = await freezeVersion(context, outline)
    const frozen = await getVersionDocument(context, undecided)
    const decision = { title: '庁議で決定', date: '2026-03-30' }
    await expect(
      recordVersionDecision(as('section-editor', context), { versionId: undecided, decision }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await recordVersionDecision(context, { versionId: undecided, decision })
    await expect(recordVersionDecision(context, { versionId: undecided, decision })).rejects.toThrow(
      '会議・議案を選んで',
    )
    const later = { versionId: undecided, decision: { title: '別の言葉', date: '2026-03-31', ref } }
    await recordVersionDecision(context, later)
    expect((await getVersion(context, undecided)).decision).toEqual({ ...decision, ref })
    await expect(recordVersionDecision(context, later)).rejects.toThrow('すでに記録')
    expect(await getVersionDocument(context, undecided)).toEqual(frozen)
  })
})
