import { listPublicCases } from '#src/features/public-comment/store/queries/cases.ts'
import { listPublicSurveys } from '#src/features/surveys/store/queries.ts'
import { writeCalendar } from '#src/lib/calendar/write-calendar.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState, Section } from '#src/ui/parts.tsx'
import { type Participation, participationEvents, sortParticipation } from '../core/participation.ts'
import { sessionKindLabels } from '../core/session.ts'
import { listPublicSessions } from '../store/queries/public-sessions.ts'
import { ParticipationList } from './parts/participation-view.tsx'

/** Everything residents can take part in: sessions, surveys and calls for comments. */
export async function listParticipation(context: Context): Promise<Participation[]> {
  const [sessions, cases, surveys] = [
    await listPublicSessions(context),
    await listPublicCases(context),
    await listPublicSurveys(context),
  ]
  return [
    ...sessions.map((session) => ({
      id: session.id,
      kind: sessionKindLabels[session.kind],
      title: session.title,
      firstDay: session.heldOn,
      lastDay: session.heldOn,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      place: session.place,
      howTo: session.howTo,
      href: `/participation/${session.id}`,
      isCancelled: session.cancelledAt !== undefined,
    })),
    ...cases.map(({ id, sheet }) => ({
      ...wholeDays,
      id,
      kind: '意見募集',
      title: sheet.title,
      firstDay: sheet.opensOn,
      lastDay: sheet.closesOn,
      howTo: 'このサイト、郵送、ファクス、窓口で意見を出せます。',
      href: `/comments/${id}`,
    })),
    ...surveys.map((survey) => ({
      ...wholeDays,
      id: survey.id,
      kind: '調査',
      title: survey.title,
      firstDay: survey.startsOn,
      lastDay: survey.endsOn,
      howTo: '',
      href: `/surveys/${survey.id}`,
    })),
  ]
}

const wholeDays = { startsAt: '', endsAt: '', place: '', isCancelled: false }

/** 参加の予定: what, when, where and how to take part. */
export const participationPage = page('/participation', {
  audience: 'public',
  async show(context) {
    const { coming, over } = sortParticipation(await listParticipation(context), tokyoDay(context.now))
    return {
      title: '参加の予定',
      crumbs: [{ label: '総合計画', href: '/' }],
      body: (
        <>
          <h1>参加の予定</h1>
          <p class="sb-lead l-measure">
            計画づくりに参加できる会や調査、意見募集です。終わった会の結果も、ここから読めます。
          </p>
          <p class="l-cluster l-cluster--wide">
            <a href="/participation/calendar.ics">予定をカレンダーに入れる（iCalendar）</a>
            <a href="/participation/questions">説明会の質問と回答</a>
          </p>
          <Section id="coming" title="これから・いま">
            {coming.length === 0 ? (
              <EmptyState title="いま参加できるものは、ありません。">
                <p>決まりしだい、ここに載せます。</p>
              </EmptyState>
            ) : (
              <ParticipationList entries={coming} />
            )}
          </Section>
          {over.length > 0 && (
            <Section id="over" title="終わったもの">
              <ParticipationList entries={over} />
            </Section>
          )}
        </>
      ),
    }
  },
})

/** The same as a calendar other programs subscribe to. */
export const participationCalendar = page('/participation/calendar.ics', {
  audience: 'public',
  async show(context, { site }) {
    const all = await listParticipation(context)
    const stampedAt = new Date(`${tokyoDay(context.now)}T00:00:00Z`)
    return {
      file: writeCalendar({
        name: '総合計画 参加の予定',
        host: new URL(site).hostname,
        stampedAt,
        events: participationEvents(all, site),
      }),
      contentType: 'text/calendar; charset=utf-8',
      fileName: '参加の予定.ics',
    }
  },
})
