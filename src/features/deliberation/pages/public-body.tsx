import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { Section } from '#src/ui/parts.tsx'
import { decisionRuleLabels, endWords, minutesStyleLabels, quorumLabels, sitsOn } from '../core/bodies.ts'
import { getBody, listMembers } from '../store/queries.ts'
import { MemberTable } from '../views/member-table.tsx'
import { Fact } from './parts/deliberation-tabs.tsx'

/** One body for residents: its rules and who sits on it today. */
export const publicBodyPage = page('/meetings/bodies/:bodyId', {
  audience: 'public',
  async show(context, { params: { bodyId } }) {
    const body = await getBody(context, bodyId)
    const today = tokyoDay(context.now)
    const members = (await listMembers(context, bodyId)).filter((member) => sitsOn(member, today))
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
            <Fact label="定足数">{quorumLabels[body.quorum]}</Fact>
            <Fact label="議決">{decisionRuleLabels[body.decisionRule]}</Fact>
            <Fact label="会議の公開">{body.isOpenByDefault ? '原則公開' : '原則非公開'}</Fact>
            <Fact label="会議録の氏名">{minutesStyleLabels[body.minutesStyle]}</Fact>
          </dl>
          <Section id="members" title={`委員（${members.length}人）`}>
            {members.length === 0 ? (
              <p>いま委員はいません。</p>
            ) : (
              <MemberTable members={members} caption={`${body.name}の委員`} />
            )}
          </Section>
        </>
      ),
    }
  },
})
