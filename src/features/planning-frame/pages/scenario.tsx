import { canonicalJson } from '#src/formats/canonical-json.ts'
import { pyramidSeries } from '#src/lib/chart/pyramid-series.ts'
import { PyramidView } from '#src/lib/chart/pyramid-view.tsx'
import { writeCsv } from '#src/lib/csv/csv.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, Section, Stat } from '#src/ui/parts.tsx'
import { ageRows, careRows } from '../core/age-table.ts'
import { courseFinding, courseSentence, courseSeries } from '../core/course-series.ts'
import type { Fan } from '../core/fan.ts'
import { homeRows, resultRows } from '../core/result-rows.ts'
import { type ScenarioRun, tryScenario } from '../core/run-scenario.ts'
import type { PlanningFrame, ResidentCount, Scenario } from '../core/scenario.ts'
import { findAdoptedFrame, getScenario, listCounts } from '../store/queries.ts'
import { householdsAddress, scenarioAddress } from './parts/addresses.ts'
import {
  AgeTable,
  CareTable,
  changePercent,
  FanTable,
  percentOf,
  signed,
  whole,
} from './parts/age-tables.tsx'
import { CourseFigure } from './parts/figures.tsx'
import { HouseholdFigures } from './parts/household-tables.tsx'
import { FlagList, ScenarioHead, Sources, scenarioScreen, Unprojectable } from './parts/scenario-head.tsx'
import { TrialSection } from './parts/trial-section.tsx'
import { YearForm } from './parts/year-form.tsx'

/** 推計ケースの結果: the course with its width, the pyramid of a year, ages by year. */
export const scenarioPage = page('/staff/frame/:scenarioId', {
  audience: 'staff',
  async show(context, { params, url }): Promise<Screen> {
    const { scenario, frame, counts, tried } = await tryKept(context, params.scenarioId)
    const head = <ScenarioHead scenario={scenario} tab="" isAdopted={frame?.scenarioId === scenario.id} />
    const shown = tried.problems ? (
      <Unprojectable problems={tried.problems} />
    ) : (
      <Result
        {...{ scenario, frame, counts }}
        run={tried.run}
        entered={Object.fromEntries(url.searchParams)}
      />
    )
    return {
      ...scenarioScreen(scenario, ''),
      body: (
        <>
          {head}
          {shown}
          <AboutScreen>
            <p>
              線は仮定のとおりになったときの人口、幅は、同じくらいの大きさの市町村の過去の推計の誤差から求めたものです。乱数の種を残しているので、同じ図をもう一度つくれます。
            </p>
            <p>人数は、総数、年齢3区分、年齢別の順に四捨五入しているので、表の合計は合います。</p>
          </AboutScreen>
        </>
      ),
    }
  },
})

async function tryKept(context: Context, scenarioId: string) {
  const scenario = await getScenario(context, scenarioId)
  const frame = await findAdoptedFrame(context)
  const counts = await listCounts(context)
  return { scenario, frame, counts, tried: tryScenario(scenario, { withFan: true, counts }) }
}

type ResultProps = {
  scenario: Scenario
  run: ScenarioRun
  frame: PlanningFrame | undefined
  counts: readonly ResidentCount[]
  entered: Readonly<Record<string, string>>
}

function Result({ scenario, run, frame, counts, entered }: ResultProps) {
  const { inputs, result } = run
  const rows = ageRows(result)
  const shownYear = result.years.find((year) => String(year) === entered['year']) ?? result.years.at(-1) ?? 0
  const [first, last] = [rows[0], rows.at(-1)]
  const fan = result.uncertainty as Fan
  const own = frame?.scenarioId === scenario.id ? frame : undefined
  const course = { name: scenario.name, result }
  const inputsAddress = `${scenarioAddress(scenario.id)}/inputs.json`
  return (
    <>
      {first && last && (
        <div class="l-cols l-cols--4 l-gap">
          <Stat label={`${last.year}年の人口`} value={whole(last.total)} unit="人" />
          <Stat label={`${first.year}年からの増減`} value={signed(last.total - first.total)} unit="人" />
          <Stat
            label={`${last.year}年の65歳以上`}
            value={percentOf(last.elderly, last.total)}
            note={`${first.year}年は${percentOf(first.elderly, first.total)}`}
          />
          <Stat
            label="20～39歳の女性の増減"
            value={changePercent(first.women20to39, last.women20to39)}
            note={`${first.year}年から${last.year}年`}
          />
        </div>
      )}
      <div class="l-gap">
        <CourseFigure
          id="c"
          series={courseSeries({ courses: [course], counts, fan, frame: own })}
          title={courseFinding(result)}
          finding={courseSentence(course)}
          table={
            <FanTable fan={fan} caption={`総人口の幅（人、${fan.draws}回の試行、乱数の種${fan.seed}）`} />
          }
          csv={`${scenarioAddress(scenario.id)}/result.csv`}
          note="実線は実績（国勢調査など）、破線は推計です。幅の中に入る見込みを％で示しています。"
        />
      </div>
      <Section id="ages" title="年齢別の人口">
        <div class="l-flow">
          <AgeTable rows={rows} caption="年ごとの人口（人）" />
          <CareTable rows={careRows(result)} caption="就学・介護の年齢の人口（人）" />
          {inputs.ages.width > 1 && (
            <p class="sb-sub">就学前・小学生・中学生は、5歳階級を年齢の数で分けた目安です。</p>
          )}
        </div>
      </Section>
      {run.households.length + run.workers.length > 0 && (
        <Section id="households" title="世帯と就業者">
          <HouseholdFigures run={run} assumptions={scenario.assumptions} />
          <p>
            <a href={householdsAddress(scenario.id)}>もとにした率</a>
          </p>
        </Section>
      )}
      <Section id="pyramid" title="人口ピラミッド">
        <pyramid-year data-inputs={inputsAddress}>
          <YearForm years={result.years} year={shownYear} anchor="pyramid" />
          <div data-pyramid>
            <PyramidView series={pyramidSeries(result, shownYear)} year={shownYear} />
          </div>
        </pyramid-year>
      </Section>
      <TrialSection name={scenario.name} inputs={inputs} inputsAddress={inputsAddress} entered={entered} />
      <Section id="notes" title="計算の記録">
        <FlagList flags={result.flags} />
        <h3 class="l-gap">出典</h3>
        <Sources inputs={scenario.inputs} />
        <p class="sb-sub l-gap sb-break">
          入力の控え <code>{result.inputsHash}</code>　計算の版 {result.engineVersion}
        </p>
        <p>
          <a href={inputsAddress}>入力をJSONで保存</a>
        </p>
      </Section>
    </>
  )
}

/** Every cell of the result, its fan, households and workers, tidy. */
export const resultCsv = page('/staff/frame/:scenarioId/result.csv', {
  audience: 'staff',
  async show(context, { params }) {
    const { scenario, tried } = await tryKept(context, params.scenarioId)
    if (tried.problems) throw new Refusal('conflict', 'このケースは、いまは推計できません')
    return {
      file: writeCsv([
        ...resultRows([tried.run.result], scenario.name),
        ...homeRows(tried.run, scenario.name),
      ]),
      contentType: 'text/csv; charset=utf-8',
      fileName: `人口推計 ${scenario.name}.csv`,
    }
  },
})

/** The inputs with the assumptions of the scenario, as `shirube project` reads them. */
export const inputsJson = page('/staff/frame/:scenarioId/inputs.json', {
  audience: 'staff',
  async show(context, { params }) {
    const { scenario, tried } = await tryKept(context, params.scenarioId)
    const inputs = tried.problems ? scenario.inputs : tried.run.inputs
    return {
      file: canonicalJson(inputs),
      contentType: 'application/json',
      fileName: `人口推計の入力 ${scenario.name}.json`,
    }
  },
})
