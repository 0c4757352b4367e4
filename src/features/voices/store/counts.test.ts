import { expect, test } from 'vitest'
import { seededRandom } from '#src/lib/text/seeded-random.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { gapsOf, sentenceSpans } from '../core/spans.ts'
import type { SubmissionContent } from '../core/submission.ts'
import { redactOpinion, releaseOpinion, withdrawSubmission } from './commands/disclosure.ts'
import { takeInVoice } from './commands/intake.ts'
import { joinOpinions, splitOpinion } from './commands/sorting.ts'
import { listReleased } from './queries/trace.ts'
import { countHeardLines, getSubmission, listHeard, listOpinionsOf } from './queries/voices.ts'

const content: SubmissionContent = {
  original: '',
  channel: 'hearing',
  sessionLabel: '',
  receivedOn: '2026-03-30',
  method: 'spoken',
  district: '伊奈',
  ageBand: '',
  group: '',
  frame: 'invited',
  consent: 'public',
}
const sentences = ['昼のバスが少ない。', '学童が足りない。\n', '公園に木を。', '街灯が暗い。', '道が狭い！\n']

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const publisher = as('publisher', context)

  /** One step of somebody at work: splits, joins, releases or takes back. */
  async function step(submissionId: string, random: () => number) {
    const opinions = await listOpinionsOf(context, submissionId)
    const opinion = opinions[Math.floor(random() * opinions.length)]
    const { original, revision, withdrawnAt } = await getSubmission(context, submissionId)
    if (!opinion || withdrawnAt) return
    const starts = sentenceSpans(original)
      .map(({ start }) => start)
      .filter((start) => start > opinion.start && start < opinion.end && random() < 0.5)
    const dice = random()
    if (dice < 0.4 && starts.length > 0)
      await splitOpinion(context, { opinionId: opinion.id, revision: opinion.revision, starts })
    else if (dice < 0.7 && opinions.length > 1) {
      const next = opinions[opinion.number] ?? opinions[opinion.number - 2]
      await joinOpinions(context, { submissionId, opinionIds: [opinion.id, next?.id ?? ''] })
    } else if (dice < 0.95) {
      const known = { opinionId: opinion.id, revision: opinion.revision }
      await redactOpinion(context, { ...known, redacted: opinion.verbatim })
      const decision = { ...known, revision: opinion.revision + 1, disclosure: 'public', reason: '' } as const
      await releaseOpinion(publisher, decision)
    } else await withdrawSubmission(context, { submissionId, revision })
  }

  test('whatever is split, joined, released or taken back: no word is lost, every count agrees, and nothing withdrawn is shown', async () => {
    const random = seededRandom('reconcile')
    const submissionIds: string[] = []
    for (let letter = 0; letter < 6; letter++) {
      const original = sentences.slice(letter % 2).join('')
      submissionIds.push((await takeInVoice(context, { content: { ...content, original } })).submissionId)
    }
    for (let round = 0; round < 60; round++)
      await step(submissionIds[Math.floor(random() * submissionIds.length)] ?? '', random)
    const heard = await listHeard(context, { channel: 'hearing' })
    let standing = 0
    let withdrawn = 0
    for (const submissionId of submissionIds) {
      const { original, withdrawnAt } = await getSubmission(context, submissionId)
      const opinions = await listOpinionsOf(context, submissionId)
      expect(gapsOf(original, opinions)).toEqual({ gaps: [], share: 0 })
      expect(opinions.map(({ number }) => number)).toEqual(opinions.map((_, at) => at + 1))
      for (const { start, end, verbatim } of opinions) expect(original.slice(start, end)).toBe(verbatim)
      const own = heard.filter((one) => one.submissionId === submissionId)
      expect(own.length).toBe(withdrawnAt ? 0 : opinions.length)
      const released = await listReleased(
        context,
        opinions.map(({ id }) => id),
      )
      if (withdrawnAt) expect(released).toEqual([])
      standing += own.length
      withdrawn += withdrawnAt ? 1 : 0
    }
    expect(withdrawn).toBeGreaterThan(0)
    expect(standing).toBeGreaterThan(submissionIds.length - withdrawn)
    expect(await countHeardLines(context, { channel: 'hearing' })).toBe(standing)
  })
})
