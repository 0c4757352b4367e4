import type { BasicConcept } from '#src/formats/plan-document.ts'
import type { Measure } from '#src/formats/plan-item.ts'
import type { Project } from '#src/formats/plan-parts.ts'

type DesignStatus = NonNullable<BasicConcept['grandDesign']>['zones'][number]['status']

/** How far a zone, axis or hub of the land-use concept is there. */
export const designStatusLabels: Record<DesignStatus, string> = {
  existing: '既存',
  planned: '計画',
  concept: '構想',
}

/** What a related plan is to a measure. */
export const relationLabels: Record<Measure['relatedPlanLinks'][number]['relation'], string> = {
  'realised-by': '具体的な取組を定める計画',
  aligned: '整合を図る計画',
  constrains: '従うべき計画',
}

/** How sure the amounts of a year are. */
export const certaintyLabels: Record<Project['budget'][number]['certainty'], string> = {
  settled: '決算',
  budget: '予算',
  estimate: '見込み',
}
