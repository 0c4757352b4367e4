import { writeCsv } from '#src/lib/csv/csv.ts'
import { Refusal } from '#src/platform/errors.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, Banner, EmptyState, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { courseSeries, persons } from '../core/course-series.ts'
import { districtRows } from '../core/district-rows.ts'
import type { DistrictSet } from '../core/district-set.ts'
import { type DistrictRun, runDistricts } from '../core/run-districts.ts'
import { type ScenarioRun, tryScenario } from '../core/run-scenario.ts'
import type { Scenario } from '../core/scenario.ts'
import { findAdoptedFrame, getDistricts, getScenario } from '../store/queries.ts'
import { districtsAddress, scenarioAddress } from './parts/addresses.ts'
import { ClassTable, DistrictAges, DistrictTotals } from './parts/district-tables.tsx'
import { CourseFigure } from './parts/figures.tsx'
import { ScenarioHead, scenarioScreen, Unprojectable } from './parts/scenario-head.tsx'

/** 地区別の推計 of one case, fitted to the city in every year. */
export const districtResultsPage = page('/staff/frame/:scenarioId/districts', {
  audience: 'staff',
  async show(context, { params, url }): Promise<Screen> {
    const scenario = await getScenario(context, params.scenarioId)
    const [frame, set] = [await findAdoptedFrame(context), await getDistricts(context)]
    const tried = tryScenario(scenario)
    const entered = Object.fromEntries(url.searchParams)
    return {
      ...scenarioScreen(scenario, '/districts'),
      body: (
        <>
          <ScenarioHead scenario={scenario} tab="/districts" isAdopted={frame?.scenarioId === scenario.id} />
          {tried.problems ? (
            <Unprojectable problems={tried.problems} />
          ) : (
            <Districts {...{ scenario, run: tried.run, set, entered }} />
          )}
          <AboutScreen>
            <p>
              地区ごとに、これまでの変わり方（コーホート変化率）で進め、人の少ない地区は市の変わり方に近づけます。そのうえで、どの年も、男女・年齢ごとの合計が市の推計と同じになるように直しています。
            </p>
            <p>
              住宅の開発は、「仮定」の地区の名前がここの地区と同じなら、その地区に入ります。1,000人より少ない地区は5歳階級を出さず、20人より少ない区分は人数を出しません。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})

/** The districts of one case, tidy: what is not shown is not in the file either. */
export const districtsCsv = page('/staff/frame/:scenarioId/districts.csv', {
  audience: 'staff',
  async show(context, { params }) {
    const scenario = await getScenario(context, params.scenarioId)
    const tried = tryScenario(scenario)
    if (tried.problems) throw new Refusal('conflict', 'このケースは、いまは推計できません')
    const set = await getDistricts(context)
    const read = runDistricts({ run: tried.run, assumptions: scenario.assumptions, set })
    if ('problem' in read) throw new Refusal('conflict', read.problem)
    return {
      file: writeCsv(districtRows(read.districts, scenario.name)),
      contentType: 'text/csv; charset=utf-8',
      fileName: `地区別の推計 ${scenario.name}.csv`,
    }
  },
})

type DistrictsProps = {
  scenario: Scenario
  run: ScenarioRun
  set: DistrictSet
  entered: Readonly<Record<string, string>>
}

function Districts({ scenario, run, set, entered }: DistrictsProps) {
  if (set.districts.length === 0) {
    return (
      <EmptyState title="地区の人口が、まだありません。">
        <p>
          <a href={districtsAddress}>地区の人口を入れる</a>と、このケースの地区別の推計が出ます。
        </p>
      </EmptyState>
    )
  }
  const read = runDistricts({ run, assumptions: scenario.assumptions, set })
  if ('problem' in read) {
    return (
      <Banner tone="warn" title="このケースでは、地区別の推計ができません。">
        <p>
          {read.problem}。<a href={districtsAddress}>地区の人口</a>
        </p>
      </Banner>
    )
  }
  return <Result {...{ scenario, run, set, entered, read }} />
}

function Result({ scenario, run, set, entered, read }: DistrictsProps & { read: DistrictRun }) {
  const { districts, notes } = read
  const { years } = run.result
  const year = years.find((one) => String(one) === entered['year']) ?? years.at(-1) ?? 0
  const shown = districts.find(({ name }) => name === entered['district']) ?? districts[0]
  const courses = districts.map(({ name, population }) => ({ name, result: { years, population } }))
  return (
    <>
      {notes.length > 0 && (
        <Banner title="計算で気付いたこと">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Banner>
      )}
      <div class="l-gap">
        <CourseFigure
          id="g"
          series={courseSeries({ courses })}
          title="地区ごとの人口の見通し"
          finding={findingOf(read)}
          table={<DistrictTotals districts={districts} />}
          csv={`${scenarioAddress(scenario.id)}/districts.csv`}
          note={`地区の人口の出典：${set.source}。${courses.length > 6 ? '図には、はじめの6つの地区だけを描いています。' : ''}`}
        />
      </div>
      <Section id="choose" title="年と地区を選んで見る">
        <form class="sb-filter" method="get" action="#choose">
          <label>
            年
            <select name="year">
              {years.map((one) => (
                <option key={one} value={one} selected={one === year}>
                  {one}年
                </option>
              ))}
            </select>
          </label>
          <label>
            地区
            <select name="district">
              {districts.map(({ name }) => (
                <option key={name} value={name} selected={name === shown?.name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button class="dads-button dads-button--secondary dads-button--small" type="submit">
            表示
          </button>
        </form>
        <div class="l-flow l-gap">
          <ScrollFrame label="地区ごとの年齢3区分">
            <ClassTable districts={districts} year={year} />
          </ScrollFrame>
          {shown && <DistrictAges course={shown} />}
        </div>
      </Section>
    </>
  )
}

/** Which district grows and which shrinks most, in a sentence. */
function findingOf({ districts }: DistrictRun): string {
  const changes = districts.map(({ name, years }) => {
    const [first, last] = [years[0], years.at(-1)]
    return { name, change: (last?.total ?? 0) - (first?.total ?? 0), until: last?.year ?? 0 }
  })
  const sorted = changes.sort((a, b) => b.change - a.change)
  const [most, least] = [sorted[0], sorted.at(-1)]
  if (!most || !least) return ''
  const words = ({ name, change }: typeof most) =>
    change >= 0 ? `「${name}」は${persons(change)}増え` : `「${name}」は${persons(-change)}減り`
  return `${most.until}年までに、${words(most)}、${words(least)}ます。`
}
