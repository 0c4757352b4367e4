import { expect, test } from 'vitest'
import { importPlan } from '#src/features/plan/store/commands/import-plan.ts'
import { freezeVersion } from '#src/features/plan/store/commands/versions.ts'
import { onEveryDatabase } from '#test/context.ts'
import { councilRules } from '#test/council.ts'
import { smallPlan } from '#test/small-plan.ts'
import { noAnswer } from '../core/inquiry.ts'
import { addBody } from './commands-bodies.ts'
import { answerViews, makeInquiry, receiveReport } from './commands-inquiries.ts'
import { issueInquiry } from './commands-letters.ts'
import { lintFacts } from './lint-facts.ts'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')

  test('views of a report on the plan are open until the city answers each; those on another plan are not its', async () => {
    await importPlan(context, { plan: smallPlan() })
    const planId = 'pl_0000000001'
    const stage = { planId, stage: 'outline-draft', gate: 'G1', publicNote: '' } as const
    const versionId = await freezeVersion(context, stage)
    const bodyId = await addBody(context, { ...councilRules, name: '審議会' })
    const letter = { number: '1', askedOn: '2026-04-01', sender: '市長', addressee: '会長', ground: '条例' }
    const question = {
      subject: '計画',
      question: '計画について',
      sealing: 'omitted' as const,
      dueOn: undefined,
    }
    const inquiryId = await makeInquiry(context, { ...letter, ...question, bodyId, versionId })
    const open = async (id: string) => (await lintFacts(context, id)).comments
    expect(await open(planId)).toBeUndefined()
    const report = { reportNumber: '2', reportedOn: '2026-04-20', conclusion: '適当と認める。' }
    await issueInquiry(context, { inquiryId, revision: 1 })
    await receiveReport(context, { inquiryId, revision: 2, ...report, views: ['交通を', '福祉を'] })
    expect(await open(planId)).toEqual([{ itemId: planId, count: 2 }])
    expect(await open('pl_zzzzzzzzzz')).toBeUndefined()
    const answer = { ...noAnswer, answer: '書き加えた。', answerKind: 'reflected' as const }
    await answerViews(context, { inquiryId, revision: 3, answers: [answer, answer] })
    expect(await open(planId)).toBeUndefined()
  })
})
