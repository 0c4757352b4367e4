import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { questionsByVenue } from '../core/open-items.ts'
import { getPublicReport, listPublicSessions } from '../store/queries/public-sessions.ts'
import { QuestionsView } from './parts/public-questions-view.tsx'

/** 説明会の質問と回答: what waits for an answer until when, and what was answered, by venue. */
export const publicQuestionsPage = page('/participation/questions', {
  audience: 'public',
  async show(context) {
    const briefings = (await listPublicSessions(context)).filter(
      ({ kind, reportedAt }) => kind === 'briefing' && reportedAt,
    )
    const reports = await Promise.all(briefings.map(({ id }) => getPublicReport(context, id)))
    return {
      title: '説明会の質問と回答',
      crumbs: [
        { label: '総合計画', href: '/' },
        { label: '参加の予定', href: '/participation' },
      ],
      body: <QuestionsView venues={questionsByVenue(reports, tokyoDay(context.now))} />,
    }
  },
})
