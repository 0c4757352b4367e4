import { z } from 'zod'
import { decimalNumber, optionalWholeNumber } from '#src/lib/form/decimal-number.ts'
import { wholeNumber } from '#src/lib/form/whole-number.ts'
import { type AllocationAim, allocateSample } from '#src/lib/statistics/sample/allocate-sample.ts'
import { formsToSend, marginOfError, neededAnswers } from '#src/lib/statistics/sample/sample-size.ts'
import { hasDeviations, populationOf, type Strata, stratumName } from './strata.ts'

const rule = z.enum(['proportional', 'equal', 'neyman']).default('proportional')

const percent = (message: string, [least, most]: readonly [number, number]) =>
  decimalNumber(message).refine((value) => value === null || (value >= least && value <= most), message)

const fewest = optionalWholeNumber('層ごとの最少は0以上の整数で入力してください')
  .refine((count) => count === null || count >= 0, '層ごとの最少は0以上の整数で入力してください')
  .default(null)

/** What the calculator is asked. Blank: the usual value. */
export const planForm = z.object({
  population: optionalWholeNumber('母集団の人数は整数で入力してください').default(null),
  error: percent('標本誤差は0.1〜30の数で入力してください', [0.1, 30]).default(null),
  rate: percent('回収率は1〜100の数で入力してください', [1, 100]).default(null),
  minimum: fewest,
  rule,
})
export type PlanValues = z.infer<typeof planForm>

export const ruleLabels = {
  proportional: '人口に比例',
  equal: 'どの層も同じ',
  neyman: '人口×標準偏差に比例（ネイマン）',
} as const

export type SamplePlan = {
  error: number
  rate: number
  population: number | undefined
  answers: number
  forms: number
  /** ± in points at 50 % for so many answers, and by how much the finite population helps. */
  margins: { answers: number; finite: number | undefined; infinite: number }[]
  strata: { name: string; population: number; forms: number; answers: number; margin: number | undefined }[]
  problem: string | undefined
}

/** Answers and forms needed, the error they give, and how they fall on the strata. */
export function planOf(values: PlanValues, strata: Strata): SamplePlan {
  const own = populationOf(strata)
  const population = values.population ?? (own > 0 ? own : undefined)
  const error = values.error ?? 5
  const rate = values.rate ?? 40
  const known = population === undefined || population < 1 ? {} : { population }
  const answers = Math.ceil(neededAnswers({ error: error / 100, ...known }) - 1e-9)
  const forms = formsToSend(answers, rate / 100)
  const sizes = [...new Set([100, 300, answers, 1000, 2000])]
    .filter((size) => size > 1 && (population === undefined || size <= population))
    .sort((a, b) => a - b)
  const divided = divide(strata, {
    forms: Math.min(forms, own || forms),
    rule: values.rule,
    rate,
    minimum: values.minimum ?? 0,
  })
  return {
    error,
    rate,
    population,
    answers,
    forms,
    margins: sizes.map((size) => ({
      answers: size,
      finite: population === undefined ? undefined : points(size, population),
      infinite: points(size),
    })),
    ...divided,
  }
}

const points = (answers: number, population?: number) =>
  marginOfError({ answers, share: 0.5, ...(population === undefined ? {} : { population }) }) * 100

type Dividing = { forms: number; rule: PlanValues['rule']; rate: number; minimum: number }

function divide(
  strata: Strata,
  { forms, rule: by, rate, minimum }: Dividing,
): Pick<SamplePlan, 'strata' | 'problem'> {
  if (strata.cells.length === 0) return { strata: [], problem: undefined }
  const aim = { sample: forms, rule: by, minimum, takeAll: true }
  const problemOfAim = allocationProblem(strata, aim)
  if (problemOfAim) return { strata: [], problem: problemOfAim }
  const { sizes, tooSmall } = allocateSample(strata.cells, aim)
  const [small] = tooSmall
  return {
    strata: strata.cells.map(({ codes, population }, place) => {
      const size = sizes[place] ?? 0
      const answers = Math.round((size * rate) / 100)
      const margin = answers > 1 ? points(answers, population) : undefined
      return { name: stratumName(codes), population, forms: size, answers, margin }
    }),
    problem:
      small === undefined
        ? undefined
        : `「${stratumName(strata.cells[small]?.codes ?? [])}」は2人未満です。ほかの層と合わせることを考えてください`,
  }
}

/** Why a sample cannot be divided among the strata like this. */
function allocationProblem(strata: Strata, { sample, rule: by, minimum }: AllocationAim): string | undefined {
  if (by === 'neyman' && !hasDeviations(strata))
    return '人口×標準偏差に比例させるには、調査の設定の「層と人口」に、「標準偏差」の列を書いてください'
  const least = strata.cells.reduce((sum, cell) => sum + Math.min(minimum ?? 0, cell.population), 0)
  return least > sample
    ? `層ごとの最少を足すと${least.toLocaleString('ja')}になり、送る数（${sample.toLocaleString('ja')}）を超えます`
    : undefined
}

/** What a draw needs besides the list. */
export const drawForm = z.object({
  sample: wholeNumber('抽出する人数は整数で入力してください').refine(
    (count) => count > 0,
    '抽出する人数は1以上にしてください',
  ),
  seed: z
    .string()
    .trim()
    .min(1, '種（乱数のもとになる言葉）を入力してください')
    .max(50, '種は50字以内にしてください'),
  minimum: fewest,
  rule,
})
export type DrawValues = z.infer<typeof drawForm>

/** What keeps a draw from being made, with the field it is told beside. */
export function drawProblem(
  strata: Strata,
  { sample, rule: by, minimum }: DrawValues,
): Record<string, string> | undefined {
  const problem = allocationProblem(strata, { sample, rule: by, minimum: minimum ?? 0 })
  if (!problem) return undefined
  return by === 'neyman' && !hasDeviations(strata) ? { rule: problem } : { minimum: problem }
}
