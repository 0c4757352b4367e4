import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import type { SubmissionContent } from '../core/submission.ts'
import { correctTranscription } from './commands/corrections.ts'
import { redactOpinion, releaseOpinion, withdrawSubmission } from './commands/disclosure.ts'
import { takeInVoice } from './commands/intake.ts'
import { splitOpinion } from './commands/sorting.ts'
import { getSubmission, listHeard, listHistory, listOpinionsOf } from './queries/voices.ts'

const letter = '昼のハスが少ない。\n学童が足りません。'
const content: SubmissionContent = {
  original: letter,
  channel: 'request',
  sessionLabel: '',
  receivedOn: '2026-03-30',
  method: 'post',
  district: '谷和原',
  ageBand: '',
  group: '',
  frame: 'open-call',
  consent: 'public',
}
const why = { reason: '用紙の字を読み直した' }

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const publisher = as('publisher', context)

  async function twoReleased(changes: Partial<SubmissionContent> = {}) {
    const { submissionId } = await takeInVoice(context, { content: { ...content, ...changes } })
    const [whole] = await listOpinionsOf(context, submissionId)
    const starts = [letter.indexOf('学童')]
    await splitOpinion(context, { opinionId: whole?.id ?? '', revision: 1, starts })
    for (const { id, revision, verbatim } of await listOpinionsOf(context, submissionId)) {
      await redactOpinion(context, { opinionId: id, revision, redacted: verbatim })
      const decision = { opinionId: id, revision: revision + 1, disclosure: 'public', reason: '' } as const
      await releaseOpinion(publisher, decision)
    }
    return submissionId
  }

  test('a corrected transcription changes only the opinion whose words it touches, and the old text stays', async () => {
    const submissionId = await twoReleased()
    const original = letter.replace('ハス', 'バス')
    await correctTranscription(context, { submissionId, revision: 1, original, ...why })
    expect(await listOpinionsOf(context, submissionId)).toMatchObject([
      { verbatim: '昼のバスが少ない。', disclosure: 'undecided', redacted: undefined, releasedBy: undefined },
      { verbatim: '学童が足りません。', disclosure: 'public', redacted: '学童が足りません。' },
    ])
    const entries = (await listHistory(context, submissionId)).filter(({ what }) =>
      what.includes('書き起こし'),
    )
    expect(entries).toMatchObject([
      {
        what: '書き起こしを直しました（理由：用紙の字を読み直した）',
        before: letter,
        actor: context.actor.id,
      },
    ])
    expect(await listHeard(context, { words: 'バスが少ない' })).toHaveLength(1)
  })

  test('a second person who saw the letter before is told; nothing is written over', async () => {
    const submissionId = await twoReleased()
    await correctTranscription(context, { submissionId, revision: 1, original: `${letter}以上`, ...why })
    await expect(
      correctTranscription(context, { submissionId, revision: 1, original: letter, ...why }),
    ).rejects.toMatchObject({ kind: 'stale' })
    expect(await getSubmission(context, submissionId)).toMatchObject({
      original: `${letter}以上`,
      revision: 2,
    })
  })

  test('what a person typed, what was withdrawn and an opinion’s last words are not corrected away', async () => {
    const typed = await twoReleased({ method: 'online' })
    await expect(
      correctTranscription(context, { submissionId: typed, revision: 1, original: 'x', ...why }),
    ).rejects.toMatchObject({ message: '本人が打った文は、直せません' })
    const struck = await twoReleased()
    await expect(
      correctTranscription(context, {
        submissionId: struck,
        revision: 1,
        original: '学童が足りません。',
        ...why,
      }),
    ).rejects.toMatchObject({ message: expect.stringContaining('意見1の言葉がなくなります') })
    await withdrawSubmission(context, { submissionId: struck, revision: 1 })
    await expect(
      correctTranscription(context, { submissionId: struck, revision: 2, original: letter, ...why }),
    ).rejects.toMatchObject({ message: '取り下げられた声です' })
  })

  test('whoever only reads corrects nothing', async () => {
    const submissionId = await twoReleased()
    await expect(
      correctTranscription(publisher, { submissionId, revision: 1, original: letter, ...why }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
