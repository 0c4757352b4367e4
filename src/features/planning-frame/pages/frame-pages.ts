import type { MountedPage } from '#src/platform/page.ts'
import { adoptionPage } from './adoption.tsx'
import { assumptionsPage } from './assumptions.tsx'
import { backTestPage } from './back-test.tsx'
import { comparisonPage } from './comparison.tsx'
import { countsPage } from './counts.tsx'
import { deletionPage } from './deletion.tsx'
import { districtResultsPage, districtsCsv } from './district-results.tsx'
import { districtsPage } from './districts.tsx'
import { householdsPage } from './households.tsx'
import { madeScenarioPage } from './made-scenario.tsx'
import { newScenarioPage } from './new-scenario.tsx'
import { populationCsv, populationPage, populationSvg } from './population.tsx'
import { inputsJson, resultCsv, scenarioPage } from './scenario.tsx'
import { scenarioListPage } from './scenario-list.tsx'
import { targetPage } from './target.tsx'
import { usesPage } from './uses.tsx'

/** Fixed addresses before those with an id. */
export const framePages: readonly MountedPage[] = [
  scenarioListPage,
  newScenarioPage,
  madeScenarioPage,
  countsPage,
  comparisonPage,
  districtsPage,
  usesPage,
  scenarioPage,
  assumptionsPage,
  householdsPage,
  districtResultsPage,
  districtsCsv,
  targetPage,
  backTestPage,
  adoptionPage,
  deletionPage,
  resultCsv,
  inputsJson,
  populationPage,
  populationCsv,
  populationSvg,
]
