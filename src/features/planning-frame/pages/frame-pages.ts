import type { MountedPage } from '#src/platform/page.ts'
import { comparisonPage } from './comparison.tsx'
import { populationCsv, populationPage } from './population.tsx'
import { inputsJson, resultCsv, scenarioPage } from './scenario.tsx'
import { scenarioListPage } from './scenario-list.tsx'

/** Fixed addresses before those with an id. */
export const framePages: readonly MountedPage[] = [
  scenarioListPage,
  comparisonPage,
  scenarioPage,
  resultCsv,
  inputsJson,
  populationPage,
  populationCsv,
]
