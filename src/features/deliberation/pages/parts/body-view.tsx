import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Section } from '#src/ui/parts.tsx'
import {
  type Body,
  decisionRuleLabels,
  endWords,
  isElected,
  type Membership,
  minutesStyleLabels,
  quorumLabels,
  seatsOn,
  sitsOn,
  withArticle,
} from '../../core/bodies.ts'
import { quorumFor } from '../../core/rules-of-order.ts'
import { MemberTable } from '../../views/member-table.tsx'
import { Fact } from './deliberation-tabs.tsx'

type FactsProps = { body: Body; members: readonly Membership[]; today: string }

/** The rules of a body with what they come to today, its seats and its members. */
export function BodyFacts({ body, members, today }: FactsProps) {
  const sitting = members.filter((member) => sitsOn(member, today))
  const others = members.filter((member) => !sitsOn(member, today))
  const hasNoRoster = isElected(body) && members.length === 0
  return (
    <>
      <dl class="dads-description-list">
        <Fact label="設置の根拠">{body.legalBasis}</Fact>
        {body.endedOn && <Fact label="解散">{endWords(body)}</Fact>}
        <Fact label="役割">{body.role || 'なし'}</Fact>
        <Fact label="定足数">
          {withArticle(quorumLabels[body.quorum], body.quorumArticle)}
          {body.quorum !== 'none' &&
            sitting.length > 0 &&
            `（いまの委員${sitting.length}人では${quorumFor(body.quorum, sitting.length)}人）`}
        </Fact>
        <Fact label="議決">{withArticle(decisionRuleLabels[body.decisionRule], body.decisionArticle)}</Fact>
        <Fact label="会議の公開">
          {withArticle(body.isOpenByDefault ? '原則公開' : '原則非公開', body.opennessArticle)}
        </Fact>
        {body.term && <Fact label="委員の任期">{withArticle(body.term, body.termArticle)}</Fact>}
        <Fact label="会議録の氏名">{minutesStyleLabels[body.minutesStyle]}</Fact>
        <Fact label="定数">
          {seatsOn(body, members, today)
            .map(({ category, count, taken, open }) =>
              hasNoRoster ? `${category} ${count}人` : `${category} ${count}人中${taken}人（空き${open}）`,
            )
            .join('\n') || '定めなし'}
        </Fact>
      </dl>
      <Section id="members" title={hasNoRoster ? '委員' : `委員（${sitting.length}人）`}>
        {hasNoRoster ? (
          <p>議員の名簿は、ここには登録されていません。登録しなくても、会期と議案は記録できます。</p>
        ) : sitting.length === 0 ? (
          <p>まだ委員がいません。</p>
        ) : (
          <MemberTable members={sitting} caption={`${body.name}の委員`} />
        )}
        {others.length > 0 && (
          <div class="l-gap">
            <MemberTable members={others} caption="退任した委員、これから就任する委員" />
          </div>
        )}
      </Section>
    </>
  )
}

type FormProps = { entered: Entered; problems: Problems }
const dayExample = '例：2027-04-01、令和9年4月1日、R9.4.1'

export function MemberForm({ body, entered, problems }: FormProps & { body: Body }) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <form method="post" class="sb-form" aria-label="委員を加える" action="#error-summary">
      <TextField
        name="memberName"
        label="氏名"
        value={entered['memberName']}
        problem={problems['memberName']}
        support="名簿として公開されます。"
        width="mid"
        required
      />
      <TextField {...field('affiliation')} label="所属・職" support="例：商工会 理事" />
      <TextField {...field('appointedBy')} label="委嘱・任命した人" support="例：市長" width="mid" optional />
      <SelectField
        {...field('category')}
        label="区分"
        blank="区分なし"
        choices={body.seats.map(({ category }) => ({ value: category, label: category }))}
        width="mid"
      />
      <TextField
        {...field('office')}
        label="役"
        support="会長、副会長、部会長など。委員は空にします。"
        width="short"
      />
      <TextField {...field('validFrom')} label="就任の日" support={dayExample} width="short" required />
      <TextField {...field('validTo')} label="任期の終わり" width="short" optional />
      <button class="dads-button" type="submit" name="act" value="appoint">
        委員を加える
      </button>
    </form>
  )
}

type LeavingProps = FormProps & { members: readonly Membership[]; today: string }

export function LeavingForm({ members, today, entered, problems }: LeavingProps) {
  const choices = members
    .filter(({ validTo }) => validTo === undefined || validTo >= today)
    .map(({ id, name, revision }) => ({ value: `${id}/${revision}`, label: name }))
  if (choices.length === 0) return <p>いまの委員はいません。</p>
  return (
    <form method="post" class="sb-form" aria-label="委員が退く" action="#error-summary">
      <SelectField name="member" label="退く委員" value={entered['member']} choices={choices} width="mid" />
      <TextField
        name="lastOn"
        label="最後の日"
        value={entered['lastOn']}
        problem={problems['lastOn']}
        width="short"
        required
      />
      <TextField
        name="leavingReason"
        label="退任の理由"
        value={entered['leavingReason']}
        problem={problems['leavingReason']}
        support="例：人事異動、辞任、任期満了。名簿に載ります。"
        required
      />
      <button class="dads-button dads-button--secondary" type="submit" name="act" value="leave">
        退任を記録する
      </button>
    </form>
  )
}

/** 会議体の解散: the day and why; its members leave with it. */
export function EndingForm({ body, entered, problems }: FormProps & { body: Body }) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <form method="post" class="sb-form" aria-label="会議体の解散" action="#error-summary">
      <input type="hidden" name="revision" value={body.revision} />
      <p>
        委員はこの日に退任します。これまでの会議と記録は、そのまま残ります。答申のない諮問は、ないまま残ります。
      </p>
      <TextField {...field('endedOn')} label="解散の日" support={dayExample} width="short" required />
      <TextField {...field('endReason')} label="解散の理由" support="公開されます。" required />
      <button class="dads-button dads-button--secondary" type="submit" name="act" value="dissolve">
        解散を記録する
      </button>
    </form>
  )
}
