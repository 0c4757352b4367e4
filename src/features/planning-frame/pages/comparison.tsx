import { explainDifference } from '#src/lib/demography/explain-difference.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, Banner, ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { AgeRow } from '../core/age-table.ts'
import { courseSeries } from '../core/course-series.ts'
import { differenceSentences } from '../core/difference-words.ts'
import { type OverviewRow, overviewOf } from '../core/overview.ts'
import { listCounts, listScenarios } from '../store/queries.ts'
import { frameCrumb, scenarioAddress } from './parts/addresses.ts'
import { AgeTable, signed, whole } from './parts/age-tables.tsx'
import { ComparisonForm } from './parts/comparison-form.tsx'
import { CourseFigure } from './parts/figures.tsx'

/** 2つのケースの比較: both courses, both age structures, and one sentence for each driver of the difference. */
export const comparisonPage = page('/staff/frame/comparison', {
  audience: 'staff',
  async show(context, { url }): Promise<Screen> {
    const overview = overviewOf(await listScenarios(context))
    const counts = await listCounts(context)
    const named = (name: string) =>
      overview.find(({ scenario }) => scenario.id === url.searchParams.get(name))
    const [reference, other] = [named('reference'), named('other')]
    const year = Number(url.searchParams.get('year'))
    const chosen = {
      ...(reference ? { reference: reference.scenario.id } : {}),
      ...(other ? { other: other.scenario.id } : {}),
      ...(year > 0 ? { year } : {}),
    }
    const series =
      reference?.run && other?.run
        ? courseSeries({
            courses: [reference, other].map(({ scenario, run }) => ({
              name: scenario.name,
              result: (run as NonNullable<typeof run>).result,
            })),
            counts,
          })
        : undefined
    return {
      title: 'ケースの比較',
      crumbs: [frameCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>ケースの比較</h1>
          </div>
          <ComparisonForm overview={overview} chosen={chosen} />
          {reference && other && series ? (
            <>
              <Differences reference={reference} other={other} year={year} />
              <div class="l-gap">
                <CourseFigure
                  id="d"
                  series={series}
                  title="2つのケースの人口の見通し"
                  table={[reference, other].map(({ scenario, rows = [] }) => (
                    <AgeTable key={scenario.id} rows={rows} caption={`${scenario.name}（人）`} />
                  ))}
                />
              </div>
            </>
          ) : (
            <p class="l-gap">くらべる2つのケースと年を選んでください。</p>
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

type PairProps = { reference: OverviewRow; other: OverviewRow; year: number }

function Differences({ reference, other, year }: PairProps) {
  const sentences = sentencesOf({ reference, other, year })
  if (!sentences) {
    return (
      <Banner tone="warn" title="この年では、2つのケースをくらべられません。">
        <p>推計の始まりの年と間隔が同じケースどうしを、両方にある年でくらべます。</p>
      </Banner>
    )
  }
  const [whole, ...drivers] = sentences
  const rows = [reference, other].flatMap(({ rows: all = [] }) => all.filter((row) => row.year === year))
  const [from, to] = rows
  return (
    <Section id="difference" title={`${year}年の違い`}>
      <p class="l-measure">
        <b>{whole}</b>
      </p>
      <ul class="sb-list l-gap">
        {drivers.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {from && to && <ClassTable {...{ reference, other, from, to }} />}
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

const classes = [
  ['総人口', 'total'],
  ['0～14歳', 'child'],
  ['15～64歳', 'workingAge'],
  ['65歳以上', 'elderly'],
  ['20～39歳の女性', 'women20to39'],
] as const

type ClassProps = Omit<PairProps, 'year'> & { from: AgeRow; to: AgeRow }

function ClassTable({ reference, other, from, to }: ClassProps) {
  const caption = `${from.year}年の年齢別の人口の違い（人）`
  return (
    <ScrollFrame label={caption}>
      <table class="dads-table l-gap">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">区分</th>
            {[reference, other].map(({ scenario }) => (
              <th key={scenario.id} scope="col" class="is-num">
                <a href={scenarioAddress(scenario.id)}>{scenario.name}</a>
              </th>
            ))}
            <th scope="col" class="is-num">
              違い
            </th>
          </tr>
        </thead>
        <tbody>
          {classes.map(([label, key]) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td class="is-num">{whole(from[key])}</td>
              <td class="is-num">{whole(to[key])}</td>
              <td class="is-num">{signed(to[key] - from[key])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
