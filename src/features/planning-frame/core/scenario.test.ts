import { expect, test } from 'vitest'
import { inventedInputs } from '#test/demography/invented-inputs.ts'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { ageRows, personsInYear } from './age-table.ts'
import { assumptions, noAssumptions, type PeriodFactors } from './assumptions.ts'
import { courseFinding, courseSentence, courseSeries } from './course-series.ts'
import { frameNumber, frameReason } from './frame-reason.ts'
import { overviewOf, overviewYears } from './overview.ts'
import { readUploaded } from './read-uploaded.ts'
import { runScenario, tryScenario } from './run-scenario.ts'
import type { ResidentCount, Scenario } from './scenario.ts'
import { backTestScenario } from './scenario-back-test.ts'
import { enteredOf, readScenarioForm } from './scenario-form.ts'
import { answerTarget, chanceSentence, targetSentence } from './target-question.ts'

const city = inputsOf(oneCity(), 'life-table-and-rates')
const scenario: Scenario = {
  id: 'sc_0000000001',
  name: '社人研準拠',
  note: '',
  origin: 'published',
  inputs: city,
  assumptions: noAssumptions,
  seed: 1,
  revision: 1,
  updatedAt: '2026-04-01T00:00:00.000Z',
}
const run = runScenario(scenario)
const counts: ResidentCount[] = [{ year: 2020, persons: 49_872, source: '令和2年国勢調査' }]

test('a scenario without assumptions is the published projection', () => {
  expect(ageRows(run.result).map(({ total }) => total)).toEqual([
    49_136, 50_834, 52_078, 52_868, 53_180, 53_140, 52_884,
  ])
  for (const { total, child, workingAge, elderly } of ageRows(run.result)) {
    expect(child + workingAge + elderly).toBe(total)
  }
})

test('without any net inflow and outflow it is the closed population', () => {
  const factors: PeriodFactors[] = city.periods.map(({ from, to }) => ({
    from,
    to,
    fertility: 1,
    inflow: 0,
    outflow: 0,
  }))
  const closed = runScenario({ ...scenario, assumptions: { ...noAssumptions, factors } })
  expect(ageRows(closed.result).at(-1)?.total).toBe(44_945)
})

test('entrants of a site need a reason why they are not counted twice', () => {
  const sites = [{ name: '駅東', profile: 'young' as const, entrants: [{ year: 2026, persons: 500 }] }]
  const without = tryScenario({ ...scenario, assumptions: { ...noAssumptions, sites } })
  expect(without.problems?.[0]?.code).toBe('E-DEV')
  const guarded = { ...noAssumptions, sites, guard: '過去に開発はありません' }
  const developed = runScenario({ ...scenario, assumptions: guarded })
  const more = (personsInYear(developed.result, 2030) ?? 0) - (personsInYear(run.result, 2030) ?? 0)
  expect(more).toBeGreaterThan(500)
  expect(more).toBeLessThan(600)
})

test('the number of a year in between lies on the straight line, and is rounded', () => {
  expect(frameNumber(run, { year: 2027, roundedTo: 100 })).toEqual({ persons: 52_400, exactPersons: 52_394 })
  expect(frameNumber(run, { year: 2046, roundedTo: 100 })).toBeUndefined()
})

test('the reason tells the count, the number, what is known of its error, and the rounding', () => {
  const reason = frameReason({ scenario, run, counts, year: 2027, roundedTo: 100 })
  expect(reason).toContain('2020年の人口は49,872人です（令和2年国勢調査）。')
  expect(reason).toContain('2020年の値は50,834人で、実績より1.9％多くなっています。')
  expect(reason).toContain('2027年に52,394人となります（前後の推計の間を直線で結んだ値）。')
  expect(reason).toContain('標準偏差1.8％')
  expect(reason).toContain('計画人口を52,400人とします。')
})

test('the scenario carries its back-test: 1.9 % above the census of 2020', () => {
  const { rows, ages } = backTestScenario(run, { name: '社人研準拠', counts })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ method: '社人研準拠', from: 2015, year: 2020, counted: 49_872 })
  expect(rows[0]?.percent).toBeCloseTo(1.93, 2)
  expect(ages).toBeUndefined()
})

test('simple methods are tested on counts ten, five and no years before', () => {
  const [base] = [city.base]
  const ages = { M: [...base.M], F: [...base.F] }
  const three = [2005, 2010, 2015].map((year) => ({ year, persons: 49_136, ages, source: '' }))
  const tested = backTestScenario(run, { name: '', counts: three })
  expect(tested.rows.map(({ method }) => method)).toEqual(['コーホート変化率法', '直線延長', '変化なし'])
  expect(tested.rows[1]?.percent).toBe(0)
  expect(tested.ages).toMatchObject({ year: 2015, methods: ['コーホート変化率法', '直線延長', '変化なし'] })
  expect(tested.ages?.rows.map(({ cells }) => cells[2]?.percent)).toEqual([0, 0, 0, 0, 0])
})

test('the migration that is asked for gives the number that was wanted', () => {
  const answer = answerTarget(run.inputs, { year: 2045, persons: 60_000, profile: 'family' })
  expect(answer.isReached).toBe(true)
  const { personsPerYear, firstYear } = answer
  const entrants = Array.from({ length: 30 }, (_, at) => ({ year: firstYear + at, persons: personsPerYear }))
  const sites = [{ name: '目標', profile: 'family' as const, entrants }]
  const reached = runScenario({ ...scenario, assumptions: { ...noAssumptions, sites, guard: '上乗せ' } })
  expect(personsInYear(reached.result, 2045)).toBeCloseTo(60_000, 0)
  expect(targetSentence(answer)).toMatch(/^2045年に60,000人にするには、.*多い転入.*必要です。$/)
  const less = answerTarget(run.inputs, { year: 2045, persons: 40_000, profile: 'residents' })
  expect(targetSentence(less)).toContain('少なくなければなりません')
  const beyond = answerTarget(run.inputs, { year: 2020, persons: 900_000, profile: 'young' })
  expect(targetSentence(beyond)).toContain('届きません')
})

test('how likely a number is, in words no finer than the draws allow', () => {
  const question = { year: 2045, persons: 60_000, profile: 'family' } as const
  expect(chanceSentence(question, 0.214)).toContain('2045年に60,000人を上回る見込みは、およそ21％です')
  expect(chanceSentence(question, 0)).toContain('1％未満')
  expect(chanceSentence(question, 1)).toContain('99％より大きい')
})

test('the course in a heading and in a sentence', () => {
  expect(courseFinding(run.result)).toBe('人口は、2035年ごろまで増え、その後は減ります')
  expect(courseSentence({ name: '社人研準拠', result: run.result })).toBe(
    '「社人研準拠」では、2015年の49,136人が、2035年の53,180人を最多として、2045年に52,884人となります。',
  )
})

test('the chart has the fan of the first scenario, the widest band first', () => {
  const { result } = runScenario(scenario, { withFan: true })
  const series = courseSeries({ courses: [{ name: 'あ', result }], counts, fan: result.uncertainty })
  expect(series.fan?.map(({ name }) => name)).toEqual(['95％の幅', '80％の幅', '50％の幅'])
  const [wide, , narrow] = (series.fan ?? []).map(({ edges }) => edges.at(-1))
  expect((wide?.high ?? 0) - (wide?.low ?? 0)).toBeGreaterThan((narrow?.high ?? 0) - (narrow?.low ?? 0))
  expect(series.history).toEqual([{ year: 2020, persons: 49_872 }])
})

test('a form as it is shown is read as it was saved; mistakes stand at their fields', () => {
  const entered = enteredOf(scenario)
  expect(readScenarioForm(entered, scenario).content).toMatchObject({
    name: '社人研準拠',
    assumptions: noAssumptions,
  })
  const { problems } = readScenarioForm({ ...entered, name: '', seed: '-1' }, scenario)
  expect(Object.keys(problems ?? {}).sort()).toEqual(['name', 'seed'])
  const unguarded = readScenarioForm({ ...entered, sites: '駅東\t2026\t10' }, scenario)
  expect(unguarded.problems?.['guard']).toContain('二重に数えていない理由')
  expect(assumptions.safeParse({ factor: [] }).success).toBe(false)
})

test('single years and other ways of migration and births go through the room as well', () => {
  for (const shape of [{ width: 1, openFrom: 100, steps: 12 }, { migration: 'out-alloc' }] as const) {
    const inputs = inventedInputs(shape)
    const read = readUploaded(JSON.stringify(inputs), {
      areaCode: inputs.area.code,
      distributeUnknown: false,
    })
    expect(read.refusals).toBeUndefined()
    const one = { ...scenario, inputs }
    const overview = overviewOf([one, scenario])
    expect(overviewYears(overview).length).toBeLessThanOrEqual(8)
    const { result } = runScenario(one, { withFan: true })
    expect(courseSeries({ courses: [{ name: 'あ', result }], fan: result.uncertainty }).fan).toHaveLength(3)
    expect(readScenarioForm(enteredOf(one), one).content?.assumptions).toEqual(noAssumptions)
    const [from] = inputs.periods.map((period) => period.from)
    const sites = `駅東\t${from}\t100\t若者`
    const developed = readScenarioForm({ ...enteredOf(one), sites, guard: '新しい開発' }, one)
    expect(developed.content?.assumptions.sites).toHaveLength(1)
  }
})

test('a file is taken in for the city it belongs to, and refused with a reason otherwise', () => {
  const options = { areaCode: '08235', distributeUnknown: false }
  const read = (value: unknown) => readUploaded(JSON.stringify(value), options)
  expect(read(city)).toMatchObject({ inputs: { area: { code: '08235' } } })
  const other = { ...city, area: { ...city.area, code: '08220', name: 'つくば市' } }
  expect(read([other, city])).toMatchObject({ inputs: { area: { code: '08235' } } })
  expect(read(other).refusals?.[0]).toContain('つくば市')
  expect(read({ ...city, base: { ...city.base, unknown: { M: 5, F: 5 } } }).refusals?.[0]).toContain('E-UNK')
  expect(readUploaded('{"schema":', options).refusals?.[0]).toContain('JSONとして読めません')
})
