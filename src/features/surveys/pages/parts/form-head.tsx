import type { ComponentChildren } from 'preact'
import type { Problems } from '#src/platform/form.ts'
import { ProblemSummary } from '#src/ui/field.tsx'

/** What stands over the heading of a page: problems of its form, or a message. Nothing, where there is none. */
export function FormHead({ problems = {}, children }: { problems?: Problems; children?: ComponentChildren }) {
  if (Object.keys(problems).length === 0 && !children) return null
  return (
    <div class="l-gap-after">
      <ProblemSummary problems={problems} />
      {children}
    </div>
  )
}
