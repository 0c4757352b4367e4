import { findPrimaryPlan } from '#src/features/plan/store/queries/plans.ts'
import { listVersions } from '#src/features/plan/store/queries/versions.ts'
import { addDays, onOrAfter, onOrBefore } from '#src/lib/japanese/business-days.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { cited } from '#src/platform/ids.ts'
import { decideAmendment, proposeAmendment, resolveBill, submitBill } from '../store/commands-bills.ts'
import { addBody } from '../store/commands-bodies.ts'
import { enterSession } from '../store/commands-sessions.ts'

/** The assembly, with a bill on the outline that passed with an amendment: the next version contains it. */
export async function assembleTheAssembly(context: Context) {
  const today = tokyoDay(context.now)
  const bodyId = await addBody(context, {
    kind: 'assembly',
    name: '市議会',
    role: '議案を審査し、議決します。',
    legalBasis: '地方自治法第89条',
    quorum: 'half',
    decisionRule: 'majority',
    minutesStyle: 'names',
    isOpenByDefault: true,
    seats: [{ category: '議員', count: 18 }],
  })
  await enterSessions(context, bodyId)
  const plan = await findPrimaryPlan(context)
  const [later, earlier] = plan ? await listVersions(context, plan.id) : []
  if (!later || !earlier) return
  const billId = await submitBill(context, {
    bodyId,
    number: '議案第31号（架空）',
    title: '後期基本計画の骨子について',
    submittedOn: addDays(today, -80),
    versionId: earlier.id,
    committee: '総務委員会（架空）',
  })
  const amendmentId = await proposeAmendment(context, {
    billId,
    revision: 1,
    proposer: '総務委員会（架空）',
    proposedOn: addDays(today, -70),
    words: '公共交通の目標を、利用者の数で示すこと（架空の修正案です）。',
  })
  const outcome = 'carried' as const
  await decideAmendment(context, { billId, revision: 2, amendmentId, outcome, versionId: later.id })
  await resolveBill(context, {
    billId,
    revision: 3,
    outcome: 'carried-amended',
    resolvedOn: addDays(today, -60),
    votesFor: 15,
    votesAgainst: 2,
  })
}

/** Month and days on which the regular sessions of a year usually open and close. */
const regular = [
  ['02-25', '03-19'],
  ['06-05', '06-24'],
  ['09-02', '09-25'],
  ['12-03', '12-18'],
] as const

/** Four regular sessions a year, of the years from the last to the next. */
async function enterSessions(context: Context, bodyId: string) {
  const year = Number(tokyoDay(context.now).slice(0, 4))
  for (const of of [year - 1, year, year + 1])
    for (const [position, [opens, closes]] of regular.entries()) {
      const [startsOn, endsOn] = [onOrAfter(`${of}-${opens}`), onOrBefore(`${of}-${closes}`)]
      const name = `${eraDay(startsOn).replace(/年.*$/, '年')}第${position + 1}回定例会（架空）`
      const session = { bodyId, kind: 'regular' as const, name, startsOn, endsOn }
      await enterSession(cited(context, `session ${name}`), session)
    }
}
