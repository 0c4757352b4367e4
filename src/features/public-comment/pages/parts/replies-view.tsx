import type { HeardLine } from '#src/features/voices/store/queries/voices.ts'
import type { Context } from '#src/platform/context.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { AboutScreen, Badge, type BadgeTone, Banner, EmptyState, Section } from '#src/ui/parts.tsx'
import type { CommentClass } from '../../core/classes.ts'
import type { CommentPlace } from '../../core/orphans.ts'
import type { LinkChoice, PlanPlace } from '../../core/plan-places.ts'
import { type ReplyStep, replyStepWords, stepOf } from '../../core/reply-steps.ts'
import type { Reply } from '../../store/queries/replies.ts'
import { CaseTabs } from './case-tabs.tsx'
import { ChangeButtons } from './change-fields.tsx'
import { OpinionBoxes, ReplyFields, type ReplyForm } from './reply-fields.tsx'

type RepliesProps = {
  actor: Context['actor']
  caseId: string
  /** 承認の順 of the case. */
  steps: readonly string[]
  comments: readonly HeardLine[]
  replies: readonly Reply[]
  contradictions: readonly string[]
  classes: readonly CommentClass[]
  places: readonly PlanPlace[]
  linkChoices: readonly LinkChoice[]
  about: ReadonlyMap<string, CommentPlace>
  form: ReplyForm
  /** Whether the person may draft an answer to this opinion. */
  isOwn: (opinionId: string) => boolean
}

export function RepliesView(props: RepliesProps) {
  const { actor, caseId, comments, replies, contradictions, form, isOwn } = props
  const answered = new Set(replies.flatMap(({ opinionIds }) => opinionIds))
  const open = comments.filter(({ id, kind }) => kind !== 'none' && !answered.has(id))
  const own = open.filter(({ id }) => isOwn(id))
  const others = open.filter(({ id }) => !isOwn(id))
  return (
    <>
      <ProblemSummary problems={form.problems} />
      <div class="sb-title">
        <h1>市の考え方</h1>
        <a href={`/staff/voices?channel=comment`}>意見を分ける・個人情報を伏せる</a>
      </div>
      <CaseTabs actor={actor} caseId={caseId} current="/replies" />
      {contradictions.length > 0 && (
        <div class="l-gap">
          <Banner tone="warn" title="答えが食い違っているかもしれません。">
            <ul class="sb-list">
              {contradictions.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Banner>
        </div>
      )}
      <Drafts {...props} />
      <Section id="open" title={`まだ答えていない意見（${open.length}件）`}>
        {open.length === 0 && (
          <EmptyState title="ありません。">
            <p>すべての意見に、市の考え方があります。</p>
          </EmptyState>
        )}
        <Groups {...props} open={own} />
        {others.length > 0 && <OpinionList comments={others} />}
        {own.length > 0 && (
          <form method="post" class="sb-form" noValidate>
            <OpinionBoxes
              comments={own}
              about={props.about}
              chosen={form.chosen}
              problem={form.problems['opinions']}
            />
            <ReplyFields {...props} />
            <div class="l-cluster">
              <button class="dads-button" type="submit">
                選んだ意見への考え方を保存する
              </button>
              <ChangeButtons />
            </div>
          </form>
        )}
      </Section>
      <AboutScreen>
        <p>
          1つの考え方で、いくつもの意見に答えられます。選んだ意見は、全部保存されるか、1件も保存されないかのどちらかです。担当課が書いた案は、企画が確認し、書いた人・確認した人とは別の人が承認します。
        </p>
      </AboutScreen>
    </>
  )
}

const OpinionList = ({ comments }: { comments: readonly HeardLine[] }) => (
  <ul class="sb-list">
    {comments.map(({ id, verbatim }) => (
      <li key={id} dir="auto">
        {[...verbatim].slice(0, 160).join('')}
      </li>
    ))}
  </ul>
)

function Drafts({ caseId, replies, classes, steps }: RepliesProps) {
  if (replies.length === 0) return null
  const labels = new Map(classes.map(({ key, label }) => [key, label]))
  return (
    <Section id="drafts" title={`書いた考え方（${replies.length}件）`}>
      <ul class="sb-tasks">
        {replies.map((reply) => (
          <li key={reply.id}>
            <div>
              <a href={`/staff/comments/${caseId}/replies/${reply.id}`}>
                {[...reply.text].slice(0, 60).join('')}
              </a>
              <small>
                {labels.get(reply.classKey)}・意見{reply.opinionIds.length}件
              </small>
            </div>
            <ReplyBadge reply={reply} steps={steps} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const stepTones: Readonly<Record<ReplyStep, BadgeTone>> = {
  returned: 'warn',
  'to-check': 'quiet',
  'to-approve': 'info',
  approved: 'ok',
}

/** Groups a person confirmed, of which several opinions wait: one answer for all of them at once. */
function Groups({ caseId, open }: RepliesProps & { open: readonly HeardLine[] }) {
  const groups = [...Map.groupBy(open, ({ wordingId, topicId }) => wordingId ?? topicId ?? '')].filter(
    ([id, members]) => id !== '' && members.length > 1,
  )
  if (groups.length === 0) return null
  return (
    <ul class="sb-list l-gap-after">
      {groups.map(([id, members]) => (
        <li key={id}>
          <a href={`/staff/comments/${caseId}/replies?group=${id}#open`}>
            {[...(members[0]?.verbatim ?? '')].slice(0, 40).join('')}…（{members.length}件）をまとめて選ぶ
          </a>
        </li>
      ))}
    </ul>
  )
}

export function ReplyBadge({ reply, steps }: { reply: Reply; steps: readonly string[] }) {
  const step = stepOf(reply)
  return <Badge tone={stepTones[step]}>{replyStepWords(reply, steps)}</Badge>
}
