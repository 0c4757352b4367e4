import { SelectField, TextArea } from '#src/ui/field.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import type { MeetingProps } from './meeting-props.ts'

/** 会議録の正誤を載せる: only once the minutes are public; before that they are still a draft. */
export function ErratumForm({ file, entered, problems, mayCorrect }: MeetingProps) {
  const { meeting, agenda } = file
  const spoken = agenda.filter(({ minutes }) => minutes !== '')
  if (!mayCorrect || meeting.state !== 'published' || spoken.length === 0) return null
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <Disclosure label="会議録の正誤を載せる" open={entered['act'] === 'erratum'}>
      <form method="post" class="sb-form" aria-label="会議録の正誤" action="#error-summary">
        <p>
          公開した会議録は、そのまま残ります。誤りと正しい言葉が、今日の日付で会議録の下に載ります。載せたあとは消せません。
        </p>
        <SelectField
          {...field('erratumItemId')}
          label="どの議題の会議録か"
          choices={spoken.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <TextArea
          {...field('oldWords')}
          label="誤（会議録にある言葉）"
          rows={2}
          support="会議録から、その言葉をそのまま写します。"
          required
        />
        <TextArea {...field('newWords')} label="正" rows={2} required />
        <TextArea {...field('erratumReason')} label="訂正の理由" rows={2} required />
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="erratum">
          正誤を載せる
        </button>
      </form>
    </Disclosure>
  )
}
