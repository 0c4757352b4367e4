import type { ComponentChildren, JSX } from 'preact'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import type { Screen, SeeOther } from '#src/platform/page.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { permissions } from '../../core/permissions.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { ScenarioContent } from '../../core/scenario-form.ts'
import { changeScenario } from '../../store/commands.ts'
import { findAdoptedFrame, getScenario, wasAdopted } from '../../store/queries.ts'
import { AssumptionsShown, SavedMeanwhile } from './assumptions-shown.tsx'
import { ScenarioHead, type ScenarioTab, scenarioScreen } from './scenario-head.tsx'

type Reading =
  | { content: ScenarioContent; problems?: undefined }
  | { content?: undefined; problems: Problems }

export type ScenarioFormProps = { scenario: Scenario; entered: Entered; problems: Problems }

/** A part of a scenario that is changed by a form: how its fields are filled, read and shown. */
export type ScenarioForm = {
  tab: ScenarioTab
  labels: Readonly<Record<string, string>>
  /** What is saved, as the fields show it; and where that differs, as words for those who only read. */
  entered: (context: Context, scenario: Scenario) => Promise<Entered>
  words: (scenario: Scenario) => Entered
  read: (context: Context, scenario: Scenario, typed: Entered) => Promise<Reading & { entered: Entered }>
  Fields: (props: ScenarioFormProps) => JSX.Element
  /** The screen around the form. */
  frame?: (scenario: Scenario, form: JSX.Element) => JSX.Element
  about: ComponentChildren
  savedAddress: (scenarioId: string) => string
}

export async function showScenarioForm(
  context: Context,
  scenarioId: string,
  form: ScenarioForm,
): Promise<Screen> {
  const scenario = await getScenario(context, scenarioId)
  const entered = await form.entered(context, scenario)
  return screen(context, form, { scenario, entered, problems: {} })
}

/** Saves the form; what is wrong, or was saved by somebody else meanwhile, comes back with nothing typed lost. */
export async function submitScenarioForm(
  context: Context,
  { scenarioId, sent }: { scenarioId: string; sent: FormData },
  form: ScenarioForm,
): Promise<Screen | SeeOther> {
  const scenario = await getScenario(context, scenarioId)
  const read = await form.read(context, scenario, enteredIn(sent))
  const { entered, content, problems } = read
  if (problems) return { ...(await screen(context, form, { scenario, entered, problems })), status: 422 }
  const revision = Number(entered['revision'])
  const saving = await unlessStale(changeScenario(context, { scenarioId, revision, content }))
  if (!saving.isStale) return { seeOther: `${form.savedAddress(scenarioId)}?notice=saved` }
  const changed = await getScenario(context, scenarioId)
  const typed = { ...entered, revision: String(changed.revision) }
  const saved = await form.entered(context, changed)
  const state = { scenario: changed, entered: typed, problems: {}, saved }
  return { ...(await screen(context, form, state)), status: 409 }
}

/** `saved`: what somebody else saved meanwhile. */
type State = ScenarioFormProps & { saved?: Entered }

async function screen(context: Context, form: ScenarioForm, state: State): Promise<Screen> {
  const { tab, labels, words, Fields, frame = (_, inner) => inner, about } = form
  const { scenario, entered, problems, saved } = state
  const adopted = await findAdoptedFrame(context)
  const isLocked = await wasAdopted(context, scenario.id)
  const mayEdit = mayDo(context.actor, permissions, 'edit-scenario') && !isLocked
  const fields = mayEdit ? (
    <Fields scenario={scenario} entered={entered} problems={problems} />
  ) : (
    <AssumptionsShown labels={labels} saved={words(scenario)} isLocked={isLocked} />
  )
  return {
    ...scenarioScreen(scenario, tab),
    body: (
      <>
        <ProblemSummary problems={problems} />
        {saved && <SavedMeanwhile labels={labels} saved={saved} entered={entered} />}
        <ScenarioHead scenario={scenario} tab={tab} isAdopted={adopted?.scenarioId === scenario.id} />
        {frame(scenario, fields)}
        {about}
      </>
    ),
  }
}
