import { z } from 'zod'
import { decimalNumber, optionalWholeNumber } from '#src/lib/form/decimal-number.ts'
import { wholeNumber } from '#src/lib/form/whole-number.ts'
import { allocateSample } from '#src/lib/statistics/sample/allocate-sample.ts'
import { formsToSend, marginOfError, neededAnswers } from '#src/lib/statistics/sample/sample-size.ts'
import { populationOf, type Strata, stratumName } from './strata.ts'

const rule = z.enum(['proportional', 'equal']).default('proportional')

const percent = (message: string, [least, most]: readonly [number, number]) =>
  decimalNumber(message).refine((value) => value === null || (value >= least && value <= most), message)

/** What the calculator is asked. Blank: the usual value. */
export const planForm = z.object({
  population: optionalWholeNumber('母集団の人数は整数で入力してください').default(null),
  error: percent('標本誤差は0.1〜30の数で入力してください', [0.1, 30]).default(null),
  rate: percent('回収率は1〜100の数で入力してください', [1, 100]).default(null),
  rule,
})
export type PlanValues = z.infer<typeof planForm>

export const ruleLabels = { proportional: '人口に比例', equal: 'どの層も同じ' } as const

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
  const divided = divide(strata, { forms: Math.min(forms, own || forms), rule: values.rule, rate })
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

type Dividing = { forms: number; rule: PlanValues['rule']; rate: number }

function divide(strata: Strata, { forms, rule: by, rate }: Dividing): Pick<SamplePlan, 'strata' | 'problem'> {
  if (strata.cells.length === 0) return { strata: [], problem: undefined }
  const { sizes, tooSmall } = allocateSample(strata.cells, { sample: forms, rule: by, takeAll: true })
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
  rule,
})
export type DrawValues = z.infer<typeof drawForm>
