import { z } from 'zod'
import { findMunicipality } from '#src/features/organization/store/queries.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { CheckField, FileField, ProblemSummary, SelectField, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Banner, Section } from '#src/ui/parts.tsx'
import { noAssumptions } from '../core/assumptions.ts'
import { copiedAssumptions, copyNote, copyProblems, simulationFields } from '../core/built-in-scenarios.ts'
import { permissions } from '../core/permissions.ts'
import { largestUpload, readUploaded, type Uploaded } from '../core/read-uploaded.ts'
import { tryScenario } from '../core/run-scenario.ts'
import { type Origin, originLabels, type Scenario } from '../core/scenario.ts'
import { scenarioName } from '../core/scenario-form.ts'
import { addScenario } from '../store/commands.ts'
import { listScenarios } from '../store/queries.ts'
import { assumptionsAddress, frameCrumb, madeAddress, scenarioAddress } from './parts/addresses.ts'
import { CopyForm } from './parts/copy-form.tsx'

const origins = Object.keys(originLabels) as [Origin, ...Origin[]]
const copyForm = z.object({
  act: z.literal('copy'),
  scenarioId: z.string(),
  copyName: scenarioName,
  ...simulationFields,
})
const uploadForm = z.object({
  act: z.literal('upload'),
  name: scenarioName,
  origin: z.enum(origins, { error: '数値の出どころを選んでください' }),
})

/** ケースをつくる: a copy of another to be changed, or the inputs of a file. */
export const newScenarioPage = page('/staff/frame/new', {
  audience: 'staff',
  maxBytes: largestUpload + 64 * 1024,
  async show(context) {
    authorize(context, permissions, 'edit-scenario')
    return screen(await listScenarios(context))
  },
  async submit(context, _visit, form) {
    authorize(context, permissions, 'edit-scenario')
    const scenarios = await listScenarios(context)
    const typed = enteredIn(form)
    const taken = takenName(scenarios, typed)
    const read = typed['act'] === 'copy' ? readForm(copyForm, form) : readForm(uploadForm, form)
    if (read.problems || taken) {
      const problems = read.problems ?? taken ?? {}
      return { ...screen(scenarios, { entered: typed, problems }), status: 422 }
    }
    const { values } = read
    if (values.act === 'copy') {
      const { problems, copied } = await copyOf(context, scenarios, values)
      if (problems) return { ...screen(scenarios, { entered: typed, problems }), status: 422 }
      return { seeOther: `${assumptionsAddress(copied)}?notice=added` }
    }
    const uploaded = await uploadedIn(context, form)
    if (uploaded.refusals) {
      return { ...screen(scenarios, { entered: typed, refusals: uploaded.refusals }), status: 422 }
    }
    const scenarioId = await addScenario(context, {
      name: values.name,
      origin: values.origin,
      note: noteOf(uploaded),
      inputs: uploaded.inputs,
      assumptions: noAssumptions,
      seed: 1,
    })
    return { seeOther: `${scenarioAddress(scenarioId)}?notice=imported` }
  },
})

type Copying = z.infer<typeof copyForm>
type Copied = { copied: string; problems?: undefined } | { copied?: undefined; problems: Problems }

async function copyOf(
  context: Context,
  scenarios: readonly Scenario[],
  { scenarioId, copyName, ...way }: Copying,
): Promise<Copied> {
  const scenario = scenarios.find(({ id }) => id === scenarioId)
  if (!scenario) return { problems: { scenarioId: 'もとにするケースを選んでください' } }
  const problems = copyProblems(way, scenario.inputs)
  if (Object.keys(problems).length > 0) return { problems }
  const assumptions = copiedAssumptions(scenario, way)
  if (tryScenario({ ...scenario, assumptions }).problems) {
    return { problems: { way: 'この写し方では推計できません' } }
  }
  const note = copyNote(way) ?? scenario.note
  const origin = way.way === 'same' || scenario.origin === 'invented' ? scenario.origin : 'own'
  const { inputs, seed } = scenario
  return { copied: await addScenario(context, { name: copyName, note, origin, inputs, assumptions, seed }) }
}

function takenName(scenarios: readonly Scenario[], { act, name, copyName }: Entered): Problems | undefined {
  const [field, wanted] = act === 'copy' ? ['copyName', copyName] : ['name', name]
  const isTaken = scenarios.some((one) => one.name === (wanted ?? '').trim())
  return isTaken ? { [field]: '同じ名前のケースが、もうあります' } : undefined
}

async function uploadedIn(context: Context, form: FormData): Promise<Uploaded> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return { refusals: ['ファイルを選んでください'] }
  const city = await findMunicipality(context)
  return readUploaded(await file.text(), {
    areaCode: city?.code.slice(0, 5),
    distributeUnknown: form.get('distribute') === 'yes',
  })
}

/** What was done to the file before it was kept, told with the scenario. */
const noteOf = ({ notes }: Extract<Uploaded, { inputs: unknown }>) =>
  notes
    .filter(({ code }) => code === 'W-UNK')
    .map(({ message }) => `${message}。`)
    .join('')

type State = { entered?: Entered; problems?: Problems; refusals?: readonly string[] }

const screen = (scenarios: readonly Scenario[], state: State = {}): Screen => ({
  title: 'ケースをつくる',
  crumbs: [frameCrumb],
  body: (
    <>
      <h1>ケースをつくる</h1>
      <ProblemSummary problems={state.problems ?? {}} />
      {state.refusals && <Refused refusals={state.refusals} />}
      <Section id="made" title="公表されたファイルからつくる">
        <p>
          国勢調査の変化（コーホート変化率）か、統計に取り込んだ社人研の推計から、ケースをつくります。
          <a href={madeAddress}>公表されたファイルからつくる</a>
        </p>
      </Section>
      {scenarios.length > 0 && (
        <CopyForm scenarios={scenarios} entered={state.entered ?? {}} problems={state.problems ?? {}} />
      )}
      <UploadForm {...state} />
      <AboutScreen>
        <p>
          写したケースは、仮定（出生、転入・転出、開発）を変えて、もとのケースと比べられます。もとの入力を変えるときは、ファイルを読み込みます。
        </p>
        <p>
          ファイルの形は「shirube-projection/1」です。命令 <code>npx shirube project</code>{' '}
          で使うものと同じです。
        </p>
      </AboutScreen>
    </>
  ),
})

function Refused({ refusals }: { refusals: readonly string[] }) {
  return (
    <Banner tone="error" title="読み込めません。何も変えていません。">
      <ul class="sb-list">
        {refusals.slice(0, 30).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {refusals.length > 30 && <p>ほか{refusals.length - 30}件</p>}
    </Banner>
  )
}

function UploadForm({ entered = {}, problems = {} }: State) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <Section id="upload" title="ファイルから読み込む">
      <form method="post" class="sb-form" encType="multipart/form-data" action="#error-summary">
        <TextField {...field('name')} label="ケースの名前" width="mid" required />
        <SelectField
          {...field('origin')}
          label="数値の出どころ"
          blank="選んでください"
          choices={origins.map((value) => ({ value, label: originLabels[value] }))}
          width="mid"
          required
        />
        <FileField
          name="file"
          label="推計の入力（JSON）"
          support="shirube-projection/1 の形、4MBまで。市町村がいくつも入ったファイルからは、この市町村を読みます。"
          accept=".json,application/json"
          required
        />
        <CheckField
          name="distribute"
          label="年齢不詳を按分する"
          support="年齢不詳が入っているファイルは、按分しないと読み込めません。"
          isChecked={entered['distribute'] === 'yes'}
        />
        <button class="dads-button" name="act" value="upload" type="submit">
          読み込む
        </button>
      </form>
    </Section>
  )
}
