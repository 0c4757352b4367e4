import { expect, test } from 'vitest'
import { verifyAudit } from '#src/platform/audit/verify.ts'
import type { Context } from '#src/platform/context.ts'
import { inTransaction } from '#src/platform/database/transaction.ts'
import { onEveryDatabase } from '#test/context.ts'
import { answerOf, onDay, openedSurvey, secret } from '#test/opened-survey.ts'
import { asNobody } from './access.ts'
import { keepAnswerDraft, receiveAnswer } from './commands/answers.ts'
import { closeSurvey } from './commands/surveys.ts'
import { purgeWhatIsDue } from './purge-due.ts'
import { countInvitations, getSurvey, listAnswers } from './queries.ts'
import { tables } from './tables.ts'

/** As the daily work does it: the system, in one transaction. */
const daily = (context: Context, day: string) =>
  inTransaction({ ...onDay(context, day), actor: { id: 'system', roles: [] } }, (inside) =>
    purgeWhatIsDue(inside, { today: day }),
  )

onEveryDatabase((contextAs) => {
  test('the list goes on its day and not before, only of a closed survey, with a record; answers stay', async () => {
    const context = contextAs('secretariat')
    const { surveyId, access } = await openedSurvey(context)
    const [first] = access
    if (!first) throw new Error('no code')
    await receiveAnswer(asNobody(context), { surveyId, access: first, answer: answerOf({ q1: '1' }) })
    expect((await getSurvey(context, surveyId)).purgeOn).toBe('2026-10-27')
    await daily(context, '2026-10-28')
    expect(await countInvitations(context, surveyId)).toHaveLength(1)
    await closeSurvey(onDay(context, '2026-05-02'), { surveyId, secret })
    await daily(context, '2026-10-26')
    expect((await getSurvey(context, surveyId)).purgedAt).toBeUndefined()
    await daily(context, '2026-10-27')
    await daily(context, '2026-10-28')
    expect(await countInvitations(context, surveyId)).toEqual([])
    expect((await getSurvey(context, surveyId)).purgedAt?.slice(0, 10)).toBe('2026-10-27')
    expect(await listAnswers(context, surveyId)).toHaveLength(1)
    const entries = await context.db
      .selectFrom('auditEntries')
      .selectAll()
      .where('action', '=', 'purge-invitations')
      .execute()
    expect(entries).toMatchObject([{ actor: 'system', object: surveyId, reason: 'purge-day' }])
    expect((await verifyAudit(context.db)).problem).toBeUndefined()
  })

  test('what was saved and not sent goes once the time of grace is over', async () => {
    const context = contextAs('secretariat')
    const { surveyId, access } = await openedSurvey(context)
    const [first] = access
    if (!first) throw new Error('no code')
    const draft = { version: 1, cells: { q1: '1' }, receipt: 'R', once: 'O' }
    await keepAnswerDraft(asNobody(onDay(context, '2026-04-30')), first, draft)
    const drafts = () =>
      tables(context).selectFrom('surveyDrafts').select('place').where('surveyId', '=', surveyId).execute()
    await daily(context, '2026-04-30')
    expect(await drafts()).toHaveLength(1)
    await daily(context, '2026-05-01')
    expect(await drafts()).toEqual([])
  })
})
