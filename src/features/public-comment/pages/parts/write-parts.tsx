import type { Entered, Problems } from '#src/platform/form.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import type { CaseSheet } from '../../core/case.ts'

type HeadProps = { title: string; at: number; sheet: CaseSheet; problems: Problems }

const steps = ['ご意見', 'あなたについて', '確認'] as const
export const wordFields = ['about', 'quote', 'text', 'district', 'ageBand', 'consent'] as const
export const personFields = ['name', 'address', 'reach'] as const

/** Title and steps of the form, with what has to be put right on top. */
export function Head({ title, at, sheet, problems }: HeadProps) {
  return (
    <>
      <ProblemSummary problems={problems} />
      <div>
        <p class="sb-kicker">{sheet.title}</p>
        <h1>{title}</h1>
      </div>
      <ol class="dads-step" aria-label={`全${steps.length}ステップ中、${at}ステップ目`}>
        {steps.map((step, position) => (
          <li
            key={step}
            class={position + 1 < at ? 'is-done' : undefined}
            aria-current={position + 1 === at ? 'step' : undefined}
          >
            {position + 1}　{step}
            {position + 1 < at && (
              <>
                <br />
                完了
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** What was written on the other steps. */
export const Carried = ({ entered, names }: { entered: Entered; names: readonly string[] }) => (
  <>
    {names.map((name) => (
      <input key={name} type="hidden" name={name} value={entered[name] ?? ''} />
    ))}
  </>
)

type QuoteField = { name: string; value: string | undefined; problem: string | undefined }

/** The paragraph as it stands in the draft, and room for the words of it that are meant. */
export function Paragraph({ words, field }: { words: string; field: QuoteField }) {
  return (
    <>
      <blockquote class="sb-quote">{words}</blockquote>
      <TextField
        {...field}
        label="とくに、この中のどの言葉ですか"
        support="上の文から、そのまま写してください。段落の全体なら、空のままにします。"
        optional
      />
    </>
  )
}
