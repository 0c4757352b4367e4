import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { Section } from '#src/ui/parts.tsx'
import type { AssemblySession } from '../core/assembly-session.ts'
import {
  decisionRuleLabels,
  endWords,
  isElected,
  minutesStyleLabels,
  quorumLabels,
  sitsOn,
  withArticle,
} from '../core/bodies.ts'
import { getBody, listMembers } from '../store/queries.ts'
import { listSessions } from '../store/queries-sessions.ts'
import { MemberTable } from '../views/member-table.tsx'
import { Fact } from './parts/deliberation-tabs.tsx'
import { SessionTable } from './parts/session-view.tsx'

/** One body for residents: its rules and who sits on it today. */
export const publicBodyPage = page('/meetings/bodies/:bodyId', {
  audience: 'public',
  async show(context, { params: { bodyId } }) {
    const body = await getBody(context, bodyId)
    const today = tokyoDay(context.now)
    const members = (await listMembers(context, bodyId)).filter((member) => sitsOn(member, today))
    const sessions = (await listSessions(context)).filter((session) => session.bodyId === bodyId)
    return {
      title: body.name,
      crumbs: [
        { label: '総合計画', href: '/' },
        { label: '会議の記録', href: '/meetings' },
      ],
      body: (
        <>
          <h1>{body.name}</h1>
          <p class="sb-lead l-measure">{body.role}</p>
          <dl class="dads-description-list l-gap">
            <Fact label="設置の根拠">{body.legalBasis}</Fact>
            {body.endedOn && <Fact label="解散">{endWords(body)}</Fact>}
            <Fact label="定足数">{withArticle(quorumLabels[body.quorum], body.quorumArticle)}</Fact>
            <Fact label="議決">
              {withArticle(decisionRuleLabels[body.decisionRule], body.decisionArticle)}
            </Fact>
            <Fact label="会議の公開">
              {withArticle(body.isOpenByDefault ? '原則公開' : '原則非公開', body.opennessArticle)}
            </Fact>
            {body.term && <Fact label="委員の任期">{withArticle(body.term, body.termArticle)}</Fact>}
            <Fact label="会議録の氏名">{minutesStyleLabels[body.minutesStyle]}</Fact>
          </dl>
          {body.kind === 'assembly' && <Sessions sessions={sessions} name={body.name} today={today} />}
          {(members.length > 0 || !isElected(body)) && (
            <Section id="members" title={`委員（${members.length}人）`}>
              {members.length === 0 ? (
                <p>いま委員はいません。</p>
              ) : (
                <MemberTable members={members} caption={`${body.name}の委員`} />
              )}
            </Section>
          )}
        </>
      ),
    }
  },
})

type SessionsProps = { sessions: readonly AssemblySession[]; name: string; today: string }

function Sessions({ sessions, name, today }: SessionsProps) {
  return (
    <Section id="sessions" title="会期">
      {sessions.length === 0 ? (
        <p>会期の予定は、まだ公開されていません。</p>
      ) : (
        <SessionTable sessions={sessions} caption={`${name}の会期（新しい順）`} today={today} />
      )}
    </Section>
  )
}
