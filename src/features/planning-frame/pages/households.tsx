import { page } from '#src/platform/page.ts'
import { AboutScreen, EmptyState, Section } from '#src/ui/parts.tsx'
import { enteredHouseholds, readHouseholdForm } from '../core/household-form.ts'
import { tryScenario } from '../core/run-scenario.ts'
import type { Scenario } from '../core/scenario.ts'
import { householdsAddress } from './parts/addresses.ts'
import { HouseholdForm, householdFieldLabels } from './parts/household-form.tsx'
import { HouseholdFigures } from './parts/household-tables.tsx'
import { type ScenarioForm, showScenarioForm, submitScenarioForm } from './parts/scenario-form-page.tsx'
import { Unprojectable } from './parts/scenario-head.tsx'

/** 世帯と就業者 of a scenario: what comes out, and the rates it rests on. */
export const householdsPage = page('/staff/frame/:scenarioId/households', {
  audience: 'staff',
  show: (context, { params }) => showScenarioForm(context, params.scenarioId, form),
  submit: (context, { params: { scenarioId } }, sent) =>
    submitScenarioForm(context, { scenarioId, sent }, form),
})

const form: ScenarioForm = {
  tab: '/households',
  labels: householdFieldLabels,
  entered: async (_, scenario) => enteredHouseholds(scenario),
  words: enteredHouseholds,
  async read(_, scenario, entered) {
    const { assumptions, problems } = readHouseholdForm(entered, scenario)
    if (problems) return { entered, problems }
    const { name, note, origin, seed } = scenario
    return { entered, content: { name, note, origin, seed, assumptions } }
  },
  Fields: HouseholdForm,
  frame: (scenario, fields) => (
    <>
      <Section id="figures" title="世帯と就業者の見通し">
        <Figures scenario={scenario} />
      </Section>
      <Section id="rates" title="もとにする率">
        {fields}
      </Section>
    </>
  ),
  savedAddress: householdsAddress,
  about: (
    <AboutScreen>
      <p>
        世帯は、男女・年齢別の人口に、世帯主である人の割合（世帯主率）をかけて求めます。施設などの世帯に住む人は、先に除きます。
      </p>
      <p>
        就業者は、男女・年齢別の人口に就業率をかけます。表はExcelからそのまま貼り付けられます。保存すると、結果・比較・計画書の章に出ます。
      </p>
    </AboutScreen>
  ),
}

function Figures({ scenario }: { scenario: Scenario }) {
  const tried = tryScenario(scenario)
  if (tried.problems) return <Unprojectable problems={tried.problems} />
  if (tried.run.households.length + tried.run.workers.length === 0) {
    return (
      <EmptyState title="世帯と就業者の率が、まだありません。">
        <p>率の表を貼り付けるか、簡易の数を書いて保存すると、年ごとの数が出ます。</p>
      </EmptyState>
    )
  }
  return <HouseholdFigures run={tried.run} assumptions={scenario.assumptions} />
}
