import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { sits } from '../core/bodies.ts'
import {
  answeredEarlierWords,
  type CouncilView,
  type Inquiry,
  isIssued,
  isReported,
  noAnswer,
  type ViewAnswer,
} from '../core/inquiry.ts'
import { permissions } from '../core/permissions.ts'
import { dayProblem } from '../core/view-answer.ts'
import { getBody } from './queries.ts'
import { getInquiry } from './queries-inquiries.ts'
import { viewChangeProblem } from './queries-view-changes.ts'
import { tables } from './tables.ts'

export type InquiryContent = Pick<
  Inquiry,
  | 'number'
  | 'askedOn'
  | 'sender'
  | 'addressee'
  | 'ground'
  | 'subject'
  | 'question'
  | 'versionId'
  | 'dueOn'
  | 'sealing'
>

/** 諮問をつくる: prepared until its letter goes out. */
export const makeInquiry = command(
  permissions,
  'keep-inquiries',
  async (context, { bodyId, ...content }: InquiryContent & { bodyId: string }) => {
    if (!sits(await getBody(context, bodyId), content.askedOn))
      throw new Refusal('conflict', 'この会議体は、諮問の日より前に解散しています')
    const id = context.newId('iq')
    const blank = {
      reportNumber: '',
      reportedOn: null,
      conclusion: '',
      views: '[]',
      issuedOn: null,
      errata: '[]',
      revision: 1,
    }
    const { versionId, dueOn } = content
    await tables(context)
      .insertInto('inquiries')
      .values({ ...content, ...blank, id, bodyId, versionId: versionId ?? null, dueOn: dueOn ?? null })
      .execute()
    return id
  },
)

type Report = Pick<Inquiry, 'reportNumber' | 'conclusion'> & {
  inquiryId: string
  revision: number
  reportedOn: string
  views: readonly string[]
}

/** 答申を受ける. A view already answered keeps its answer as long as its words stay the same. */
export const receiveReport = command(
  permissions,
  'keep-inquiries',
  async (context, { inquiryId, revision, reportNumber, reportedOn, conclusion, views }: Report) => {
    const inquiry = await getInquiry(context, inquiryId)
    refuseIfStale(inquiry, revision)
    if (!isIssued(inquiry)) throw new Refusal('conflict', '諮問書を、まだ出していません')
    if (reportedOn < inquiry.askedOn)
      throw new Refusal('conflict', '答申の日が、諮問の日より前になっています')
    if (!sits(await getBody(context, inquiry.bodyId), reportedOn))
      throw new Refusal('conflict', 'この会議体は、答申の日より前に解散しています')
    const kept = views.map((text): CouncilView => {
      const known = inquiry.views.find((view) => view.text === text)
      return known ?? { text, ...noAnswer }
    })
    if (kept.some(({ answeredOn }) => answeredOn !== '' && answeredOn < reportedOn))
      throw new Refusal('conflict', answeredEarlierWords)
    await tables(context)
      .updateTable('inquiries')
      .set({ reportNumber, reportedOn, conclusion, views: JSON.stringify(kept), revision: revision + 1 })
      .where('id', '=', inquiryId)
      .execute()
  },
)

type Answers = { inquiryId: string; revision: number; answers: readonly ViewAnswer[] }

/** 附帯意見への市の対応を記録する, view by view in their order, each with its day and where the plan was changed for it. */
export const answerViews = command(
  permissions,
  'keep-inquiries',
  async (context, { inquiryId, revision, answers }: Answers) => {
    const inquiry = await getInquiry(context, inquiryId)
    refuseIfStale(inquiry, revision)
    if (!isReported(inquiry)) throw new Refusal('conflict', 'まだ答申を受けていません')
    const bounds = { reportedOn: inquiry.reportedOn, today: tokyoDay(context.now) }
    for (const answer of answers) {
      const problem =
        (answer.answeredOn ? dayProblem(answer.answeredOn, bounds) : undefined) ??
        (await viewChangeProblem(context, answer, inquiry.versionId))?.words
      if (problem) throw new Refusal('conflict', problem)
    }
    const views = inquiry.views.map((view, position) => ({ ...view, ...answers[position] }))
    await tables(context)
      .updateTable('inquiries')
      .set({ views: JSON.stringify(views), revision: revision + 1 })
      .where('id', '=', inquiryId)
      .execute()
  },
)
