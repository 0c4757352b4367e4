import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { AboutScreen, EmptyState, Section } from '#src/ui/parts.tsx'
import { enteredHouseholds, readHouseholdForm } from '../core/household-form.ts'
import { permissions } from '../core/permissions.ts'
import { tryScenario } from '../core/run-scenario.ts'
import type { Scenario } from '../core/scenario.ts'
import { changeScenario } from '../store/commands.ts'
import { findAdoptedFrame, getScenario, wasAdopted } from '../store/queries.ts'
import { householdsAddress } from './parts/addresses.ts'
import { AssumptionsShown, SavedMeanwhile } from './parts/assumptions-shown.tsx'
import { HouseholdForm, householdFieldLabels } from './parts/household-form.tsx'
import { HouseholdFigures } from './parts/household-tables.tsx'
import { ScenarioHead, scenarioScreen, Unprojectable } from './parts/scenario-head.tsx'

/** 世帯と就業者 of a scenario: what comes out, and the rates it rests on. */
export const householdsPage = page('/staff/frame/:scenarioId/households', {
  audience: 'staff',
  async show(context, { params }) {
    const scenario = await getScenario(context, params.scenarioId)
    return screen(context, scenario, { entered: enteredHouseholds(scenario), problems: {} })
  },
  async submit(context, { params: { scenarioId } }, form) {
    const scenario = await getScenario(context, scenarioId)
    const entered = enteredIn(form)
    const read = readHouseholdForm(entered, scenario)
    if (read.problems) {
      return { ...(await screen(context, scenario, { entered, problems: read.problems })), status: 422 }
    }
    const { name, note, origin, seed } = scenario
    const content = { name, note, origin, seed, assumptions: read.assumptions }
    const revision = Number(entered['revision'])
    const saving = await unlessStale(changeScenario(context, { scenarioId, revision, content }))
    if (!saving.isStale) return { seeOther: `${householdsAddress(scenarioId)}?notice=saved` }
    const saved = await getScenario(context, scenarioId)
    const typed = { ...entered, revision: String(saved.revision) }
    const state = { entered: typed, problems: {}, saved: enteredHouseholds(saved) }
    return { ...(await screen(context, saved, state)), status: 409 }
  },
})

/** `saved`: what somebody else saved meanwhile. */
type State = { entered: Entered; problems: Problems; saved?: Entered }

async function screen(context: Context, scenario: Scenario, state: State): Promise<Screen> {
  const { entered, problems, saved } = state
  const frame = await findAdoptedFrame(context)
  const isLocked = await wasAdopted(context, scenario.id)
  const mayEdit = mayDo(context.actor, permissions, 'edit-scenario') && !isLocked
  return {
    ...scenarioScreen(scenario, '/households'),
    body: (
      <>
        <ProblemSummary problems={problems} />
        {saved && <SavedMeanwhile labels={householdFieldLabels} saved={saved} entered={entered} />}
        <ScenarioHead scenario={scenario} tab="/households" isAdopted={frame?.scenarioId === scenario.id} />
        <Section id="figures" title="世帯と就業者の見通し">
          <Figures scenario={scenario} />
        </Section>
        <Section id="rates" title="もとにする率">
          {mayEdit ? (
            <HouseholdForm scenario={scenario} entered={entered} problems={problems} />
          ) : (
            <AssumptionsShown
              labels={householdFieldLabels}
              saved={enteredHouseholds(scenario)}
              isLocked={isLocked}
            />
          )}
        </Section>
        <AboutScreen>
          <p>
            世帯は、男女・年齢別の人口に、世帯主である人の割合（世帯主率）をかけて求めます。施設などの世帯に住む人は、先に除きます。
          </p>
          <p>
            就業者は、男女・年齢別の人口に就業率をかけます。表はExcelからそのまま貼り付けられます。保存すると、結果・比較・計画書の章に出ます。
          </p>
        </AboutScreen>
      </>
    ),
  }
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
