import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { AboutScreen } from '#src/ui/parts.tsx'
import { guardWays } from '../core/guard-table.ts'
import { permissions } from '../core/permissions.ts'
import { originLabels, type Scenario } from '../core/scenario.ts'
import { enteredOf, readScenarioForm } from '../core/scenario-form.ts'
import { changeScenario } from '../store/commands.ts'
import { findAdoptedFrame, getScenario, listScenarios, wasAdopted } from '../store/queries.ts'
import { scenarioAddress } from './parts/addresses.ts'
import { AssumptionForm, fieldLabels } from './parts/assumption-form.tsx'
import { AssumptionsShown, SavedMeanwhile } from './parts/assumptions-shown.tsx'
import { withBorrowedRates, withCountedResidents } from './parts/offered-guard.ts'
import { ScenarioHead, scenarioScreen } from './parts/scenario-head.tsx'

/** 推計ケースの仮定: name, births and moves by period, housing development. */
export const assumptionsPage = page('/staff/frame/:scenarioId/assumptions', {
  audience: 'staff',
  async show(context, { params }) {
    const scenario = await getScenario(context, params.scenarioId)
    const entered = await withCountedResidents(context, scenario, enteredOf(scenario))
    return screen(context, scenario, { entered, problems: {} })
  },
  async submit(context, { params: { scenarioId } }, form) {
    const scenario = await getScenario(context, scenarioId)
    const { entered, problems: refused } = await withBorrowedRates(context, scenario, enteredIn(form))
    const read = refused ? { problems: refused } : readScenarioForm(entered, scenario)
    const problems = read.problems ?? (await takenName(context, scenario, read.content.name))
    if (read.problems || problems) {
      return { ...(await screen(context, scenario, { entered, problems: problems ?? {} })), status: 422 }
    }
    const revision = Number(entered['revision'])
    const saving = await unlessStale(changeScenario(context, { scenarioId, revision, content: read.content }))
    if (!saving.isStale) return { seeOther: `${scenarioAddress(scenarioId)}?notice=saved` }
    const saved = await getScenario(context, scenarioId)
    const typed = { ...entered, revision: String(saved.revision) }
    const state = {
      entered: typed,
      problems: {},
      saved: await withCountedResidents(context, saved, enteredOf(saved)),
    }
    return { ...(await screen(context, saved, state)), status: 409 }
  },
})

async function takenName(context: Context, { id }: Scenario, name: string): Promise<Problems | undefined> {
  const others = (await listScenarios(context)).filter((one) => one.id !== id)
  return others.some((one) => one.name === name) ? { name: '同じ名前のケースが、もうあります' } : undefined
}

/** What is saved, the origin in words. */
const shownWords = (scenario: Scenario): Entered => ({
  ...enteredOf(scenario),
  origin: originLabels[scenario.origin],
  guardWay: guardWays[scenario.assumptions.guardTable?.kind ?? 'declared'],
})

/** `saved`: what somebody else saved meanwhile. */
type State = { entered: Entered; problems: Problems; saved?: Entered }

async function screen(context: Context, scenario: Scenario, state: State): Promise<Screen> {
  const { entered, problems, saved } = state
  const frame = await findAdoptedFrame(context)
  const isLocked = await wasAdopted(context, scenario.id)
  const mayEdit = mayDo(context.actor, permissions, 'edit-scenario') && !isLocked
  return {
    ...scenarioScreen(scenario, '/assumptions'),
    body: (
      <>
        <ProblemSummary problems={problems} />
        {saved && <SavedMeanwhile labels={fieldLabels} saved={saved} entered={entered} />}
        <ScenarioHead scenario={scenario} tab="/assumptions" isAdopted={frame?.scenarioId === scenario.id} />
        {mayEdit ? (
          <AssumptionForm scenario={scenario} entered={entered} problems={problems} />
        ) : (
          <AssumptionsShown labels={fieldLabels} saved={shownWords(scenario)} isLocked={isLocked} />
        )}
        <AboutScreen>
          <p>
            表はExcelからそのまま貼り付けられます（列の区切りはタブ、カンマでも可）。倍率1は、もとの入力のままという意味です。
          </p>
          <p>
            開発で転入する人は、入居した年のあと、市の率で年をとり、生み、移ります。市の中での引っこしは人数に入れません。
          </p>
        </AboutScreen>
      </>
    ),
  }
}
