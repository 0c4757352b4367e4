import type { Entered, Problems } from '#src/platform/form.ts'
import { type Choice, SelectField, TextField } from '#src/ui/field.tsx'

type FieldsProps = { entered: Entered; problems: Problems; inquiries: readonly Choice[] }

/** What an item of the agenda says of itself. */
export function AgendaFields({ entered, problems, inquiries }: FieldsProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <>
      <TextField {...field('agendaTitle')} label="議題" required />
      <SelectField
        {...field('isOpen')}
        label="公開か非公開か"
        choices={[
          { value: 'open', label: '公開' },
          { value: 'closed', label: '非公開' },
        ]}
        width="short"
      />
      <TextField
        {...field('closedGround')}
        label="非公開の根拠"
        support="非公開のときに書きます。例：情報公開条例第7条第2号"
      />
      <TextField
        {...field('closedDecision')}
        label="会議としての決定"
        support="例：会長が会議に諮り、全員の賛成で非公開と決めた"
      />
      {inquiries.length > 0 && (
        <SelectField
          {...field('inquiryId')}
          label="審議する諮問"
          blank="なし"
          choices={inquiries}
          width="mid"
        />
      )}
    </>
  )
}
