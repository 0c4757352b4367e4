import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { SubmissionContent } from '../core/submission.ts'
import { redactOpinion, releaseOpinion } from './commands/disclosure.ts'
import { takeInVoice } from './commands/intake.ts'
import { confirmTextPurge, proposeTextPurge, setRetention } from './commands/retention.ts'
import { splitOpinion } from './commands/sorting.ts'
import { listPurges } from './queries/people.ts'
import { findTraced, listReleased } from './queries/trace.ts'
import { getSubmission, listHistory, listOpinionsOf } from './queries/voices.ts'

const content: SubmissionContent = {
  original: '見本太郎です。バスを増やしてください。秘密の話もあります。',
  channel: 'request',
  sessionLabel: '',
  receivedOn: '2020-03-30',
  method: 'post',
  district: '',
  ageBand: '',
  group: '',
  frame: 'open-call',
  consent: 'public',
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const officer = as('privacy-officer', context)

  test('words past their day are gone everywhere but where they were published; number and record stay', async () => {
    const { submissionId, receiptNumber } = await takeInVoice(context, { content })
    const recent = await takeInVoice(context, { content: { ...content, receivedOn: '2026-03-01' } })
    const kept = await takeInVoice(context, { content: { ...content, channel: 'briefing' } })
    const [whole] = await listOpinionsOf(context, submissionId)
    const starts = [content.original.indexOf('バス'), content.original.indexOf('秘密')]
    await splitOpinion(context, { opinionId: whole?.id ?? '', revision: 1, starts })
    const [, bus, secret] = await listOpinionsOf(context, submissionId)
    const opinionId = bus?.id ?? ''
    await redactOpinion(context, { opinionId, revision: 1, redacted: 'バスを増やしてください。' })
    await releaseOpinion(as('publisher', context), {
      opinionId,
      revision: 2,
      disclosure: 'public',
      reason: '',
    })

    await expect(proposeTextPurge(context, {})).rejects.toMatchObject({ kind: 'conflict' })
    await setRetention(context, { channel: 'request', years: 5 })
    const purgeId = await proposeTextPurge(context, {})
    const proposer: Context = { ...officer, actor: { id: context.actor.id, roles: ['privacy-officer'] } }
    await expect(confirmTextPurge(proposer, { purgeId })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(confirmTextPurge(as('publisher', context), { purgeId })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await confirmTextPurge(officer, { purgeId })

    const stored = [
      await context.db.selectFrom('voiceSubmissions').selectAll().where('id', '=', submissionId).execute(),
      await context.db
        .selectFrom('voiceOpinions')
        .selectAll()
        .where('submissionId', '=', submissionId)
        .execute(),
      await context.db
        .selectFrom('voiceHistory')
        .selectAll()
        .where('submissionId', '=', submissionId)
        .execute(),
    ]
    expect(JSON.stringify(stored)).not.toMatch(/見本太郎|秘密/)
    expect(await listReleased(as('public', context), [opinionId, secret?.id ?? ''])).toEqual([
      { id: opinionId, text: 'バスを増やしてください。', summary: '' },
    ])
    expect(await findTraced(as('public', context), receiptNumber)).toMatchObject({ channel: 'request' })
    expect((await listHistory(context, submissionId))[0]).toMatchObject({
      what: '保存の期限が過ぎたので、文を廃棄しました',
    })
    for (const other of [recent, kept])
      expect((await getSubmission(context, other.submissionId)).original).toBe(content.original)
    expect(await listPurges(context)).toMatchObject([
      { subject: 'texts', countBefore: 3, countPurged: 1, countAfter: 2 },
    ])
    await expect(confirmTextPurge(officer, { purgeId })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(splitOpinion(context, { opinionId, revision: 3, starts: [3] })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})
