import type { Problems } from '#src/platform/form.ts'
import { BothVersions, type VersionRow } from './both-versions.tsx'
import { ProblemSummary } from './field.tsx'

type FormHeadProps = { problems: Problems; rows?: readonly VersionRow[] | undefined }

/** What stands on top of a page whose form came back: its problems, or both versions. Otherwise nothing. */
export function FormHead({ problems, rows }: FormHeadProps) {
  if (Object.keys(problems).length === 0 && !rows) return null
  return (
    <div class="l-gap-after">
      <ProblemSummary problems={problems} />
      {rows && <BothVersions rows={rows} />}
    </div>
  )
}
