import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { Program } from '#src/formats/plan-item.ts'
import type { Project } from '#src/formats/plan-parts.ts'
import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { certaintyLabels } from '../../core/labels.ts'
import { unitName } from './public-page.tsx'
import { Prose } from './words.tsx'

/** 基本事業, each under its permanent id, with the projects the city publishes. */
export function Programs({ shown, programs }: { shown: PublicPlan; programs: readonly Program[] }) {
  return (
    <ul class="sb-rows sb-rows--2">
      {programs.map(({ id, title, text, lead, summary }) => (
        <li key={id} id={id}>
          <h3 class="sb-rows__title">{title}</h3>
          <div>
            {text.length === 0 && summary !== '' && <Prose shown={shown} text={summary} />}
            {text.map((paragraph) => (
              <div key={paragraph.id} id={paragraph.id}>
                <Prose shown={shown} text={paragraph.text} />
              </div>
            ))}
            {lead && <p class="sb-sub">担当　{unitName(shown, lead)}</p>}
            <Projects shown={shown} parentId={id} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** 事務事業 of a program. What the city does not publish is not in the public plan at all. */
function Projects({ shown, parentId }: { shown: PublicPlan; parentId: string }) {
  const projects = shown.plan.projects
    .filter((project) => project.parentId === parentId)
    .sort((a, b) => a.order - b.order)
  if (projects.length === 0) return null
  return (
    <ul class="sb-list">
      {projects.map((project) => (
        <li key={project.id} id={project.id}>
          {project.title}
          <span class="sb-sub">　{projectFacts(shown, project)}</span>
        </li>
      ))}
    </ul>
  )
}

function projectFacts(shown: PublicPlan, { ownerId, period, budget, newOrContinued }: Project): string {
  const years = period && `${fiscalYearLabel(period[0])}〜${fiscalYearLabel(period[1])}`
  const amounts = budget.map(
    ({ fiscalYear, total, certainty }) =>
      `${fiscalYearLabel(fiscalYear)} ${groupedNumber(total, 0)}千円（${certaintyLabels[certainty]}）`,
  )
  const isNew = newOrContinued === 'new' && '新規'
  return [isNew, ownerId && unitName(shown, ownerId), years, ...amounts].filter(Boolean).join('、')
}
