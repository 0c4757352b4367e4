import { readFileSync } from 'node:fs'
import { projectionInputs } from '#src/formats/projection-inputs.ts'
import { readCsv } from '#src/lib/csv/csv.ts'
import type { Context } from '#src/platform/context.ts'
import { type Assumptions, noAssumptions, type PeriodFactors } from './core/assumptions.ts'
import { readCountTable, totalOf } from './core/count-table.ts'
import { type DistrictSet, noDistricts, readDistrictTable, versionOf } from './core/district-set.ts'
import { frameReason } from './core/frame-reason.ts'
import { newcomerProfile } from './core/newcomer-profiles.ts'
import { headshipHead, participationHead, type ReadTable, readRateTable } from './core/rate-tables.ts'
import { tryScenario } from './core/run-scenario.ts'
import type { Origin, ResidentCount } from './core/scenario.ts'
import sampleInputs from './sample/projection-inputs.json' with { type: 'json' }
import { addScenario, adoptFrame, keepCounts, keepDistricts } from './store/commands.ts'
import { getScenario } from './store/queries.ts'

const inputs = projectionInputs.parse(sampleInputs)

/**
 * Five scenarios of the sample town on real figures of つくばみらい市; what is assumed on top of them is invented
 * and said so. The first is adopted.
 */
export async function sample(context: Context) {
  const counts = countsOfTown()
  await keepCounts(context, { counts })
  await keepDistricts(context, { set: districtsOfTown(), seen: versionOf(noDistricts) })
  const rates = ratesOfTown()
  const ids: string[] = []
  for (const { name, note, origin, ...changed } of scenariosOf(counts)) {
    const assumptions: Assumptions = { ...noAssumptions, ...rates, ...changed }
    ids.push(await addScenario(context, { name, note, origin, inputs, assumptions, seed: 2018 }))
  }
  await adopt(context, ids[0] ?? '', counts)
}

async function adopt(context: Context, scenarioId: string, counts: readonly ResidentCount[]) {
  const scenario = await getScenario(context, scenarioId)
  const { run } = { run: undefined, ...tryScenario(scenario) }
  const decision = { year: 2027, roundedTo: 100 }
  await adoptFrame(context, {
    scenarioId,
    revision: 1,
    ...decision,
    reason: run ? frameReason({ scenario, run, counts, ...decision }) : '',
    alternatives:
      '封鎖人口：転入と転出がないという仮定は、実態に合いません。\n開発反映（見本）：開発の戸数と時期がまだ決まっていません。',
    meeting: '策定委員会（見本）',
    decidedOn: '2026-09-30',
  })
}

/** National censuses by sex and age until 2015, and the total of 2020, which is not known by age here. */
function countsOfTown(): ResidentCount[] {
  const csv = readFileSync(new URL('./sample/census.csv', import.meta.url), 'utf8')
  const { counts } = readCountTable(readCsv(csv).rows)
  const byYear = [...(counts.get(inputs.area.code) ?? [])]
  return [
    ...byYear.map(([year, ages]) => ({
      year,
      persons: totalOf(ages),
      ages,
      source: '国勢調査（総務省統計局／aiseed.dev 統計メモ帳を加工）、2016年10月の市域、年齢不詳は按分',
    })),
    { year: 2020, persons: 49_872, source: '令和2年国勢調査、年齢不詳2,190人を含む' },
  ]
}

const ratesInvented =
  '見本（架空）：率の年齢ごとの形は説明のために作りました。実数は令和2年国勢調査（SSDSE-市区町村、統計センターを加工）'

/** Rates of households and workers whose shape by age is invented; what they are fitted to was counted. */
function ratesOfTown(): Pick<Assumptions, 'headship' | 'participation'> {
  const text = (name: string) => readFileSync(new URL(`./sample/${name}`, import.meta.url), 'utf8')
  const { ages } = inputs
  return {
    headship: {
      rows: rowsOf(readRateTable(text('headship.tsv'), { ages, head: headshipHead })),
      fit: { year: 2020, counted: 19_955, among: 49_457 },
      source: ratesInvented,
    },
    participation: {
      rows: rowsOf(readRateTable(text('participation.tsv'), { ages, head: participationHead })),
      // Of 24,545 workers 944 could not be classified: they stay apart. The 42,184 are residents of 15 and older, those of unknown age distributed.
      industries: [
        {
          year: 2020,
          primary: 875 / 24_545,
          secondary: 6541 / 24_545,
          tertiary: 16_185 / 24_545,
          unclassified: 944 / 24_545,
        },
      ],
      fit: { year: 2020, counted: 24_545, among: 42_184 },
      source: ratesInvented,
    },
  }
}

function rowsOf<Row>({ rows, problem }: ReadTable<Row>): Row[] {
  if (!rows) throw new Error(problem)
  return rows
}

/** The counted residents of the town in three districts that do not exist. */
function districtsOfTown(): DistrictSet {
  const text = readFileSync(new URL('./sample/districts.tsv', import.meta.url), 'utf8')
  const { districts, problems } = readDistrictTable(text)
  if (!districts) throw new Error(problems[0])
  const source = '見本（架空）：国勢調査の市の人口を、3つの架空の地区に分けたもの'
  return { basis: 'census-adjusted', source, districts }
}

const factors = (rows: Partial<PeriodFactors>[]): PeriodFactors[] =>
  inputs.periods.map(({ from, to }, at) => ({
    from,
    to,
    fertility: 1,
    inflow: 1,
    outflow: 1,
    ...rows[Math.min(at, rows.length - 1)],
  }))

const sites: Assumptions['sites'] = [
  {
    name: '見本地区A',
    profile: 'family',
    entrants: [2026, 2027, 2028, 2029].map((year) => ({ year, persons: 250 })),
  },
  {
    name: '見本地区B',
    profile: 'residents',
    entrants: [2030, 2031, 2032].map((year) => ({ year, persons: 120 })),
  },
]

/** Families who moved into the developments of 2010–2015: their number is invented, those who lived here were counted. */
function pastDevelopment(counts: readonly ResidentCount[]): Assumptions['guardTable'] {
  const residents = counts.find(({ year }) => year === 2010)?.ages
  if (!residents) throw new Error('the census of 2010 is missing')
  const one = newcomerProfile('family', { ages: inputs.ages, residents: inputs.base })
  const persons = (values: readonly number[]) => values.map((share) => Math.round(share * 600))
  return { kind: 'remove', inflow: { M: persons(one.M), F: persons(one.F) }, residents }
}

type Sample = { name: string; note: string; origin: Origin } & Partial<Assumptions>

const scenariosOf = (counts: readonly ResidentCount[]): Sample[] => [
  {
    name: '社人研準拠（平成30年推計）',
    note: '国立社会保障・人口問題研究所の平成30年推計と同じ結果になる入力です。生残率と純移動率は、公表された結果から逆に求めました。',
    origin: 'published',
  },
  {
    name: '封鎖人口',
    note: '社人研準拠の入力で、転入と転出がないとした場合です。',
    origin: 'published',
    factors: factors([{ inflow: 0, outflow: 0 }]),
  },
  {
    name: '出生率が上がる場合（見本）',
    note: '見本（架空）：出生が2030年までに1.3倍になり、その後は変わらないとした場合です。',
    origin: 'invented',
    factors: factors([{ fertility: 1.05 }, { fertility: 1.15 }, { fertility: 1.25 }, { fertility: 1.3 }]),
  },
  {
    name: '開発反映（見本）',
    note: '見本（架空）：地区の名前、人数、世帯と就業の率は、説明のために作ったものです。',
    origin: 'invented',
    sites,
    guard:
      '見本（架空）：見本地区の開発は新しいもので、過去の移動率の期間（2010～2015年）には入居がありません。',
  },
  {
    name: '開発反映・過去の開発を引く（見本）',
    note: '見本（架空）：「開発反映」と同じ開発ですが、2010～2015年の開発による転入を移動率から引いた場合です。',
    origin: 'invented',
    sites,
    guard: '見本（架空）：2010～2015年に開発で転入した600人は、説明のために作ったものです。',
    guardTable: pastDevelopment(counts),
  },
]
