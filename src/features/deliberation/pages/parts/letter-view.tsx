import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea } from '#src/ui/field.tsx'
import { Disclosure, Section } from '#src/ui/parts.tsx'
import { type Inquiry, inquiryPartLabels } from '../../core/inquiry.ts'
import { choicesOf } from './deliberation-tabs.tsx'

type FormProps = { inquiry: Inquiry; entered: Entered; problems: Problems }

/** 準備中の諮問: it is checked, changed, and then goes out. */
export function InPreparation({ inquiry, problems }: FormProps) {
  return (
    <Section id="issue" title="諮問書を出す">
      <form method="post" class="sb-form" aria-label="諮問書を出す" action="#error-summary">
        <input type="hidden" name="revision" value={inquiry.revision} />
        <p>
          まだ諮問書を出していません。内容は直せます。出したことを記録すると、諮問が公開され、答申を記録できます。
        </p>
        {problems['issue'] && <p class="dads-form__error">＊{problems['issue']}</p>}
        <div class="l-cluster">
          <button class="dads-button" type="submit" name="act" value="issue">
            諮問書を出したことを記録する
          </button>
          <a href={`/staff/inquiries/${inquiry.id}/edit`}>内容を直す・取りやめる</a>
        </div>
      </form>
    </Section>
  )
}

/** 諮問の訂正を載せる: for a letter that went out. */
export function CorrectionForm({ inquiry, entered, problems }: FormProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <div class="l-gap">
      <Disclosure label="諮問の訂正を載せる" open={entered['act'] === 'correct'}>
        <form method="post" class="sb-form" aria-label="諮問の訂正" action="#error-summary">
          <input type="hidden" name="revision" value={inquiry.revision} />
          <p>
            出した諮問書は、そのまま残ります。誤りと正しい言葉が、今日の日付で諮問のページに載ります。載せたあとは消せません。
          </p>
          <SelectField
            {...field('part')}
            label="どこの訂正か"
            choices={choicesOf(inquiryPartLabels)}
            width="mid"
          />
          <TextArea
            {...field('oldWords')}
            label="誤（諮問書にある言葉）"
            rows={2}
            support="諮問書から、その言葉をそのまま写します。"
            required
          />
          <TextArea {...field('newWords')} label="正" rows={2} required />
          <TextArea {...field('erratumReason')} label="訂正の理由" rows={2} required />
          <button class="dads-button dads-button--secondary" type="submit" name="act" value="correct">
            訂正を載せる
          </button>
        </form>
      </Disclosure>
    </div>
  )
}
