import { z } from 'zod'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { type ValuePath, valueFor } from '#src/lib/demography/value-path.ts'
import { decimalNumber, optionalWholeNumber } from '#src/lib/form/decimal-number.ts'
import { type Assumptions, factorsOf } from './assumptions.ts'

/** Ways to begin a copy: as it is, or as one of the cases every population vision has. */
export const copyWays = {
  same: 'そのまま写す',
  closed: '封鎖人口（転入・転出なし）',
  simulation1: 'シミュレーション1（出生率が目標まで上がる）',
  simulation2: 'シミュレーション2（出生率が上がり、転入・転出なし）',
} as const
export type CopyWay = keyof typeof copyWays
export const copyWayNames = Object.keys(copyWays) as [CopyWay, ...CopyWay[]]

const rate = (message: string) =>
  decimalNumber(message)
    .refine((value) => value === null || (value >= 0.5 && value <= 4), message)
    .default(null)

/** The fields of the two simulations; the national worksheet has 2.1 in 2030. */
export const simulationFields = {
  way: z.enum(copyWayNames, { error: '写し方を選んでください' }).default('same'),
  presentRate: rate('いまの合計特殊出生率は、0.5から4までの数で書いてください'),
  goalRate: rate('目標の合計特殊出生率は、0.5から4までの数で書いてください'),
  goalYear: optionalWholeNumber('目標の年は西暦で書いてください').default(null),
}
type Simulation = z.infer<z.ZodObject<typeof simulationFields>>

/** What is missing or impossible for a way of copying, by field. */
export function copyProblems(
  { way, presentRate, goalRate, goalYear }: Simulation,
  { periods }: Pick<ProjectionInputs, 'periods'>,
): Record<string, string> {
  const problems: Record<string, string> = {}
  if (way !== 'same' && way !== 'simulation1') {
    const usesPool = periods.some(({ migration }) => migration.kind === 'out-alloc')
    if (usesPool) problems['way'] = '転出率と配分率で推計するケースは、転入・転出なしにできません'
  }
  if (way === 'same' || way === 'closed') return problems
  const [first, last] = [periods[0]?.from ?? 0, periods.at(-1)?.to ?? 0]
  if (presentRate === null) problems['presentRate'] = 'いまの合計特殊出生率を書いてください'
  if (goalRate === null) problems['goalRate'] = '目標の合計特殊出生率を書いてください'
  if (goalYear === null || goalYear <= first || goalYear > last) {
    problems['goalYear'] = `目標の年は、${first + 1}年から${last}年までの西暦で書いてください`
  }
  return problems
}

/**
 * The assumptions of a copy. Fertility moves in a straight line from the present total fertility at the start
 * to its goal and stays there, as a factor on what the scenario has; without moves nobody enters a site either.
 */
export function copiedAssumptions(
  { inputs, assumptions }: { inputs: ProjectionInputs; assumptions: Assumptions },
  { way, presentRate, goalRate, goalYear }: Simulation,
): Assumptions {
  if (way === 'same') return assumptions
  const isClosed = way !== 'simulation1'
  const start = inputs.periods[0]?.from ?? 0
  const path: ValuePath | undefined =
    way === 'closed' || presentRate === null || goalRate === null || goalYear === null
      ? undefined
      : {
          kind: 'linear',
          from: { year: start, value: 1 },
          to: { year: goalYear, value: goalRate / presentRate },
        }
  const factors = factorsOf(inputs, assumptions.factors).map((row) => ({
    ...row,
    fertility: path ? Math.round(row.fertility * valueFor(path, row) * 1e6) / 1e6 : row.fertility,
    ...(isClosed ? { inflow: 0, outflow: 0 } : {}),
  }))
  return { ...assumptions, factors, ...(isClosed ? { sites: [], guard: '', guardTable: undefined } : {}) }
}

/** What was assumed, for the note of the copy. */
export function copyNote({ way, presentRate, goalRate, goalYear }: Simulation): string | undefined {
  if (way === 'same') return undefined
  if (way === 'closed') return '転入と転出がないとした場合です（封鎖人口）。'
  const rises = `合計特殊出生率が、${presentRate}から${goalYear}年に${goalRate}まで直線で変わり、その後は変わらない`
  return way === 'simulation1'
    ? `${rises}とした場合です（シミュレーション1）。`
    : `${rises}、転入と転出もないとした場合です（シミュレーション2）。`
}
