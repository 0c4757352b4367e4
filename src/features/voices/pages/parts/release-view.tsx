import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Section } from '#src/ui/parts.tsx'
import { disclosureLabels } from '../../core/labels.ts'
import type { Opinion, Submission } from '../../core/submission.ts'

type ReleaseProps = {
  opinion: Opinion
  submission: Submission
  form: { entered: Entered | undefined; problems: Problems }
  may: { release: boolean; isOther: boolean; quote: boolean }
}

/** Whether the words go out: decided by another person than the one who masked them. */
export function Release({ opinion, submission, form, may }: ReleaseProps) {
  const { entered = {}, problems } = form
  const choices = (['public', 'summary-only', 'withheld'] as const)
    .filter((value) => may.quote || value !== 'public')
    .map((value) => ({ value, label: disclosureLabels[value] }))
  return (
    <Section id="release" title="公開の可否">
      {opinion.disclosure !== 'undecided' && (
        <p>
          {disclosureLabels[opinion.disclosure]}
          {opinion.disclosureReason && `（${opinion.disclosureReason}）`}
        </p>
      )}
      {opinion.redactedBy === undefined && (
        <p>まだ、だれも個人情報を確かめていません。確かめたあとで、別の人が決めます。</p>
      )}
      {opinion.redactedBy !== undefined && !may.isOther && (
        <p>あなたが個人情報を確かめたので、別の人が公開の可否を決めます。</p>
      )}
      {submission.consent === 'internal' && <p>「庁内だけ」の声なので、公開できません。</p>}
      {!may.quote && (
        <p>
          本人が、まだ記録を確かめていません。言葉どおりには公開できません。要旨（要約）だけなら公開できます。
        </p>
      )}
      {may.release && may.isOther && (
        <form method="post" class="sb-form">
          <input type="hidden" name="revision" value={opinion.revision} />
          <div class="sb-box">
            <h3>公開される文</h3>
            <p class="sb-prewrap" dir="auto">
              {opinion.redacted}
            </p>
          </div>
          <SelectField
            name="disclosure"
            label="公開するか"
            blank="選んでください"
            value={entered['disclosure']}
            choices={choices}
            problem={problems['disclosure']}
            width="mid"
            required
          />
          <TextField
            name="reason"
            label="公開しない理由"
            support="意見募集では、結果といっしょに公表します。氏名などは書かないでください。"
            value={entered['reason'] ?? opinion.disclosureReason}
            problem={problems['reason']}
            optional
          />
          <button class="dads-button" type="submit" name="act" value="release">
            決める
          </button>
        </form>
      )}
    </Section>
  )
}
