import { numberIn } from '#src/lib/table/pasted-rows.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, SelectField, TextField } from '#src/ui/field.tsx'
import { AboutScreen } from '#src/ui/parts.tsx'
import type { Assumptions } from '../core/assumptions.ts'
import { profileLabel, profileNames } from '../core/newcomer-profiles.ts'
import { permissions } from '../core/permissions.ts'
import { tryScenario } from '../core/run-scenario.ts'
import type { Scenario } from '../core/scenario.ts'
import { answerTarget, chanceSentence, type TargetAnswer, targetSentence } from '../core/target-question.ts'
import { addScenario } from '../store/commands.ts'
import { findAdoptedFrame, getScenario, listScenarios } from '../store/queries.ts'
import { assumptionsAddress } from './parts/addresses.ts'
import { ScenarioHead, scenarioScreen, Unprojectable } from './parts/scenario-head.tsx'

/** 目標から逆算: which migration gives so many residents in a year? The answer can be made a scenario. */
export const targetPage = page('/staff/frame/:scenarioId/target', {
  audience: 'staff',
  async show(context, { params, url }) {
    const scenario = await getScenario(context, params.scenarioId)
    const entered = Object.fromEntries(url.searchParams) as Entered
    return screen(context, scenario, entered)
  },
  async submit(context, { params }, form) {
    const scenario = await getScenario(context, params.scenarioId)
    const entered = Object.fromEntries(
      ['year', 'persons', 'profile'].map((name) => [name, String(form.get(name) ?? '')]),
    )
    const { answer } = askedOf(scenario, entered)
    if (!answer?.isReached || answer.personsPerYear <= 0) {
      throw new Refusal('conflict', 'この目標からは、ケースをつくれません')
    }
    const { id: _, revision: __, updatedAt: ___, ...content } = scenario
    const scenarioId = await addScenario(context, {
      ...content,
      name: await freeName(context, `${scenario.name.slice(0, 40)} ${answer.year}年目標`),
      note: targetSentence(answer),
      origin: scenario.origin === 'invented' ? 'invented' : 'own',
      assumptions: withNewcomers(scenario.assumptions, answer),
    })
    return { seeOther: `${assumptionsAddress(scenarioId)}?notice=added` }
  },
})

async function freeName(context: Context, wanted: string): Promise<string> {
  const taken = new Set((await listScenarios(context)).map(({ name }) => name))
  let name = wanted
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}（${count}）`
  return name
}

/** The newcomers of the answer as one more site, so that the scenario shows what it takes. */
function withNewcomers(assumptions: Assumptions, answer: TargetAnswer): Assumptions {
  const { firstYear, year, personsPerYear, profile } = answer
  const entrants = Array.from({ length: year - firstYear }, (_, at) => ({
    year: firstYear + at,
    persons: personsPerYear,
  }))
  const name = `${year}年の目標のための転入`
  return {
    ...assumptions,
    sites: [...assumptions.sites.filter((site) => site.name !== name), { name, profile, entrants }],
    guard: assumptions.guard || '政策の目標として上乗せする転入です。過去の移動率には含まれていません。',
  }
}

type Asked = { answer?: TargetAnswer; chance?: number; problems: Problems }

/** Reads the question and answers it; nothing is asked while the fields are empty. */
function askedOf(scenario: Scenario, entered: Entered): Asked {
  const { run } = { run: undefined, ...tryScenario(scenario) }
  if (!run || entered['persons'] === undefined) return { problems: {} }
  const problems: Problems = {}
  const year = Number(entered['year'])
  const persons = numberIn((entered['persons'] ?? '').normalize('NFKC'))
  const { profiles: own } = scenario.assumptions
  const known = [...profileNames, ...own.map(({ name }) => name)]
  const profile = known.find((name) => name === entered['profile']) ?? 'family'
  if (!run.result.years.slice(1).includes(year)) problems['year'] = '年を選んでください'
  if (persons === undefined || persons <= 0)
    problems['persons'] = '目標の人口を、0より大きい数で書いてください'
  if (Object.keys(problems).length > 0 || persons === undefined) return { problems }
  const chance = chanceAbove(scenario, { year, persons })
  return { answer: answerTarget(run.inputs, { year, persons, profile }, own), chance, problems }
}

/** How likely the scenario as it is has more residents than that, 0–1. */
function chanceAbove(scenario: Scenario, { year, persons }: { year: number; persons: number }): number {
  const { run } = { run: undefined, ...tryScenario(scenario, { withFan: true, above: persons }) }
  return run?.result.uncertainty?.probabilities[0]?.byYear[year] ?? 0
}

async function screen(context: Context, scenario: Scenario, entered: Entered): Promise<Screen> {
  const frame = await findAdoptedFrame(context)
  const { problems: refused } = { problems: undefined, ...tryScenario(scenario) }
  const { answer, chance, problems } = askedOf(scenario, entered)
  const years = scenario.inputs.periods.map(({ to }) => to)
  const profiles = [...profileNames, ...scenario.assumptions.profiles.map(({ name }) => name)]
  const isWrong = Object.keys(problems).length > 0
  return {
    ...scenarioScreen(scenario, '/target'),
    ...(isWrong ? { status: 422 as const } : {}),
    body: (
      <>
        <ProblemSummary problems={problems} />
        <ScenarioHead scenario={scenario} tab="/target" isAdopted={frame?.scenarioId === scenario.id} />
        {refused ? (
          <Unprojectable problems={refused} />
        ) : (
          <TargetForm {...{ years, profiles, entered, problems }} />
        )}
        {answer && (
          <Answer
            {...{ answer, chance: chance ?? 0 }}
            mayEdit={mayDo(context.actor, permissions, 'edit-scenario')}
          />
        )}
        <AboutScreen>
          <p>
            「{years.at(-1)}
            年に5万人にするには、あと何人の転入が要るか」を計算します。転入した人は、市の率で年をとり、生み、移ります。どんな人が来るかで、必要な人数は変わります。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

type FormProps = {
  years: readonly number[]
  profiles: readonly string[]
  entered: Entered
  problems: Problems
}

function TargetForm({ years, profiles, entered, problems }: FormProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const last = String(years.at(-1) ?? '')
  return (
    <form method="get" class="sb-form l-gap" action="#answer">
      <SelectField
        {...field('year')}
        value={entered['year'] ?? last}
        label="目標の年"
        choices={years.map((year) => ({ value: String(year), label: `${year}年` }))}
        width="short"
      />
      <TextField {...field('persons')} label="目標の人口（人）" inputMode="numeric" width="short" required />
      <SelectField
        {...field('profile')}
        label="転入する人"
        choices={profiles.map((value) => ({ value, label: profileLabel(value) }))}
        width="mid"
      />
      <button class="dads-button" type="submit">
        計算する
      </button>
    </form>
  )
}

type AnswerProps = { answer: TargetAnswer; chance: number; mayEdit: boolean }

function Answer({ answer, chance, mayEdit }: AnswerProps) {
  const { year, persons, profile, isReached, personsPerYear } = answer
  return (
    <section class="sb-box l-gap" aria-labelledby="answer">
      <h2 id="answer">答え</h2>
      <p class="l-measure">
        <b>{targetSentence(answer)}</b>
      </p>
      <p class="l-measure">{chanceSentence(answer, chance)}</p>
      {mayEdit && isReached && personsPerYear > 0 && (
        <form method="post">
          <input type="hidden" name="year" value={year} />
          <input type="hidden" name="persons" value={persons} />
          <input type="hidden" name="profile" value={profile} />
          <button class="dads-button dads-button--secondary" type="submit">
            この転入を加えたケースをつくる
          </button>
        </form>
      )}
    </section>
  )
}
