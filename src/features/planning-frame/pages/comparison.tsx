import { explainDifference } from '#src/lib/demography/explain-difference.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, Banner, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { comparedRows } from '../core/comparison-rows.ts'
import { courseSeries } from '../core/course-series.ts'
import { differenceSentences } from '../core/difference-words.ts'
import { type OverviewRow, overviewOf, overviewYears } from '../core/overview.ts'
import { listCounts, listScenarios } from '../store/queries.ts'
import { frameCrumb, scenarioAddress } from './parts/addresses.ts'
import { AgeTable, signed } from './parts/age-tables.tsx'
import { type Chosen, ComparisonForm } from './parts/comparison-form.tsx'
import { CourseFigure } from './parts/figures.tsx'

/** ケースの比較: any number of cases beside one, in one year, and one sentence for each driver of each difference. */
export const comparisonPage = page('/staff/frame/comparison', {
  audience: 'staff',
  async show(context, { url }): Promise<Screen> {
    const overview = overviewOf(await listScenarios(context))
    const counts = await listCounts(context)
    const chosen = chosenIn(url.searchParams, overview)
    const { year } = chosen
    const reference = overview.find(({ scenario }) => scenario.id === chosen.reference)
    const others = overview.filter(
      (one) => chosen.others.includes(one.scenario.id) && one !== reference && one.run !== undefined,
    )
    const cases = reference?.run ? [reference, ...others] : []
    return {
      title: 'ケースの比較',
      crumbs: [frameCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>ケースの比較</h1>
          </div>
          <ComparisonForm overview={overview} chosen={chosen} />
          {reference?.run && others.length > 0 ? (
            <>
              <Numbers cases={cases} year={year} />
              {others.map((other) => (
                <Difference key={other.scenario.id} {...{ reference, other, year }} />
              ))}
              <div class="l-gap">
                <CourseFigure
                  id="d"
                  series={courseSeries({ courses: coursesOf(cases), counts })}
                  title="ケースごとの人口の見通し"
                  note={cases.length > 6 ? '図には、はじめの6つのケースだけを描いています。' : undefined}
                  table={cases.map(({ scenario, rows = [] }) => (
                    <AgeTable key={scenario.id} rows={rows} caption={`${scenario.name}（人）`} />
                  ))}
                />
              </div>
            </>
          ) : (
            <p class="l-gap">もとにするケースと、それとは別のくらべるケースを1つ以上選んでください。</p>
          )}
          <AboutScreen>
            <p>
              人口の違いを、推計の始めからその年までの出生・死亡・転入転出・開発の違いに分けています。子ども女性比を使うケースでは、出生と乳児の死亡・移動を分けられないので、「0～4歳の子どもの数」として示します。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})

/** What was asked for; before a choice every case beside the first, in the last year. */
function chosenIn(asked: URLSearchParams, overview: readonly OverviewRow[]): Chosen {
  const cases = overview.filter(({ run }) => run).map(({ scenario }) => scenario.id)
  const year = Number(asked.get('year')) || (overviewYears(overview).at(-1) ?? 0)
  const reference = asked.get('reference')
  if (reference === null) return { reference: cases[0] ?? '', others: cases.slice(1), year }
  return { reference, others: asked.getAll('other'), year }
}

const coursesOf = (cases: readonly OverviewRow[]) =>
  cases.flatMap(({ scenario, run }) => (run ? [{ name: scenario.name, result: run.result }] : []))

/** The numbers of the year, a column a case, each with its difference from the first. */
function Numbers({ cases, year }: { cases: readonly OverviewRow[]; year: number }) {
  const rows = comparedRows(cases, year)
  const caption = `${year}年の数と、もとにするケースとの違い（人、世帯）`
  if (rows.length === 0) return null
  return (
    <Section id="numbers" title={`${year}年のくらべ`}>
      <ScrollFrame label={caption}>
        <table class="dads-table dads-table--wide">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">区分</th>
              {cases.map(({ scenario }) => (
                <th key={scenario.id} scope="col" class="is-num">
                  <a href={scenarioAddress(scenario.id)}>{scenario.name}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, values: [from, ...others] }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <NumberCell value={from} />
                {others.map((value, at) => (
                  <NumberCell key={cases[at + 1]?.scenario.id} value={value} from={from} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </Section>
  )
}

type NumberCellProps = { value: number | undefined; from?: number | undefined }

function NumberCell({ value, from }: NumberCellProps) {
  if (value === undefined) {
    return (
      <td class="is-num">
        <NoValue words="このケースにはありません" />
      </td>
    )
  }
  return (
    <td class="is-num">
      {groupedNumber(value, 0)}
      {from !== undefined && <div class="sb-sub">{signed(value - from)}</div>}
    </td>
  )
}

type PairProps = { reference: OverviewRow; other: OverviewRow; year: number }

function Difference({ reference, other, year }: PairProps) {
  const sentences = sentencesOf({ reference, other, year })
  if (!sentences) {
    return (
      <Banner tone="warn" title={`「${other.scenario.name}」の違いは、この年では分けられません。`}>
        <p>推計の始まりの年と間隔が同じケースどうしを、両方にある年でくらべます。</p>
      </Banner>
    )
  }
  const [whole, ...drivers] = sentences
  return (
    <Section id={`difference-${other.scenario.id}`} title={`${other.scenario.name}：違いのわけ`}>
      <p class="l-measure">
        <b>{whole}</b>
      </p>
      <ul class="sb-list l-gap">
        {drivers.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  )
}

/** One sentence for the whole, one a driver; nothing where the two have no common course until the year. */
function sentencesOf({ reference, other, year }: PairProps): string[] | undefined {
  const [one, two] = [reference.run?.result, other.run?.result]
  if (!one || !two) return undefined
  const until = one.years.indexOf(year) + 1
  if (until < 1 || one.years.slice(0, until).join() !== two.years.slice(0, until).join()) return undefined
  return differenceSentences(explainDifference(one, two, year), {
    reference: reference.scenario.name,
    other: other.scenario.name,
  })
}
