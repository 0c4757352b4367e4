import { ProblemSummary, SelectField } from '#src/ui/field.tsx'
import { NoValue } from '#src/ui/parts.tsx'
import type { Contact } from '../../store/commands/intake.ts'
import { contactReasons } from '../../store/commands/people.ts'

type ContactProps = { submissionId: string; contact?: Contact | null; problems?: Record<string, string> }

export function ContactView({ submissionId, contact, problems = {} }: ContactProps) {
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1>提出者の連絡先</h1>
      {contact && (
        <dl class="dads-description-list l-gap">
          {[
            ['氏名', contact.name],
            ['住所', contact.address],
            ['連絡先', contact.reach],
          ].map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value || <NoValue words="なし" />}</dd>
            </div>
          ))}
        </dl>
      )}
      {contact === null && <p class="l-gap">連絡先はありません。書かれていないか、すでに廃棄されました。</p>}
      {contact === undefined && (
        <form method="post" class="sb-form l-gap" action={`/staff/voices/contacts/${submissionId}`}>
          <SelectField
            name="reason"
            label="見る理由"
            blank="選んでください"
            choices={Object.entries(contactReasons).map(([value, label]) => ({ value, label }))}
            problem={problems['reason']}
            support="だれが、いつ、どの理由で見たかが記録されます。"
            width="mid"
            required
          />
          <button class="dads-button" type="submit">
            連絡先を見る
          </button>
        </form>
      )}
    </>
  )
}
