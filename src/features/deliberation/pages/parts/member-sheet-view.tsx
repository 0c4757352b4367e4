import { attachmentsOf, type SheetField } from '#src/features/request-sheets/core/fields.ts'
import type { References } from '#src/features/request-sheets/core/references.ts'
import { outcomeLabels, type SheetComment } from '#src/features/request-sheets/core/review.ts'
import { remarkKindLabels } from '#src/features/request-sheets/core/sheets.ts'
import { AnswerValue } from '#src/features/request-sheets/views/answer-value.tsx'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea } from '#src/ui/field.tsx'
import { Badge, Section } from '#src/ui/parts.tsx'
import type { LaidSheet } from '../../core/laid-sheets.ts'
import { choicesOf } from './deliberation-tabs.tsx'

type Props = {
  laid: LaidSheet
  fields: readonly SheetField[]
  references: References
  comments: readonly SheetComment[]
  mayComment: boolean
  ownId: string
  nameOf: (id: string) => string
}

/** The answers by field, each with what the body said of it. */
export function LaidAnswers({ laid, fields, references, comments, mayComment, ownId, nameOf }: Props) {
  return (
    <dl class="dads-description-list sb-answers l-gap">
      {fields.map((field) => (
        <div key={field.id} id={field.id}>
          <dt>{field.label}</dt>
          <dd class="l-flow">
            <div class="sb-prewrap">
              {field.kind === 'attachment' ? (
                <Files sheetId={laid.sheetId} value={laid.answers[field.id] ?? ''} />
              ) : (
                <AnswerValue field={field} value={laid.answers[field.id] ?? ''} references={references} />
              )}
            </div>
            {comments
              .filter(({ fieldId }) => fieldId === field.id)
              .map((comment) => (
                <OneComment
                  key={comment.id}
                  comment={comment}
                  who={nameOf(comment.writtenBy)}
                  isOwn={comment.writtenBy === ownId}
                />
              ))}
            {mayComment && (
              <p>
                <a href={`?field=${field.id}#comment`}>
                  意見を書く<span class="vh">：{field.label}</span>
                </a>
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Files({ sheetId, value }: { sheetId: string; value: string }) {
  const files = attachmentsOf(value)
  if (files.length === 0) return <>（空）</>
  return (
    <>
      {files.map(({ fileId, name }) => (
        <p key={fileId}>
          <a href={`/members/sheets/${sheetId}/files/${fileId}`}>{name}</a>
        </p>
      ))}
    </>
  )
}

type CommentProps = { comment: SheetComment; who: string; isOwn: boolean }

function OneComment({ comment: { id, kind, text, outcome, note }, who, isOwn }: CommentProps) {
  return (
    <div class="sb-box l-flow">
      <p>
        <Badge tone={kind === 'must-change' ? 'warn' : 'quiet'}>{remarkKindLabels[kind]}</Badge>　{text}
        <span class="sb-sub">　{isOwn ? 'あなた' : who}</span>
      </p>
      {outcome && (
        <p>
          事務局：{outcomeLabels[outcome]}
          {note && `（${note}）`}
        </p>
      )}
      {isOwn && !outcome && (
        <form method="post">
          <input type="hidden" name="commentId" value={id} />
          <button
            class="dads-button dads-button--quiet dads-button--small"
            type="submit"
            name="act"
            value="withdraw"
          >
            取り下げる<span class="vh">（{text}）</span>
          </button>
        </form>
      )}
    </div>
  )
}

type FormProps = { fields: readonly SheetField[]; entered: Entered; problems: Problems }

export function LaidCommentForm({ fields, entered, problems }: FormProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <Section id="comment" title="項目に意見を書く">
      <form method="post" class="sb-form" aria-label="意見" action="#error-summary">
        <SelectField
          {...field('fieldId')}
          label="意見の項目"
          blank="選ぶ"
          choices={fields.map(({ id, label }) => ({ value: id, label }))}
          width="mid"
        />
        <SelectField
          {...field('kind')}
          label="意見の種類"
          choices={choicesOf(remarkKindLabels)}
          width="short"
        />
        <TextArea {...field('text')} label="意見" rows={4} required />
        <button class="dads-button" type="submit" name="act" value="comment">
          意見を送る
        </button>
      </form>
    </Section>
  )
}
