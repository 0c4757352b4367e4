import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { DataPoint } from '#src/formats/plan-parts.ts'
import { fiscalYearDual } from '#src/lib/japanese/fiscal-year.ts'
import { type FramePopulation, type FrameYear, personsOfAges, residentsMeant } from './frame-years.ts'

/** An indicator whose denominator is residents, with what the frame says for its years. */
export type DenominatorUse = {
  indicatorId: string
  name: string
  denominator: string
  unit: string
  baseline: YearUse
  target: YearUse | undefined
}
/** `persons` is absent where the frame does not reach the year or its ages do not tell; `counted` is the share of them. */
export type YearUse = { year: number; value: number | null; persons?: number; counted?: number }

/** The indicators of a plan that divide by residents: their numbers change when another frame is adopted. */
export function denominatorUses(
  { indicators }: Pick<PlanDocument, 'indicators'>,
  frame: FramePopulation,
): DenominatorUse[] {
  return indicators.flatMap((indicator) => {
    const { id, name, formula, unit, baseline, target } = indicator
    const band = formula ? residentsMeant(formula.denominator) : undefined
    if (!formula || !band) return []
    const use = (value: Indicator['baseline'] | NonNullable<Indicator['target']>): YearUse => {
      const year = frame.years.find((one) => one.year === value.fiscalYear)
      const persons = year && personsOfAges(frame, year, band)
      const counted =
        persons !== undefined && value.value !== null ? partOf(value.value, unit, persons) : undefined
      return {
        year: value.fiscalYear,
        value: value.value,
        ...(persons === undefined ? {} : { persons }),
        ...(counted === undefined ? {} : { counted }),
      }
    }
    const uses = { baseline: use(baseline), target: target ? use(target) : undefined }
    return [{ indicatorId: id, name, denominator: formula.denominator, unit, ...uses }]
  })
}

/** How many residents a percentage is; of another unit nothing is said. */
const partOf = (value: number, unit: string, persons: number) =>
  /^[%％]$/.test(unit.trim()) ? (persons * value) / 100 : undefined

export const frameFigures = {
  frame: '計画人口',
  child: '0～14歳の人口',
  workingAge: '15～64歳の人口',
  elderly: '65歳以上の人口',
  households: '世帯数',
  workers: '就業者数',
} as const
export type FrameFigure = keyof typeof frameFigures
export const frameFigureNames = Object.keys(frameFigures) as FrameFigure[]

/** The figures of the frame's year that texts may quote, with where they come from. */
export function frameDataPoints(
  frame: FramePopulation,
): { figure: FrameFigure; point: Omit<DataPoint, 'id'> }[] {
  const year = frame.years.find((one) => one.year === frame.frameYear)
  return frameFigureNames.flatMap((figure) => {
    const value = figure === 'frame' ? frame.framePersons : valueOfYear(year, figure)
    if (value === undefined) return []
    return [
      {
        figure,
        point: {
          label: `${frameFigures[figure]}（${frame.frameYear}年）`,
          value: Math.round(value),
          unit: figure === 'households' ? '世帯' : '人',
          asOf: fiscalYearDual(frame.frameYear).replaceAll('年度', '年'),
          source: {
            kind: 'statistic',
            ref: `計画フレーム（${frame.scenarioName}）`,
            cell: `${cellStart}${frame.frameId}/${figure}@${frame.frameYear}`,
          },
        },
      },
    ]
  })
}

const valueOfYear = (year: FrameYear | undefined, figure: Exclude<FrameFigure, 'frame'>) => year?.[figure]

const cellStart = 'planning-frame/'

/** Figures of the plan that came from a frame that is not the adopted one any more. */
export const outdatedPoints = (
  { dataPoints }: Pick<PlanDocument, 'dataPoints'>,
  frameId: string | undefined,
) =>
  dataPoints.filter(
    ({ source: { cell = '' } }) =>
      cell.startsWith(cellStart) && !(frameId && cell.startsWith(`${cellStart}${frameId}/`)),
  )
