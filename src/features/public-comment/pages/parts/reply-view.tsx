import type { HeardLine } from '#src/features/voices/store/queries/voices.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import { Banner, Section } from '#src/ui/parts.tsx'
import type { CommentClass } from '../../core/classes.ts'
import type { CommentPlace } from '../../core/orphans.ts'
import { type LinkChoice, type PlanPlace, placeLabel } from '../../core/plan-places.ts'
import type { Reply } from '../../store/queries/replies.ts'
import { BeforeAfter } from './before-after.tsx'
import { ChangeButtons } from './change-fields.tsx'
import { FactList } from './comment-parts.tsx'
import { ReplyBadge } from './replies-view.tsx'
import { OpinionBoxes, ReplyFields, type ReplyForm } from './reply-fields.tsx'

type ReplyProps = {
  reply: Reply
  /** 承認の順 of the case. */
  steps: readonly string[]
  comments: readonly HeardLine[]
  classes: readonly CommentClass[]
  places: readonly PlanPlace[]
  linkChoices: readonly LinkChoice[]
  about: ReadonlyMap<string, CommentPlace>
  form: ReplyForm
  isStale: boolean
  may: { edit: boolean; check: boolean; approve: boolean; isOther: boolean }
}

export function ReplyView(props: ReplyProps) {
  const { reply, form, may, isStale } = props
  return (
    <>
      <ProblemSummary problems={form.problems} />
      {isStale && <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。" />}
      <div class="sb-title">
        <h1>市の考え方を直す</h1>
        <ReplyBadge reply={reply} steps={props.steps} />
      </div>
      {reply.returnReason && (
        <Banner tone="warn" title="差戻し">
          <p class="sb-prewrap">{reply.returnReason}</p>
        </Banner>
      )}
      {props.steps.length > 1 && reply.checkedBy && <Approvals {...props} />}
      {(may.approve || may.check) && !reply.approvedBy && <Approval {...props} />}
      {may.edit ? <Editing {...props} /> : <Facts {...props} />}
    </>
  )
}

/** Whether the person is first of all asked to look over or to approve: then saving changes is the lesser act. */
const isJudging = ({ reply, may }: ReplyProps) =>
  !reply.approvedBy && (reply.checkedBy ? may.approve && may.isOther : may.check)

/** 承認の順, with the day of each approval that was given. */
const Approvals = ({ reply, steps }: ReplyProps) => (
  <Section id="approvals" title="承認の順">
    <ol class="sb-list">
      {steps.map((label, at) => {
        const given = reply.approvals[at]
        return (
          <li key={label}>
            {label}：{given ? `${eraDay(tokyoDay(new Date(given.approvedAt)))}に承認` : 'まだ'}
          </li>
        )
      })}
    </ol>
  </Section>
)

function Approval({ reply, form, may, steps }: ReplyProps) {
  return (
    <Section id="approval" title={reply.checkedBy ? '承認' : '企画の確認'}>
      {!reply.checkedBy && !may.check && <p>企画（事務局）が確認すると、承認できます。</p>}
      {reply.checkedBy && !may.isOther && (
        <p>
          {steps.length > 1
            ? 'あなたが書いたか、確認したか、先に承認したので、別の人が承認します。'
            : 'あなたが書いたか、確認したので、別の人が承認します。'}
        </p>
      )}
      <form method="post" class="sb-form">
        <input type="hidden" name="revision" value={reply.revision} />
        {!reply.checkedBy && may.check && (
          <button class="dads-button" name="act" value="check" type="submit">
            確認して、承認に回す
          </button>
        )}
        {reply.checkedBy && may.approve && may.isOther && (
          <button class="dads-button" name="act" value="approve" type="submit">
            {steps.length > 1 ? `「${steps[reply.approvals.length]}」として承認する` : '承認する'}
          </button>
        )}
        <TextField name="returnReason" label="差し戻す理由" problem={form.problems['returnReason']} />
        <button class="dads-button dads-button--secondary" name="act" value="return" type="submit">
          差し戻す
        </button>
      </form>
    </Section>
  )
}

function Editing(props: ReplyProps) {
  const { reply, comments, form } = props
  return (
    <Section id="editing" title="内容">
      <form method="post" class="sb-form" noValidate>
        <input type="hidden" name="revision" value={reply.revision} />
        <OpinionBoxes
          comments={comments}
          about={props.about}
          chosen={form.chosen}
          problem={form.problems['opinions']}
        />
        <ReplyFields {...props} />
        {reply.approvedBy && <p>保存すると、承認はやり直しになります。</p>}
        <div class="l-cluster">
          <button
            class={isJudging(props) ? 'dads-button dads-button--secondary' : 'dads-button'}
            name="act"
            value="save"
            type="submit"
          >
            保存する
          </button>
          <ChangeButtons />
        </div>
      </form>
    </Section>
  )
}

function Facts({ reply, classes, comments, places, linkChoices }: ReplyProps) {
  const own = comments.filter(({ id }) => reply.opinionIds.includes(id))
  return (
    <Section id="content" title="内容">
      <FactList
        rows={[
          ['意見', own.map(({ verbatim }) => verbatim).join('\n———\n')],
          ['対応区分', classes.find(({ key }) => key === reply.classKey)?.label ?? ''],
          ['市の考え方', reply.text],
          ['理由', reply.reason || 'なし'],
          [
            '関係するところ',
            linkChoices
              .filter(({ id }) => reply.links.includes(id))
              .map(({ label }) => label)
              .join('、') || 'なし',
          ],
          ...(reply.changes.length === 0 ? ([['直したところ', 'なし']] as const) : []),
        ]}
      />
      {reply.changes.map(({ planRef, before, after }) => (
        <div key={planRef} class="l-gap">
          <h3>直したところ：{placeLabel(places, planRef)}</h3>
          <BeforeAfter before={before} after={after} />
        </div>
      ))}
    </Section>
  )
}
