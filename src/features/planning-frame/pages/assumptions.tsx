import type { Context } from '#src/platform/context.ts'
import type { Problems } from '#src/platform/form.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen } from '#src/ui/parts.tsx'
import { guardWays } from '../core/guard-table.ts'
import { originLabels, type Scenario } from '../core/scenario.ts'
import { enteredOf, readScenarioForm } from '../core/scenario-form.ts'
import { listScenarios } from '../store/queries.ts'
import { scenarioAddress } from './parts/addresses.ts'
import { AssumptionForm, fieldLabels } from './parts/assumption-form.tsx'
import { withBorrowedRates, withCountedResidents } from './parts/offered-guard.ts'
import { type ScenarioForm, showScenarioForm, submitScenarioForm } from './parts/scenario-form-page.tsx'

/** 推計ケースの仮定: name, births and moves by period, housing development. */
export const assumptionsPage = page('/staff/frame/:scenarioId/assumptions', {
  audience: 'staff',
  show: (context, { params }) => showScenarioForm(context, params.scenarioId, form),
  submit: (context, { params: { scenarioId } }, sent) =>
    submitScenarioForm(context, { scenarioId, sent }, form),
})

const form: ScenarioForm = {
  tab: '/assumptions',
  labels: fieldLabels,
  entered: (context, scenario) => withCountedResidents(context, scenario, enteredOf(scenario)),
  words: (scenario) => ({
    ...enteredOf(scenario),
    origin: originLabels[scenario.origin],
    guardWay: guardWays[scenario.assumptions.guardTable?.kind ?? 'declared'],
  }),
  async read(context, scenario, typed) {
    const { entered, problems } = await withBorrowedRates(context, scenario, typed)
    if (problems) return { entered, problems }
    const read = readScenarioForm(entered, scenario)
    if (read.problems) return { entered, problems: read.problems }
    const taken = await takenName(context, scenario, read.content.name)
    return taken ? { entered, problems: taken } : { entered, content: read.content }
  },
  Fields: AssumptionForm,
  savedAddress: scenarioAddress,
  about: (
    <AboutScreen>
      <p>
        表はExcelからそのまま貼り付けられます（列の区切りはタブ、カンマでも可）。倍率1は、もとの入力のままという意味です。
      </p>
      <p>
        開発で転入する人は、入居した年のあと、市の率で年をとり、生み、移ります。市の中での引っこしは人数に入れません。
      </p>
    </AboutScreen>
  ),
}

async function takenName(context: Context, { id }: Scenario, name: string): Promise<Problems | undefined> {
  const others = (await listScenarios(context)).filter((one) => one.id !== id)
  return others.some((one) => one.name === name) ? { name: '同じ名前のケースが、もうあります' } : undefined
}
