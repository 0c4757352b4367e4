import type { Entered, Problems } from '#src/platform/form.ts'
import { TextArea, TextField } from '#src/ui/field.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import type { Submission } from '../../core/submission.ts'

export type CorrectionState = { problems: Problems; entered: Entered | undefined; isStale: boolean }

type FormProps = { submission: Submission; state: CorrectionState }

/** What was keyed in wrongly is written anew, with the reason; open when something has to be put right. */
export function CorrectionForm({ submission, state: { problems, entered, isStale } }: FormProps) {
  return (
    <div class="l-gap" id="correction">
      <Disclosure label="打ち間違い・聞き間違いを直す" open={entered !== undefined || isStale}>
        <form method="post" class="sb-form">
          <input type="hidden" name="revision" value={submission.revision} />
          <TextArea
            name="original"
            label="原文"
            value={entered?.['original'] ?? submission.original}
            problem={problems['original']}
            support="紙や録音のとおりに直します。意見の言葉が変わると、個人情報の確認と公開の可否は、やり直しになります。"
            rows={6}
            required
          />
          <TextField
            name="reason"
            label="直す理由"
            value={entered?.['reason']}
            problem={problems['reason']}
            support="例：用紙と照らして、字を読み直した"
            required
          />
          <button class="dads-button dads-button--secondary" type="submit" name="act" value="correct">
            原文を直す
          </button>
        </form>
      </Disclosure>
    </div>
  )
}
