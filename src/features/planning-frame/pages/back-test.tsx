import { sizeClasses, sizeClassOf } from '#src/lib/demography/backtest.ts'
import { sdAfterFiveYears } from '#src/lib/demography/error-model.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import type { Context } from '#src/platform/context.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, EmptyState, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { countedClasses } from '../core/counted-classes.ts'
import { tryScenario } from '../core/run-scenario.ts'
import { backTestScenario, type ScenarioBackTest } from '../core/scenario-back-test.ts'
import { findAdoptedFrame, getScenario, listCounts } from '../store/queries.ts'
import { countsAddress } from './parts/addresses.ts'
import { whole } from './parts/age-tables.tsx'
import { cityInStatistics } from './parts/city-in-statistics.ts'
import { ScenarioHead, scenarioScreen, Unprojectable } from './parts/scenario-head.tsx'

/** 検証: what this scenario and simple methods said, and what was counted. */
export const backTestPage = page('/staff/frame/:scenarioId/back-test', {
  audience: 'staff',
  async show(context, { params }): Promise<Screen> {
    const scenario = await getScenario(context, params.scenarioId)
    const [frame, counts] = [await findAdoptedFrame(context), await listCounts(context)]
    const tried = tryScenario(scenario)
    const persons = [...scenario.inputs.base.M, ...scenario.inputs.base.F].reduce((sum, one) => sum + one, 0)
    return {
      ...scenarioScreen(scenario, '/back-test'),
      body: (
        <>
          <ScenarioHead scenario={scenario} tab="/back-test" isAdopted={frame?.scenarioId === scenario.id} />
          {tried.problems ? (
            <Unprojectable problems={tried.problems} />
          ) : (
            <BackTest
              test={backTestScenario(tried.run, {
                name: scenario.name,
                counts,
                ...(await knownOfCity(context, scenario.inputs.area.code)),
              })}
            />
          )}
          <Size persons={persons} />
          <AboutScreen>
            <p>
              過去のある年までの実績だけから先の年を推計し、あとで数えられた人口とくらべます。このケースの行は、ケースの始まりの年から、実績のある年までの推計です。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})

/** What the statistics know of the city: published projections, and age classes of censuses. */
async function knownOfCity(context: Context, areaCode: string) {
  const { area, published } = await cityInStatistics(context, areaCode)
  return { published, classes: area ? countedClasses(area) : [] }
}

const percent = (value: number) => `${value > 0 ? '＋' : ''}${groupedNumber(value, 1)}％`

function BackTest({ test: { rows, ages } }: { test: ScenarioBackTest }) {
  if (rows.length === 0) {
    return (
      <EmptyState title="くらべられる実績の人口がありません。">
        <p>
          5年おきの実績の人口を3回分入れると、過去の推計とくらべられます。
          <a href={countsAddress}>実績の人口を入れる</a>
        </p>
      </EmptyState>
    )
  }
  return (
    <>
      <Section id="totals" title="総人口：推計と実績">
        <ScrollFrame label="総人口の推計と実績">
          <table class="dads-table dads-table--wide">
            <caption>総人口の推計と実績（人）</caption>
            <thead>
              <tr>
                <th scope="col">推計のしかた</th>
                <th scope="col">始まりの年と先の年</th>
                {['推計', '実績', '誤差'].map((label) => (
                  <th key={label} scope="col" class="is-num">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.method}${row.from}${row.year}`}>
                  <th scope="row">{row.method}</th>
                  <td class="is-nowrap">
                    {row.from}年→{row.year}年
                  </td>
                  <td class="is-num">{whole(row.projected)}</td>
                  <td class="is-num">{whole(row.counted)}</td>
                  <td class="is-num">{percent(row.percent)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      </Section>
      {ages && <Ages ages={ages} />}
    </>
  )
}

function Ages({ ages: { year, methods, rows, note } }: { ages: NonNullable<ScenarioBackTest['ages']> }) {
  const caption = `${year}年の年齢別の推計と実績（人）。推計の下は、実績に対する誤差`
  return (
    <Section id="ages" title={`年齢別：${year}年の推計と実績`}>
      <ScrollFrame label={caption}>
        <table class="dads-table dads-table--wide">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">年齢</th>
              <th scope="col" class="is-num">
                実績
              </th>
              {methods.map((method) => (
                <th key={method} scope="col" class="is-num">
                  {method}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, counted, cells }) => (
              <tr key={label}>
                <th scope="row" class="is-nowrap">
                  {label}
                </th>
                <td class="is-num">{whole(counted)}</td>
                {cells.map(({ projected, percent: error }, at) => (
                  <td key={methods[at]} class="is-num">
                    {whole(projected)}
                    <div class="sb-sub">{error === undefined ? <NoValue /> : percent(error)}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {note && <p class="sb-sub">{note}</p>}
    </Section>
  )
}

/** How good published projections were for municipalities of this size: what the width of the fan rests on. */
function Size({ persons }: { persons: number }) {
  const at = sizeClassOf(persons)
  const deviation = (sdAfterFiveYears[at] ?? 0) * 100
  return (
    <p class="l-measure l-gap">
      全国の{sizeClasses[at]?.label}の市町村では、社人研の平成30年推計の5年後の誤差は、標準偏差
      {groupedNumber(deviation, 1)}％でした。推計の幅は、これに合わせています。
    </p>
  )
}
