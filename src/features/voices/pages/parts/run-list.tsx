import { eraDay, tokyoDay, tokyoTime } from '#src/lib/japanese/fiscal-year.ts'
import type { Job } from '#src/platform/jobs/jobs.ts'
import { Section } from '#src/ui/parts.tsx'

type RunProps = { jobs: readonly Job[]; title: string; here: string; id?: string }

/** The latest runs of one kind of work, each a link to what it found. */
export function RunList({ jobs, title, here, id: sectionId = 'runs' }: RunProps) {
  if (jobs.length === 0) return null
  return (
    <Section id={sectionId} title={title}>
      <ul class="sb-rows">
        {jobs.map(({ id, createdAt, step, remarks }) => (
          <li key={id}>
            <p class="sb-rows__when">
              {eraDay(tokyoDay(new Date(createdAt)))} {tokyoTime(new Date(createdAt))}
            </p>
            <p>
              <a href={`${here}/${id}`}>{step}</a>
              {remarks.length > 0 && <span class="sb-sub">　{remarks.join('、')}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
