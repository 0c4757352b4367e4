import { findPrimaryPlan } from '#src/features/plan/store/queries/plans.ts'
import { listVersions } from '#src/features/plan/store/queries/versions.ts'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { noAnswer, type ViewAnswer } from '../core/inquiry.ts'
import { differencesAt, placesOf } from '../core/view-change.ts'
import { answerViews, makeInquiry, receiveReport } from '../store/commands-inquiries.ts'
import { issueInquiry } from '../store/commands-letters.ts'
import { frozenVersions } from '../store/queries-view-changes.ts'

const letter = {
  sender: 'つくばみらい市長 見本 市子',
  addressee: 'つくばみらい市総合計画審議会会長 様',
  ground: '総合計画審議会条例',
  sealing: 'seal' as const,
}

/** The question under way. */
export async function inquire(context: Context, bodyId: string, today: string): Promise<string> {
  const askedOn = addDays(today, -190)
  const inquiryId = await makeInquiry(context, {
    ...letter,
    bodyId,
    number: '企政第12号（架空）',
    askedOn,
    subject: '後期基本計画の策定',
    question: '後期基本計画の案について\n土地利用構想の修正について',
    versionId: await aVersion(context),
    dueOn: addDays(today, 80),
  })
  await issueInquiry(on(context, askedOn), { inquiryId, revision: 1 })
  return inquiryId
}

/** A question on the outline, its report, and what the city did: one view led to a change of the plan in the next version. */
export async function askForOutline(context: Context, bodyId: string) {
  const plan = await findPrimaryPlan(context)
  const [later, earlier] = plan ? await listVersions(context, plan.id) : []
  if (!later || !earlier) return
  const today = tokyoDay(context.now)
  const askedOn = addDays(today, -182)
  const inquiryId = await makeInquiry(context, {
    ...letter,
    bodyId,
    number: '企政第9号（架空）',
    askedOn,
    subject: '後期基本計画の骨子',
    question: '後期基本計画の骨子案について',
    versionId: earlier.id,
    dueOn: addDays(today, -120),
  })
  await issueInquiry(on(context, askedOn), { inquiryId, revision: 1 })
  await receiveReport(context, {
    inquiryId,
    revision: 2,
    reportNumber: '総計審第1号（架空）',
    reportedOn: addDays(today, -122),
    conclusion: '骨子案は、おおむね適当と認める（架空）。',
    views: [
      '骨子で足りないところを、素案で具体的に書くこと（架空）',
      '計画の進み具合を、市民に分かりやすく知らせること（架空）',
    ],
  })
  const reflected: ViewAnswer = {
    answer: '素案で、次のところを直しました（架空）。',
    answerKind: 'reflected',
    answeredOn: today,
    ...(await aChange(context, earlier.id, later.id)),
  }
  const promised: ViewAnswer = {
    ...noAnswer,
    answer: '毎年度の評価を、市のホームページと広報紙で知らせます（架空）。',
    answerKind: 'later',
    answeredOn: addDays(today, -90),
  }
  await answerViews(context, { inquiryId, revision: 3, answers: [reflected, promised] })
}

/** The morning of a day. */
const on = (context: Context, day: string): Context => ({ ...context, now: new Date(`${day}T01:00:00Z`) })

/** The first place that differs between two versions. */
async function aChange(context: Context, earlierId: string, laterId: string) {
  const read = frozenVersions(context)
  const [before, after] = [await read(earlierId), await read(laterId)]
  if (!before || !after) return { versionId: '', itemId: '' }
  const place = placesOf(after).find(({ value }) => differencesAt(value, before, after).length > 0)
  return place ? { versionId: laterId, itemId: place.value } : { versionId: '', itemId: '' }
}

/** The version of the sample plan that was frozen last: what the council is asked about. */
export async function aVersion(context: Context): Promise<string | undefined> {
  const plan = await findPrimaryPlan(context)
  return plan ? (await listVersions(context, plan.id))[0]?.id : undefined
}
