import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea } from '#src/ui/field.tsx'
import { Badge, Disclosure } from '#src/ui/parts.tsx'
import { type PlacedComment, placeWords, resolutionLabels } from '../../core/draft-comments.ts'
import { choicesOf } from './deliberation-tabs.tsx'

type CommentProps = {
  placed: PlacedComment
  number: number
  author: string
  subject: string
  /** Where the draft is edited. */
  editAddress: string
  mayResolve: boolean
  entered: Entered
  problems: Problems
}

/** One comment as the secretariat answers it. */
export function CommentToResolve(props: CommentProps) {
  const { placed, number, author, subject, editAddress, mayResolve } = props
  const { id, anchor, words, resolution, note } = placed.comment
  return (
    <section class="sb-box l-flow" aria-labelledby={id}>
      <h2 id={id}>
        {number}. {subject}
      </h2>
      <p>
        {author}
        {'　'}
        {resolution ? (
          <Badge tone="ok">{resolutionLabels[resolution]}</Badge>
        ) : (
          <Badge tone="warn">対応待ち</Badge>
        )}
      </p>
      {anchor.quote && <blockquote class="sb-quote">{anchor.quote}</blockquote>}
      <p class="sb-prewrap">{words}</p>
      <p class="sb-sub">
        いまの案では：{placeWords(placed)}　<a href={editAddress}>この部分を直す</a>
      </p>
      {note && <p class="sb-prewrap">対応：{note}</p>}
      {mayResolve && <ResolutionForm {...props} />}
    </section>
  )
}

function ResolutionForm({ placed: { comment }, number, entered, problems }: CommentProps) {
  const { id, revision, resolution, note } = comment
  const field = (name: string, saved: string) => ({
    name: `${name}-${id}`,
    value: entered[`${name}-${id}`] ?? saved,
    problem: problems[`${name}-${id}`],
  })
  return (
    <Disclosure label={resolution ? '対応を直す' : '対応を記録する'} open={entered['commentId'] === id}>
      <form method="post" class="sb-form" aria-label={`意見${number}への対応`} action="#error-summary">
        <input type="hidden" name="commentId" value={id} />
        <input type="hidden" name="revision" value={entered['revision'] ?? revision} />
        <SelectField
          {...field('resolution', resolution)}
          label="対応の種類"
          choices={choicesOf(resolutionLabels)}
          width="mid"
        />
        <TextArea
          {...field('note', note)}
          label="対応の説明"
          support="書いた委員と、同じ会議の委員が読みます。"
          rows={3}
          required
        />
        <button class="dads-button dads-button--secondary" type="submit">
          対応を記録する
        </button>
      </form>
    </Disclosure>
  )
}
