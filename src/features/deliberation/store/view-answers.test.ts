import { expect, test } from 'vitest'
import { importPlan } from '#src/features/plan/store/commands/import-plan.ts'
import { saveItem } from '#src/features/plan/store/commands/items.ts'
import { freezeVersion, publishVersion } from '#src/features/plan/store/commands/versions.ts'
import { getItem } from '#src/features/plan/store/queries/items.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { councilRules } from '#test/council.ts'
import { smallPlan } from '#test/small-plan.ts'
import { noAnswer, type ViewAnswer } from '../core/inquiry.ts'
import { addBody } from './commands-bodies.ts'
import { answerViews, makeInquiry, receiveReport } from './commands-inquiries.ts'
import { issueInquiry } from './commands-letters.ts'
import { getInquiry } from './queries-inquiries.ts'
import { frozenVersions, listViewChanges, publishedVersions } from './queries-view-changes.ts'

const measure = 'me_0000000001'
const untouched = 'me_0000000002'
const letter = { number: '1', askedOn: '2026-03-01', sender: '市長', addressee: '会長', ground: '条例' }
const question = { subject: '計画', question: '計画について', sealing: 'omitted' as const, dueOn: undefined }
const report = {
  reportNumber: '2',
  reportedOn: '2026-03-20',
  conclusion: '適当と認める。',
  views: ['保育を'],
}
const answer: ViewAnswer = {
  ...noAnswer,
  answer: '書き加えました。',
  answerKind: 'reflected',
  answeredOn: '2026-03-25',
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const resident = contextAs('public')

  let versions: { laidId: string; laterId: string } | undefined

  /** A version that was laid, and a later one in which one measure reads otherwise. */
  async function twoVersions() {
    await importPlan(context, { plan: smallPlan() })
    const stage = {
      planId: 'pl_0000000001',
      stage: 'outline-draft',
      gate: 'G1',
      publicNote: '',
    } as const
    const laidId = await freezeVersion(context, stage)
    const { revision } = await getItem(context, measure)
    const changes = { desiredState: 'だれもが近くで安心して子どもを育てられる。' }
    await saveItem(context, { itemId: measure, revision, changes })
    const hourLater = { ...context, now: new Date(context.now.getTime() + 3_600_000) }
    return { laidId, laterId: await freezeVersion(hourLater, stage) }
  }

  /** A report with one view on the version that was laid. */
  async function reported() {
    versions ??= await twoVersions()
    const { laidId: versionId } = versions
    const bodyId = await addBody(context, { ...councilRules, name: '審議会' })
    const inquiryId = await makeInquiry(context, { ...letter, ...question, bodyId, versionId })
    await issueInquiry(context, { inquiryId, revision: 1 })
    await receiveReport(context, { inquiryId, revision: 2, ...report })
    return { inquiryId, ...versions }
  }

  test('an answer keeps its day and the place that changed; residents see both sides once both versions are public', async () => {
    const { inquiryId, laidId, laterId } = await reported()
    const given = { ...answer, versionId: laterId, itemId: measure }
    await answerViews(context, { inquiryId, revision: 3, answers: [given] })
    const inquiry = await getInquiry(resident, inquiryId)
    expect(inquiry.views).toEqual([{ text: '保育を', ...given }])
    const [change] = (await listViewChanges(inquiry, frozenVersions(context))).values()
    expect(change).toMatchObject({
      place: '1-1 子育て環境の充実',
      differences: [
        {
          before: 'だれもが安心して子どもを育てられる。',
          after: 'だれもが近くで安心して子どもを育てられる。',
        },
      ],
    })
    const seen = async () => listViewChanges(inquiry, await publishedVersions(resident))
    expect((await seen()).size).toBe(0)
    const publisher = as('publisher', context)
    await publishVersion(publisher, { versionId: laterId })
    expect((await seen()).get(0)).toMatchObject({ itemId: measure, differences: [] })
    await publishVersion(publisher, { versionId: laidId })
    expect((await seen()).get(0)).toEqual(change)
  })

  test('what did not change, an earlier version and days outside the report and today are refused', async () => {
    const { inquiryId, laidId, laterId } = await reported()
    const refused = (given: Partial<ViewAnswer>) =>
      expect(answerViews(context, { inquiryId, revision: 3, answers: [{ ...answer, ...given }] })).rejects
    await refused({ versionId: laterId, itemId: untouched }).toThrow('変わっていません')
    await refused({ versionId: laterId, itemId: 'me_zzzzzzzzzz' }).toThrow('選んだところがありません')
    await refused({ versionId: laidId, itemId: measure }).toThrow('より後の版')
    await refused({ answeredOn: '2026-03-19' }).toThrow('答申の日より前')
    await refused({ answeredOn: '2026-04-02' }).toThrow('まだ来ていない日')
    await answerViews(context, { inquiryId, revision: 3, answers: [answer] })
    const later = { ...report, inquiryId, revision: 4, reportedOn: '2026-03-26' }
    await expect(receiveReport(context, later)).rejects.toThrow('対応の日より後')
  })
})
