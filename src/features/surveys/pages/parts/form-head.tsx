import type { ComponentChildren } from 'preact'
import type { Problems } from '#src/platform/form.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { type FormWords, japanese } from '../../core/words/japanese.ts'
import { filled } from '../../core/words/languages.ts'

type HeadProps = { problems?: Problems; words?: FormWords; children?: ComponentChildren }

/** What stands over the heading of a page: problems of its form, or a message. Nothing, where there is none. */
export function FormHead({ problems = {}, words = japanese, children }: HeadProps) {
  const count = Object.keys(problems).length
  if (count === 0 && !children) return null
  return (
    <div class="l-gap-after">
      <ProblemSummary problems={problems} title={filled(words.mistakes, { n: count })} />
      {children}
    </div>
  )
}
