import { renderToString } from 'preact-render-to-string'
import { findLedTo } from '#src/features/publication/store/queries/led-to.ts'
import { LedToView } from '#src/features/publication/views/led-to.tsx'
import { PopulationChart } from '#src/lib/chart/population-chart.tsx'
import { svgFile } from '#src/lib/chart/svg-file.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { Section, Stat } from '#src/ui/parts.tsx'
import { ageRows } from '../core/age-table.ts'
import { assumptionLines } from '../core/assumption-lines.ts'
import { courseFinding, courseSentence, courseSeries } from '../core/course-series.ts'
import type { Fan } from '../core/fan.ts'
import { homeRows, resultRows } from '../core/result-rows.ts'
import { type ScenarioRun, tryScenario } from '../core/run-scenario.ts'
import type { PlanningFrame, ResidentCount } from '../core/scenario.ts'
import { findAdoptedFrame, listCounts } from '../store/queries.ts'
import { AgeTable, FanTable, percentOf, whole } from './parts/age-tables.tsx'
import { DecidedBy } from './parts/decided-by.tsx'
import { CourseFigure } from './parts/figures.tsx'
import { HouseholdFigures } from './parts/household-tables.tsx'
import { Sources } from './parts/scenario-head.tsx'

const crumbs = [{ label: '総合計画', href: '/' }]

/** 計画人口: the adopted frame for everybody, with its reason, its width and its sources. */
export const populationPage = page('/population', {
  audience: 'public',
  async show(context): Promise<Screen> {
    const frame = await findAdoptedFrame(context)
    const { run } = { run: undefined, ...(frame ? tryScenario(frame, { withFan: true }) : {}) }
    if (!frame || !run) return nothingYet
    return {
      title: '計画人口',
      crumbs,
      ...(frame.origin === 'invented' ? { isInvented: true } : {}),
      body: (
        <>
          <Population frame={frame} run={run} counts={await listCounts(context)} />
          <LedToView
            ledTo={await findLedTo(context, frame.id)}
            title="この人口が、計画のどこにつながったか"
          />
        </>
      ),
    }
  },
})

const nothingYet: Screen = {
  title: '計画人口は、まだ決まっていません',
  status: 404,
  crumbs,
  body: (
    <div class="l-flow">
      <h1>計画人口は、まだ決まっていません</h1>
      <p class="sb-lead">計画が前提とする人口は、決まるとこのページに出ます。</p>
    </div>
  ),
}

/** All numbers of the adopted frame, tidy. */
export const populationCsv = page('/population/values.csv', {
  audience: 'public',
  async show(context) {
    const frame = found(await findAdoptedFrame(context), '計画人口')
    const tried = tryScenario(frame, { withFan: true })
    if (tried.problems) throw new Refusal('not-found', '計画人口が見つかりません')
    return {
      file: writeCsv([
        ...resultRows([tried.run.result], frame.scenarioName),
        ...homeRows(tried.run, frame.scenarioName),
      ]),
      contentType: 'text/csv; charset=utf-8',
      fileName: 'population-values.csv',
    }
  },
})

type FrameProps = { frame: PlanningFrame; run: ScenarioRun; counts: readonly ResidentCount[] }

function Population({ frame, run, counts }: FrameProps) {
  const { result } = run
  const { year, persons, reason, alternatives, scenarioName } = frame
  const rows = ageRows(result)
  return (
    <>
      <h1>計画人口</h1>
      <p class="sb-lead">
        この計画は、{year}年の人口を{whole(persons)}人と見込んでつくられています。
      </p>
      <Facts {...{ frame, run, counts }} />
      <Course {...{ frame, run, counts }} />
      <Section id="reason" title="この人口とした理由">
        <div class="l-flow">
          <p class="sb-prewrap">{reason}</p>
          <p class="sb-sub">
            <DecidedBy {...frame} />
          </p>
          {alternatives && (
            <>
              <h3>ほかに検討した案</h3>
              <p class="sb-prewrap">{alternatives}</p>
            </>
          )}
        </div>
      </Section>
      <Section id="assumptions" title="前提とした仮定">
        <ul class="sb-list">
          {assumptionLines(frame.assumptions).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Section id="ages" title="年齢別の人口">
        <AgeTable rows={rows} caption={`「${scenarioName}」による年ごとの人口（人）`} />
      </Section>
      {run.households.length + run.workers.length > 0 && (
        <Section id="households" title="世帯と就業者">
          <HouseholdFigures run={run} assumptions={frame.assumptions} />
        </Section>
      )}
      <Method {...{ frame, run, counts }} />
    </>
  )
}

function Facts({ frame, run: { result }, counts }: FrameProps) {
  const latest = counts.at(-1)
  const later = ageRows(result).find(({ year }) => year >= frame.year)
  return (
    <div id="frame" class="l-cols l-cols--4 l-gap">
      <Stat label={`${frame.year}年の計画人口`} value={whole(frame.persons)} unit="人" />
      {latest && <Stat label={`${latest.year}年の人口（実績）`} value={whole(latest.persons)} unit="人" />}
      {later && (
        <Stat label={`${later.year}年の65歳以上`} value={percentOf(later.elderly, later.total)} note="推計" />
      )}
      {later && (
        <Stat label={`${later.year}年の0～14歳`} value={percentOf(later.child, later.total)} note="推計" />
      )}
    </div>
  )
}

/** The drawing of the page as a file of its own. */
export const populationSvg = page('/population/chart.svg', {
  audience: 'public',
  async show(context) {
    const frame = found(await findAdoptedFrame(context), '計画人口')
    const tried = tryScenario(frame, { withFan: true })
    if (tried.problems) throw new Refusal('not-found', '計画人口が見つかりません')
    const series = seriesOf({ frame, run: tried.run, counts: await listCounts(context) })
    const drawn = renderToString(<PopulationChart series={series} size="wide" id="p" />)
    return {
      file: svgFile(drawn, 'p') ?? '',
      contentType: 'image/svg+xml',
      fileName: 'population-chart.svg',
    }
  },
})

const seriesOf = ({ frame, run: { result }, counts }: FrameProps) =>
  courseSeries({
    courses: [{ name: frame.scenarioName, result }],
    counts,
    fan: result.uncertainty,
    frame,
  })

function Course({ frame, run, counts }: FrameProps) {
  const { result } = run
  const fan = result.uncertainty as Fan
  const course = { name: frame.scenarioName, result }
  return (
    <div class="l-section l-section--plain">
      <CourseFigure
        id="p"
        series={seriesOf({ frame, run, counts })}
        title={courseFinding(result)}
        finding={courseSentence(course)}
        table={
          <>
            <CountTable counts={counts} />
            <FanTable fan={fan} caption="推計した総人口とその幅（人）" />
          </>
        }
        csv="/population/values.csv"
        svg="/population/chart.svg"
        note="実線は実績、破線は推計です。幅は、同じくらいの大きさの市町村の過去の推計の誤差から求めました。"
      />
    </div>
  )
}

function CountTable({ counts }: Pick<FrameProps, 'counts'>) {
  return (
    <table class="dads-table dads-table--dense">
      <caption>実績の人口（人）</caption>
      <thead>
        <tr>
          <th scope="col">年</th>
          <th scope="col" class="is-num">
            人口
          </th>
          <th scope="col">出典</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ year, persons, source }) => (
          <tr key={year}>
            <th scope="row">{year}年</th>
            <td class="is-num">{whole(persons)}</td>
            <td>{source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Method({ frame, run: { result }, counts }: FrameProps) {
  return (
    <Section id="method" title="推計の方法と出典">
      <div class="l-flow">
        <p>
          コーホート要因法（男女・年齢ごとに、生き残る割合、転入・転出、出生を仮定して、人口を先へ進める方法）で推計しました。
        </p>
        <Sources inputs={frame.inputs} />
        <ul class="sb-list sb-sub">
          {[...new Set(counts.map(({ source }) => source))].map((source) => (
            <li key={source}>実績：{source}</li>
          ))}
        </ul>
        <p class="sb-sub sb-break">
          入力の控え <code>{frame.inputsHash}</code>　計算の版 {result.engineVersion}　乱数の種 {frame.seed}
        </p>
      </div>
    </Section>
  )
}
