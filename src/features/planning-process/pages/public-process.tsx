import { sitsOn } from '#src/features/deliberation/core/bodies.ts'
import { listBodies, listMembers } from '#src/features/deliberation/store/queries.ts'
import { listPublicDecisions, listPublicMeetings } from '#src/features/deliberation/store/queries-public.ts'
import { BodyList } from '#src/features/deliberation/views/body-list.tsx'
import { DecisionTable } from '#src/features/deliberation/views/decision-table.tsx'
import { MeetingTable } from '#src/features/deliberation/views/meeting-table.tsx'
import { findPublicPlan } from '#src/features/plan/store/queries/public.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { Section } from '#src/ui/parts.tsx'
import { findPublicSchedule, listPublicChanges } from '../store/queries.ts'
import { PublicProcess } from './parts/public-view.tsx'

/** 策定の進行: where the making of the plan stands, what comes next, how to take part. */
export const publicProcessPage = page('/process', {
  audience: 'public',
  async show(context) {
    const schedule = await findPublicSchedule(context)
    if (!schedule) {
      return {
        title: '策定の進行',
        body: (
          <div class="l-flow">
            <h1>策定の進行</h1>
            <p class="sb-lead">
              計画づくりの予定は、まだ公開されていません。決まりしだい、このページに載せます。
            </p>
          </div>
        ),
      }
    }
    const changes = await listPublicChanges(context)
    return {
      title: '策定の進行',
      crumbs: [{ label: '総合計画', href: '/' }],
      printLine: `${schedule.process.title}　策定の進行`,
      body: (
        <PublicProcess schedule={schedule} changes={changes} today={tokyoDay(context.now)}>
          {await bodiesAndMeetings(context)}
        </PublicProcess>
      ),
    }
  },
})

const mostMeetings = 5
const mostDecisions = 5

/** Who decides, the last meetings of whatever body, and what was decided, as the room of deliberation shows them. */
async function bodiesAndMeetings(context: Context) {
  const [bodies, members] = [await listBodies(context), await listMembers(context)]
  if (bodies.length === 0) return null
  const meetings = (await listPublicMeetings(context)).slice(0, mostMeetings)
  const decisions = (await listPublicDecisions(context)).slice(0, mostDecisions)
  const plan = await findPublicPlan(context)
  const today = tokyoDay(context.now)
  const sitting = members.filter((member) => sitsOn(member, today))
  const counts = new Map(bodies.map(({ id }) => [id, sitting.filter(({ bodyId }) => bodyId === id).length]))
  return (
    <>
      <Section id="bodies" title="だれが決めるか" aside={arrow('/meetings/organization', '体制を図で見る')}>
        <BodyList bodies={bodies} counts={counts} />
      </Section>
      {meetings.length > 0 && (
        <Section id="meetings" title="会議" aside={arrow('/meetings', '会議の記録をすべて見る')}>
          <div class="l-flow-l">
            {bodies
              .filter(({ id }) => meetings.some(({ bodyId }) => bodyId === id))
              .map(({ id, name }) => (
                <MeetingTable
                  key={id}
                  meetings={meetings.filter(({ bodyId }) => bodyId === id)}
                  caption={name}
                  addressOf={(meetingId) => `/meetings/${meetingId}`}
                  isPublic
                />
              ))}
          </div>
        </Section>
      )}
      {decisions.length > 0 && (
        <Section id="decisions" title="決まったこと" aside={arrow('/meetings/decisions', 'すべて見る')}>
          <DecisionTable
            log={decisions}
            caption="決まったこと（新しい順）"
            titleOf={(id) => plan?.items.get(id)?.title}
          />
        </Section>
      )}
    </>
  )
}

const arrow = (href: string, words: string) => (
  <a class="sb-arrow" href={href}>
    {words}
  </a>
)
