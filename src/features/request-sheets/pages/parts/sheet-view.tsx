import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Disclosure, NoValue, Section } from '#src/ui/parts.tsx'
import {
  openAnswers,
  type RequestRound,
  type RequestSheet,
  remarkKindLabels,
  type SheetField,
} from '../../core/sheets.ts'
import type { Submission } from '../../store/queries.ts'

type Props = {
  sheet: RequestSheet
  round: RequestRound
  open: readonly SheetField[]
  entered: Entered
  problems: Problems
}

const remarkWords = ({ remarks }: RequestSheet, fieldId: string) =>
  remarks
    .filter((remark) => remark.fieldId === fieldId)
    .map(({ kind, text }) => `${remarkKindLabels[kind]}：${text}`)
    .join('　')

/** The open fields to write in; the others stand above as they are. */
export function FillForm({ sheet, round, open, entered, problems }: Props) {
  const locked = round.fields.filter(({ id }) => !open.some((field) => field.id === id))
  return (
    <>
      {locked.length > 0 && (
        <Disclosure label={`差し戻していない項目（${locked.length}）`}>
          <Answers fields={locked} sheet={sheet} />
        </Disclosure>
      )}
      <form method="post" class="sb-form l-gap" aria-label="回答" action="#error-summary">
        <input type="hidden" name="revision" value={sheet.revision} />
        <p>
          分からないときは「{openAnswers[0]}」、相談したいときは「{openAnswers[1]}」と書けます。
        </p>
        {open.map((field) => (
          <AnswerField key={field.id} field={field} sheet={sheet} entered={entered} problems={problems} />
        ))}
        <button class="dads-button" type="submit" name="act" value="fill">
          下書きを保存する
        </button>
      </form>
    </>
  )
}

type FieldProps = Pick<Props, 'sheet' | 'entered' | 'problems'> & { field: SheetField }

function AnswerField({ field, sheet, entered, problems }: FieldProps) {
  const { id, label, kind, choices = [], isRequired } = field
  const remark = remarkWords(sheet, id)
  const common = {
    name: id,
    label,
    value: entered[id] ?? sheet.answers[id] ?? '',
    problem: problems[id],
    required: isRequired,
    ...(remark ? { support: remark } : {}),
  }
  if (kind === 'choice') {
    const all = [...choices, ...openAnswers].map((choice) => ({ value: choice, label: choice }))
    return <SelectField {...common} blank="選ぶ" choices={all} width="mid" />
  }
  if (kind === 'text') return <TextArea {...common} rows={3} />
  return <TextField {...common} width={kind === 'number' ? 'short' : 'mid'} />
}

function Answers({ fields, sheet }: { fields: readonly SheetField[]; sheet: RequestSheet }) {
  return (
    <dl class="dads-description-list">
      {fields.map(({ id, label }) => (
        <div key={id} id={id}>
          <dt>{label}</dt>
          <dd class="sb-prewrap">
            {sheet.answers[id] || <NoValue words="回答なし" />}
            {remarkWords(sheet, id) && <span class="sb-sub">　{remarkWords(sheet, id)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export const AnswerList = ({ round, sheet }: Props) => <Answers fields={round.fields} sheet={sheet} />

/** 課長の承認 */
export function Approval({ sheet }: Props) {
  return (
    <Section id="approval" title="課長の承認">
      <form method="post" class="l-flow" aria-label="課長の承認">
        <input type="hidden" name="revision" value={sheet.revision} />
        <p>保存してある回答を承認して、事務局に返します。承認すると、差し戻されるまで直せません。</p>
        <button class="dads-button" type="submit" name="act" value="approve">
          承認して回答する
        </button>
      </form>
    </Section>
  )
}

/** 受理か差戻し: remarks field by field. */
export function Review({ sheet, round, entered, problems }: Props) {
  const kinds = Object.entries(remarkKindLabels).map(([value, label]) => ({ value, label }))
  return (
    <Section id="review" title="確認">
      <form method="post" class="l-flow" aria-label="受理">
        <input type="hidden" name="revision" value={sheet.revision} />
        <button class="dads-button" type="submit" name="act" value="accept">
          受理する
        </button>
      </form>
      <Disclosure label="項目を示して差し戻す" open={entered['act'] === 'return'}>
        <form method="post" class="sb-form" aria-label="差戻し" action="#error-summary">
          <input type="hidden" name="revision" value={sheet.revision} />
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
      </Disclosure>
    </Section>
  )
}

type SubmissionsProps = { round: RequestRound; submissions: readonly Submission[] }

/** 回答1, 回答2 …: what was approved each time, side by side. */
export function Submissions({ round, submissions }: SubmissionsProps) {
  if (submissions.length === 0) return null
  return (
    <Section id="submissions" title="これまでの回答">
      {submissions.map(({ number, approvedAt, answers }, position) => {
        const before = submissions[position - 1]?.answers ?? {}
        const changed = round.fields.filter(({ id }) => (answers[id] ?? '') !== (before[id] ?? ''))
        return (
          <Disclosure key={number} label={`回答${number}（${eraDay(tokyoDay(new Date(approvedAt)))}承認）`}>
            <dl class="dads-description-list">
              {changed.map(({ id, label }) => (
                <div key={id}>
                  <dt>{label}</dt>
                  <dd class="sb-prewrap">
                    {position > 0 && (
                      <del class="sb-del">
                        <span class="vh">前の回答：</span>
                        {before[id] || '（空）'}
                      </del>
                    )}
                    {answers[id] || '（空）'}
                  </dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        )
      })}
    </Section>
  )
}
