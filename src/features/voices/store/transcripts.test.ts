import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { sealerOf } from '#src/platform/sealing.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { SubmissionContent } from '../core/submission.ts'
import { correctTranscription } from './commands/corrections.ts'
import { redactOpinion, releaseOpinion } from './commands/disclosure.ts'
import { receiveVoice } from './commands/intake.ts'
import { confirmPurge, proposePurge, setPurgeDay } from './commands/people.ts'
import { splitOpinion } from './commands/sorting.ts'
import { checkTranscript, keepScan, readScan } from './commands/transcripts.ts'
import { listScans } from './queries/scans.ts'
import { getSubmission, listHeard, listHistory, listOpinionsOf } from './queries/voices.ts'

const letter = 'バスを増やして。学重が足りない。街灯も。'
const content: SubmissionContent = {
  original: letter,
  channel: 'comment',
  sessionLabel: '',
  receivedOn: '2026-03-30',
  method: 'fax',
  district: '',
  ageBand: '',
  group: '',
  frame: 'open-call',
  consent: 'public',
}
const sealer = sealerOf(new Uint8Array(32).fill(1))
const bytes = new TextEncoder().encode('%PDF-1.4 秘密 花子')

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const colleague: Context = { ...context, actor: { id: 'colleague', roles: ['secretariat'] } }
  const publisher = as('publisher', context)

  async function taken(sessionRef: string) {
    const way = { sessionRef, aboutRef: '', lateReason: '', heldReason: '', contactsUntil: '2027-04-30' }
    const { submissionId } = await receiveVoice(context, { content, ...way })
    const scan = { name: 'ファクス.pdf', contentType: 'application/pdf', bytes, sealer }
    const scanId = await keepScan(context, { submissionId, scan })
    return { submissionId, scanId }
  }

  test('a scan is sealed beside its letter; each look is written down, and other letters do not open it', async () => {
    const { submissionId, scanId } = await taken('cc_scan000001')
    const other = await taken('cc_scan000002')
    const stored = JSON.stringify(await context.db.selectFrom('voiceScans').selectAll().execute())
    expect(stored).not.toMatch(/PDF-1|花子/)
    expect((await listScans(context, submissionId))[0]).toMatchObject({
      name: 'ファクス.pdf',
      size: bytes.length,
    })
    expect((await readScan(context, { submissionId, scanId, sealer })).bytes).toEqual(bytes)
    const looks = await context.db
      .selectFrom('auditEntries')
      .selectAll()
      .where('action', '=', 'check-transcripts')
      .execute()
    expect(looks.at(-1)).toMatchObject({ object: expect.stringContaining(scanId) })
    await expect(readScan(context, { submissionId, scanId: other.scanId, sealer })).rejects.toMatchObject({
      kind: 'not-found',
    })
    for (const role of ['entry-clerk', 'section-editor', 'privacy-officer', 'publisher', 'public'] as const)
      await expect(readScan(as(role, context), { submissionId, scanId, sealer })).rejects.toMatchObject({
        kind: 'forbidden',
      })
  })

  test('a second person compares; a correction keeps what stood there and is compared anew', async () => {
    const { submissionId } = await taken('cc_scan000003')
    const toCheck = () => listHeard(context, { sessionRef: 'cc_scan000003', state: 'to-check' })
    await expect(checkTranscript(context, { submissionId, revision: 1 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect(await toCheck()).toHaveLength(1)
    await checkTranscript(colleague, { submissionId, revision: 1 })
    expect(await toCheck()).toEqual([])
    const [whole] = await listOpinionsOf(context, submissionId)
    if (!whole) throw new Error('one opinion')
    await splitOpinion(context, {
      opinionId: whole.id,
      revision: 1,
      starts: [letter.indexOf('学'), letter.indexOf('街')],
    })
    for (const { id, revision, verbatim } of await listOpinionsOf(context, submissionId)) {
      await redactOpinion(context, { opinionId: id, revision, redacted: verbatim })
      await releaseOpinion(publisher, {
        opinionId: id,
        revision: revision + 1,
        disclosure: 'public',
        reason: '',
      })
    }
    const original = letter.replace('学重', '学童の定員')
    const correction = { submissionId, revision: 2, original }
    await expect(correctTranscription(colleague, { ...correction, reason: ' ' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(
      correctTranscription(colleague, { ...correction, revision: 1, reason: '字' }),
    ).rejects.toMatchObject({ kind: 'stale' })
    await correctTranscription(colleague, { ...correction, reason: '字の打ち間違い' })
    expect(await getSubmission(context, submissionId)).toMatchObject({
      original,
      checkedBy: undefined,
      enteredBy: 'colleague',
    })
    expect(
      (await listHistory(context, submissionId)).map(({ what, before }) => [what, before]),
    ).toContainEqual(['書き起こしを直しました（理由：字の打ち間違い）', letter])
    const opinions = await listOpinionsOf(context, submissionId)
    expect(opinions.map(({ verbatim, disclosure }) => [verbatim, disclosure])).toEqual([
      ['バスを増やして。', 'public'],
      ['学童の定員が足りない。', 'undecided'],
      ['街灯も。', 'public'],
    ])
    for (const { start, end, verbatim } of opinions) expect(original.slice(start, end)).toBe(verbatim)
    await expect(checkTranscript(colleague, { submissionId, revision: 3 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await checkTranscript(context, { submissionId, revision: 3 })
  })

  test('a scan goes with the contact data of its case, and the record counts it', async () => {
    const { submissionId } = await taken('cc_scan000009')
    await setPurgeDay(context, { sessionRef: 'cc_scan000009', day: '2026-03-01' })
    const officer = as('privacy-officer', context)
    const purgeId = await proposePurge(context, { day: '2026-04-01' })
    await confirmPurge(officer, { purgeId })
    expect(await listScans(context, submissionId)).toEqual([])
    const purge = await context.db
      .selectFrom('voicePurges')
      .selectAll()
      .where('id', '=', purgeId)
      .executeTakeFirstOrThrow()
    expect(purge).toMatchObject({ countPurged: 1 })
    expect(purge['countAfter']).toBeGreaterThan(0)
  })
})
