import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Badge, Disclosure, Section } from '#src/ui/parts.tsx'
import type { References } from '../../core/references.ts'
import { openComments, outcomeLabels, type SheetComment } from '../../core/review.ts'
import { type RequestRound, type RequestSheet, remarkKindLabels } from '../../core/sheets.ts'
import { AnswerField } from './answer-field.tsx'

type Props = {
  sheet: RequestSheet
  round: RequestRound
  references: References
  comments: readonly SheetComment[]
  entered: Entered
  problems: Problems
  step: string | undefined
}

const kinds = Object.entries(remarkKindLabels).map(([value, label]) => ({ value, label }))

/** 部会・委員会・関係課の意見, field by field, with what became of each. */
export function CommentList({ round, comments }: Pick<Props, 'round' | 'comments'>) {
  if (comments.length === 0) return null
  const labels = new Map(round.fields.map(({ id, label }) => [id, label]))
  const whose = comments.some(({ unitId }) => unitId !== undefined) ? '部会・委員会・関係課' : '部会・委員会'
  return (
    <Section id="comments" title={`${whose}の意見（未対応 ${openComments(comments).length}）`}>
      <table class="dads-table dads-table--cards">
        <caption>意見と対応</caption>
        <thead>
          <tr>
            <th scope="col">項目</th>
            <th scope="col">意見</th>
            <th scope="col">だれの意見か</th>
            <th scope="col">対応</th>
          </tr>
        </thead>
        <tbody>
          {comments.map(({ id, fieldId, kind, text, body, writtenAt, outcome, note }) => (
            <tr key={id}>
              <th scope="row">{labels.get(fieldId)}</th>
              <td data-label="意見">
                <Badge tone={kind === 'must-change' ? 'warn' : 'quiet'}>{remarkKindLabels[kind]}</Badge>{' '}
                {text}
              </td>
              <td data-label="だれの意見か">
                {body || '記載なし'}
                <span class="sb-sub">　{eraDay(tokyoDay(new Date(writtenAt)))}</span>
              </td>
              <td data-label="対応">
                {outcome ? outcomeLabels[outcome] : <Badge tone="warn">未対応</Badge>}
                {note && <span class="sb-sub">　{note}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

type CommentFormProps = Pick<Props, 'round' | 'entered' | 'problems'> & {
  /** A section writes for itself, nobody else. */
  isOwnUnit?: boolean
}

export function CommentForm({ round, entered, problems, isOwnUnit = false }: CommentFormProps) {
  const field = (name: string) => ({
    name: `comment-${name}`,
    value: entered[`comment-${name}`],
    problem: problems[`comment-${name}`],
  })
  return (
    <Section id="comment" title="項目に意見を書く">
      <form method="post" class="sb-form" aria-label="意見" action="#error-summary">
        <SelectField
          {...field('fieldId')}
          label="意見の項目"
          blank="選ぶ"
          choices={round.fields.map(({ id, label }) => ({ value: id, label }))}
          width="mid"
        />
        <SelectField {...field('kind')} label="意見の種類" choices={kinds} width="short" />
        {!isOwnUnit && (
          <TextField
            {...field('body')}
            label="だれの意見か"
            support="例：第2専門部会。策定委員会の意見を事務局が書くときも、会議の名前を書きます。"
            width="mid"
          />
        )}
        <TextArea {...field('text')} label="意見" rows={3} required />
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="comment">
          意見を加える
        </button>
      </form>
    </Section>
  )
}

/** 事務局の確認: accept, return or amend, each with whose decision it follows. */
export function Rulings(props: Props) {
  const { sheet, step } = props
  return (
    <Section id="review" title="事務局の確認">
      <form method="post" class="sb-form" aria-label="受理" action="#error-summary">
        <input type="hidden" name="revision" value={sheet.revision} />
        <Ruling {...props} name="accept" />
        <button class="dads-button" type="submit" name="act" value="accept">
          受理する
        </button>
      </form>
      <Disclosure label="項目を示して差し戻す" open={step === 'return'}>
        <ReturnForm {...props} />
      </Disclosure>
      <Disclosure label="会議の決定により、事務局が直す" open={step === 'amend'}>
        <AmendForm {...props} />
      </Disclosure>
    </Section>
  )
}

function Ruling({ name, entered, problems }: Props & { name: string }) {
  const field = (own: string) => ({
    name: `${name}-${own}`,
    value: entered[`${name}-${own}`],
    problem: problems[`${name}-${own}`],
  })
  return (
    <>
      <TextField
        {...field('body')}
        label="決めた会議"
        support="例：策定委員会。事務局で決めたときは空のままにします。"
        width="mid"
        optional
      />
      <TextField {...field('decidedOn')} label="決めた日" support="空なら今日です。" width="short" optional />
      <TextField {...field('reason')} label="理由・経過" />
    </>
  )
}

function ReturnForm(props: Props) {
  const { sheet, round, comments, entered, problems } = props
  const along = openComments(comments).length
  return (
    <form method="post" class="sb-form" aria-label="差戻し" action="#error-summary">
      <input type="hidden" name="revision" value={sheet.revision} />
      {along > 0 && <p>未対応の意見{along}件も、その項目の指摘として担当課に伝わります。</p>}
      <Ruling {...props} name="return" />
      <TextField
        name="dueOn"
        label="新しい回答期限"
        value={entered['dueOn']}
        problem={problems['dueOn']}
        support="要修正か質問を書いた項目だけが、書けるようになります。"
        width="short"
        required
      />
      {round.fields.map(({ id, label }) => (
        <fieldset key={id} class="l-flow">
          <legend class="dads-form__label">{label}</legend>
          <SelectField
            name={`kind-${id}`}
            label={`指摘の種類：${label}`}
            value={entered[`kind-${id}`]}
            choices={kinds}
            width="short"
          />
          <TextField name={`remark-${id}`} label={`指摘：${label}`} value={entered[`remark-${id}`]} />
        </fieldset>
      ))}
      <button class="dads-button dads-button--secondary" type="submit" name="act" value="return">
        差し戻す
      </button>
    </form>
  )
}

function AmendForm(props: Props) {
  const { sheet, round, references, entered, problems } = props
  const own = (all: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) =>
        name.startsWith('amend-') ? [[name.slice('amend-'.length), value]] : [],
      ),
    )
  return (
    <form method="post" class="sb-form" aria-label="修正" action="#error-summary">
      <input type="hidden" name="revision" value={sheet.revision} />
      <p>担当課の回答は「これまでの回答」に残り、どこを、だれの決定で直したかが記録されます。</p>
      <Ruling {...props} name="amend" />
      {round.fields
        .filter(({ kind }) => kind !== 'attachment')
        .map((field) => (
          <AnswerField
            key={field.id}
            field={{ ...field, isRequired: false }}
            value={sheet.answers[field.id] ?? ''}
            entered={own(entered)}
            problems={own(problems)}
            references={references}
            namedIn="amend-"
          />
        ))}
      <button class="dads-button dads-button--secondary" type="submit" name="act" value="amend">
        直して、記録する
      </button>
    </form>
  )
}
