import { expect, test } from 'vitest'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { noAssumptions } from './assumptions.ts'
import { denominatorUses, frameDataPoints, outdatedPoints } from './frame-uses.ts'
import { type FramePopulation, frameYears } from './frame-years.ts'
import { runScenario } from './run-scenario.ts'

const inputs = inputsOf(oneCity(), 'life-table-and-rates')
const assumptions = { ...noAssumptions, households: { size: 2.5, change: 0, floor: 1 } }
const frame: FramePopulation = {
  frameId: 'fr_0000000001',
  scenarioName: '社人研準拠',
  frameYear: 2025,
  framePersons: 52_100,
  basis: inputs.basis,
  ages: inputs.ages,
  years: frameYears(runScenario({ inputs, assumptions, seed: 1 })),
}
const indicator = (denominator: string, unit: string, fiscalYear: number) => ({
  id: 'in_0000000001',
  name: '指標',
  unit,
  formula: { numerator: '参加した人', denominator, denominatorSource: '' },
  baseline: { fiscalYear, value: 10 },
  target: null,
})
const planOf = (...indicators: ReturnType<typeof indicator>[]) => ({ indicators }) as unknown as PlanDocument

test('an indicator over residents gets those of the frame, and how many a percentage is', () => {
  const [all, old, other] = denominatorUses(
    planOf(
      indicator('人口', '％', 2025),
      indicator('65歳以上の人口', '人', 2030),
      indicator('40〜74歳の加入者数', '％', 2025),
      indicator('人口', '％', 2060),
    ),
    frame,
  )
  expect(all?.baseline.persons).toBeCloseTo(52_078, 0)
  expect(all?.baseline.counted).toBeCloseTo(5_207.8, 0)
  expect(old?.baseline.counted).toBeUndefined()
  expect(old?.baseline.persons).toBeGreaterThan(10_000)
  expect(other?.baseline).toEqual({ year: 2060, value: 10 })
})

test('figures of the frame name it, and those of another frame are told', () => {
  const points = frameDataPoints(frame)
  expect(points.map(({ figure }) => figure)).toEqual([
    'frame',
    'child',
    'workingAge',
    'elderly',
    'households',
  ])
  expect(points[0]?.point).toMatchObject({ label: '計画人口（2025年）', value: 52_100, unit: '人' })
  const dataPoints = points.map(({ point }) => ({ ...point, id: 'dp_0000000001' }))
  expect(outdatedPoints({ dataPoints }, 'fr_0000000001')).toEqual([])
  expect(outdatedPoints({ dataPoints }, 'fr_0000000002')).toHaveLength(5)
})
