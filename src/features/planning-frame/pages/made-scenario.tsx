import { z } from 'zod'
import { findMunicipality } from '#src/features/organization/store/queries.ts'
import type { Area } from '#src/lib/demography/projection-inputs.ts'
import { wholeNumber } from '#src/lib/form/whole-number.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { AboutScreen } from '#src/ui/parts.tsx'
import { noAssumptions } from '../core/assumptions.ts'
import { changePairs, inputsFromChange, inputsFromPublished, publishedYears } from '../core/made-inputs.ts'
import { permissions } from '../core/permissions.ts'
import { tryScenario } from '../core/run-scenario.ts'
import { scenarioName } from '../core/scenario-form.ts'
import { addScenario } from '../store/commands.ts'
import { listCounts, listScenarios } from '../store/queries.ts'
import { frameCrumb, madeAddress, newScenarioAddress, scenarioAddress } from './parts/addresses.ts'
import { cityInStatistics } from './parts/city-in-statistics.ts'
import { type Made, MadeForms } from './parts/made-forms.tsx'

const changeForm = z.object({
  act: z.literal('change'),
  changeName: scenarioName,
  later: wholeNumber('もとにする2つの年を選んでください'),
  until: wholeNumber('いつまで推計するかを、西暦で書いてください'),
})
const publishedForm = z.object({
  act: z.literal('published'),
  publishedName: scenarioName,
  projection: z.string().min(1, '推計を選んでください'),
})

/** 公表されたファイルからケースをつくる: from two counts by age, or after a published projection. */
export const madeScenarioPage = page(madeAddress, {
  audience: 'staff',
  async show(context) {
    authorize(context, permissions, 'edit-scenario')
    return screen(await givenFor(context))
  },
  async submit(context, _visit, form) {
    authorize(context, permissions, 'edit-scenario')
    const given = await givenFor(context)
    const entered = enteredIn(form)
    const read = entered['act'] === 'published' ? readForm(publishedForm, form) : readForm(changeForm, form)
    if (read.problems) return { ...screen(given, { entered, problems: read.problems }), status: 422 }
    const made = madeOf(given, read.values)
    const { name, note, field, nameField } = made
    const taken = (await listScenarios(context)).some((one) => one.name === name)
    const inputs = made.inputs
    const tried = inputs && tryScenario({ inputs, assumptions: noAssumptions, seed: 1 })
    const problems: Problems = {
      ...(taken ? { [nameField]: '同じ名前のケースが、もうあります' } : {}),
      ...(made.problem ? { [field]: made.problem } : {}),
      ...(tried?.problems?.[0] ? { [field]: tried.problems[0].message } : {}),
    }
    if (!inputs || Object.keys(problems).length > 0) {
      return { ...screen(given, { entered, problems }), status: 422 }
    }
    const origin = entered['act'] === 'published' ? ('published' as const) : ('own' as const)
    const scenario = { name, note, origin, inputs, assumptions: noAssumptions, seed: 1 }
    return { seeOther: `${scenarioAddress(await addScenario(context, scenario))}?notice=added` }
  },
})

type Given = Made & { area: Area }

async function givenFor(context: Context): Promise<Given> {
  const city = found(await findMunicipality(context), '市町村の設定')
  const code = city.code.slice(0, 5)
  const { published } = await cityInStatistics(context, code)
  return {
    area: { code, name: city.name, level: 'municipality' },
    pairs: changePairs(await listCounts(context)),
    projections: published.filter((one) => publishedYears(one).length > 1),
  }
}

type Values = z.infer<typeof changeForm> | z.infer<typeof publishedForm>

function madeOf({ area, pairs, projections }: Given, values: Values) {
  if (values.act === 'published') {
    const projection = projections.find(({ title }) => title === values.projection)
    const made = projection ? inputsFromPublished(area, projection) : { problem: '推計を選んでください' }
    const note = `「${values.projection}」と同じ結果になる入力です。純移動率と子ども女性比は、公表された結果から逆に求めました。`
    return { ...made, note, name: values.publishedName, field: 'projection', nameField: 'publishedName' }
  }
  const { changeName: name, later: year, until } = values
  const nameField = 'changeName'
  const pair = pairs.find(({ later }) => later.year === year)
  if (!pair)
    return { problem: 'もとにする2つの年を選んでください', note: '', name, field: 'later', nameField }
  if (until <= year || until > year + 50) {
    return { problem: `${year + 1}年から${year + 50}年までです`, note: '', name, field: 'until', nameField }
  }
  const note = `${pair.earlier.year}年と${year}年の国勢調査の間の変化率が、この先も続くとした場合です（コーホート変化率法）。`
  return { ...inputsFromChange({ area, ...pair, until }), note, name, field: 'later', nameField }
}

type State = { entered: Entered; problems: Problems }

const screen = (made: Made, { entered, problems }: State = { entered: {}, problems: {} }): Screen => ({
  title: '公表されたファイルからケースをつくる',
  crumbs: [frameCrumb, { label: 'ケースをつくる', href: newScenarioAddress }],
  body: (
    <>
      <h1>公表されたファイルからケースをつくる</h1>
      <ProblemSummary problems={problems} />
      <MadeForms made={made} entered={entered} problems={problems} />
      <AboutScreen>
        <p>
          変化率や公表された結果から、死亡（全国の生残率）を除いたものを純移動率としています。できたケースは、写して、出生・転入・転出・開発・世帯の仮定を変えられます。
        </p>
        <p>推計の始まりの人口は、年齢不詳を按分した国勢調査です。住民基本台帳の人口は使いません。</p>
      </AboutScreen>
    </>
  ),
})
