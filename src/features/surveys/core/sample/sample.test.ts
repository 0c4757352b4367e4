import { expect, test } from 'vitest'
import { shuffled } from '#src/lib/text/seeded-random.ts'
import { drawSample, readFrame } from './draw-sample.ts'
import { drawProblem, planForm, planOf } from './sample-plan.ts'
import { noStrata, strataOfText, textOfStrata } from './strata.ts'

const people = Array.from({ length: 100 }, (_, at) => ({
  number: String(at).padStart(3, '0'),
  stratum: at < 70 ? '北' : '南',
}))
const aim = { sample: 20, rule: 'proportional', seed: '1' } as const

test('the same people are drawn whatever the order of the list; another seed draws others', () => {
  const numbers = (seed: string, list = people) =>
    drawSample(list, { ...aim, seed }).drawn.map(({ number }) => number)
  expect(numbers('1', shuffled(people, Math.random))).toEqual(numbers('1'))
  expect(numbers('2')).not.toEqual(numbers('1'))
  expect(new Set(numbers('1')).size).toBe(20)
  const { record } = drawSample(people, aim)
  expect(record).toMatchObject({ seed: '1', frameCount: 100 })
  expect(record.sizes).toEqual([
    { stratum: '北', frame: 70, drawn: 14 },
    { stratum: '南', frame: 30, drawn: 6 },
  ])
  expect(drawSample(people.slice(1), aim).record.frameHash).not.toBe(record.frameHash)
})

test('everybody of a stratum comes in as often as anybody else', () => {
  const times = new Map<string, number>()
  for (let seed = 0; seed < 600; seed++)
    for (const { number } of drawSample(people, { ...aim, seed: String(seed) }).drawn)
      times.set(number, (times.get(number) ?? 0) + 1)
  const counts = [...times.values()]
  expect(times.size).toBe(100)
  expect(Math.min(...counts)).toBeGreaterThan(75)
  expect(Math.max(...counts)).toBeLessThan(170)
})

test('Neyman: strata that differ more in themselves give more; a minimum for each; both are told where they cannot be', () => {
  const read = strataOfText('地区,人口,標準偏差\n北,70,0.1\n南,30,0.5')
  if (read.problem !== undefined) throw new Error(read.problem)
  expect(textOfStrata(read.strata)).toBe('地区,人口,標準偏差\n北,70,0.1\n南,30,0.5')
  const sizes = (more: object) =>
    drawSample(people, { ...aim, rule: 'neyman', strata: read.strata, ...more }).record.sizes.map(
      ({ drawn }) => drawn,
    )
  expect(sizes({ sample: 22 })).toEqual([7, 15])
  expect(sizes({ sample: 22, minimum: 9 })).toEqual([9, 13])
  const plain = { variables: ['地区'], cells: [{ codes: ['北'], population: 70 }] }
  const values = { sample: 20, seed: '1', rule: 'neyman', minimum: null } as const
  expect(drawProblem(plain, values)?.['rule']).toContain('標準偏差')
  expect(drawProblem(read.strata, { ...values, minimum: 15 })?.['minimum']).toContain('30')
  expect(drawProblem(read.strata, values)).toBeUndefined()
  const planned = planOf(planForm.parse({ population: '100', rule: 'neyman' }), plain)
  expect([planned.strata, planned.problem]).toEqual([[], expect.stringContaining('標準偏差')])
  expect(strataOfText('地区,人口,標準偏差\n北,70,').problem).toContain('標準偏差は0より大きい数')
})

test('more people than there are cannot be drawn', () => {
  expect(() => drawSample(people, { ...aim, sample: 101 })).toThrow('母集団100人を超えています')
})

const strata = { variables: ['地区'], cells: [{ codes: ['北'], population: 10 }] }

test.each([
  ['宛名番号,氏名,地区\n1,x,北\n', { line: 1, column: '氏名' }],
  ['宛名番号,お住まいの住所,地区\n1,x,北\n', { line: 1, column: 'お住まいの住所' }],
  ['宛名番号\n1\n', { line: 1, column: '地区' }],
  ['宛名番号,地区\n1,北\n1,北\n', { line: 3, column: '宛名番号' }],
  ['宛名番号,地区\n1,東\n', { line: 2, column: '地区' }],
  ['宛名番号,地区\n1\n', { line: 2, column: '' }],
  ['宛名番号,地区\n', { line: 1, column: '' }],
])('the list %s is refused with its place', (text, finding) => {
  expect(readFrame(text, strata).findings?.[0]).toMatchObject(finding)
})

test('strata are read as typed or pasted from a spreadsheet, and written back the same', () => {
  const read = strataOfText('地区\t年齢\t人口\n伊奈\t18〜39歳\t4,800'.replace('4,800', '4800'))
  expect(read).toEqual({
    strata: { variables: ['地区', '年齢'], cells: [{ codes: ['伊奈', '18〜39歳'], population: 4800 }] },
  })
  expect(textOfStrata(read.problem === undefined ? read.strata : noStrata)).toBe(
    '地区,年齢,人口\n伊奈,18〜39歳,4800',
  )
  for (const bad of [
    '地区\n北',
    '地区,人口',
    '地区,人口\n北,0',
    '地区,人口\n北,1\n北,2',
    '地区,人口\n,1',
    '1,人口\n北,1',
  ])
    expect([bad, strataOfText(bad).problem]).toEqual([bad, expect.any(String)])
})

test('answers and forms needed with and without a known population, and their share of the strata', () => {
  const asked = planForm.parse({ population: '50,000', error: '3', rate: '50', rule: 'proportional' })
  const { answers, forms, margins } = planOf(asked, noStrata)
  expect([answers, forms]).toEqual([1045, 2090])
  expect(margins.find((row) => row.answers === 1045)?.finite).toBeCloseTo(3, 2)
  const open = planOf(planForm.parse({}), noStrata)
  expect([open.answers, open.forms, open.population]).toEqual([385, 963, undefined])
  const two = {
    variables: ['a'],
    cells: [
      { codes: ['x'], population: 900 },
      { codes: ['y'], population: 100 },
    ],
  }
  const divided = planOf(planForm.parse({ rate: '100' }), two)
  expect(divided.strata.map((row) => row.forms)).toEqual([250, 28])
  expect(planForm.safeParse({ error: '0' }).success).toBe(false)
})
