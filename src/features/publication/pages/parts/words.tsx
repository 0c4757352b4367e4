import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { InlineText, MarkdownView } from '#src/lib/text/markdown-view.tsx'

type WordsProps = { shown: PublicPlan; text: string }

/** A text of the plan as paragraphs and lists. */
export const Prose = ({ shown: { resolve, read }, text }: WordsProps) => (
  <MarkdownView text={text} resolve={resolve} read={read} />
)

/** A text of the plan inside a line. */
export const Line = ({ shown: { resolve, read }, text }: WordsProps) => (
  <InlineText text={text} resolve={resolve} read={read} />
)

/** A title that breaks, where it has spaces, only there as long as its parts fit. */
export const Title = ({ text }: { text: string }) => (
  <>
    {text.split(/(?<=[ 　])/).map((part) => (
      <span key={part} class="sb-phrase">
        {part}
      </span>
    ))}
  </>
)
