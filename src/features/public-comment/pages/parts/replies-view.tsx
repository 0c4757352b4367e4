import type { HeardLine } from '#src/features/voices/store/queries/voices.ts'
import type { Context } from '#src/platform/context.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { AboutScreen, Badge, Banner, EmptyState, Section } from '#src/ui/parts.tsx'
import type { CommentClass } from '../../core/classes.ts'
import type { PlanPlace } from '../../core/plan-places.ts'
import type { CommentPlace } from '../../store/queries/places.ts'
import type { Reply } from '../../store/queries/replies.ts'
import { CaseTabs } from './case-tabs.tsx'
import { OpinionBoxes, ReplyFields, type ReplyForm } from './reply-fields.tsx'

type RepliesProps = {
  actor: Context['actor']
  caseId: string
  comments: readonly HeardLine[]
  replies: readonly Reply[]
  contradictions: readonly string[]
  classes: readonly CommentClass[]
  places: readonly PlanPlace[]
  about: ReadonlyMap<string, CommentPlace>
  form: ReplyForm
  mayDraft: boolean
}

export function RepliesView(props: RepliesProps) {
  const { actor, caseId, comments, replies, contradictions, form, mayDraft } = props
  const answered = new Set(replies.flatMap(({ opinionIds }) => opinionIds))
  const open = comments.filter(({ id, kind }) => kind !== 'none' && !answered.has(id))
  return (
    <>
      <ProblemSummary problems={form.problems} />
      <div class="sb-title">
        <h1>市の考え方</h1>
        <a href={`/staff/voices?channel=comment`}>意見を分ける・個人情報を伏せる</a>
      </div>
      <CaseTabs actor={actor} caseId={caseId} current="/replies" />
      {contradictions.length > 0 && (
        <Banner tone="warn" title="答えが食い違っているかもしれません。">
          <ul class="sb-list">
            {contradictions.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Banner>
      )}
      <Drafts {...props} />
      <Section id="open" title={`まだ答えていない意見（${open.length}件）`}>
        {open.length === 0 && (
          <EmptyState title="ありません。">
            <p>すべての意見に、市の考え方があります。</p>
          </EmptyState>
        )}
        {open.length > 0 && !mayDraft && <OpinionList comments={open} />}
        {open.length > 0 && mayDraft && (
          <form method="post" class="sb-form" noValidate>
            <OpinionBoxes
              comments={open}
              about={props.about}
              chosen={form.chosen}
              problem={form.problems['opinions']}
            />
            <ReplyFields {...props} />
            <button class="dads-button" type="submit">
              選んだ意見への考え方を保存する
            </button>
          </form>
        )}
      </Section>
      <AboutScreen>
        <p>
          1つの考え方で、いくつもの意見に答えられます。選んだ意見は、全部保存されるか、1件も保存されないかのどちらかです。承認は、書いた人とは別の人がします。
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

function Drafts({ caseId, replies, classes }: RepliesProps) {
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
            <ReplyBadge reply={reply} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function ReplyBadge({ reply }: { reply: Reply }) {
  if (reply.approvedBy) return <Badge tone="ok">承認済み</Badge>
  return reply.returnReason ? <Badge tone="warn">差戻し</Badge> : <Badge tone="info">承認待ち</Badge>
}
