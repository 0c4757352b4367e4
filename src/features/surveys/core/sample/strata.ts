import { z } from 'zod'
import { columnName } from '#src/formats/survey-question.ts'
import { readCsv } from '#src/lib/csv/csv.ts'

const cell = z.strictObject({
  codes: z.array(z.string()),
  population: z.number(),
  /** 標準偏差 of the answer the survey is made for, from an earlier survey: for Neyman's allocation. */
  deviation: z.number().optional(),
})

/** 層: the variables everybody's value is known of (地区, 年齢) and the persons of each combination. */
export const strata = z.strictObject({ variables: z.array(z.string()), cells: z.array(cell) })
export type Strata = z.infer<typeof strata>
export const noStrata: Strata = { variables: [], cells: [] }

/** What it takes to draw the same sample again (抽出の記録). */
export const samplingRecord = z.strictObject({
  seed: z.string(),
  drawnOn: z.string(),
  frameCount: z.number(),
  frameHash: z.string(),
  sizes: z.array(z.strictObject({ stratum: z.string(), frame: z.number(), drawn: z.number() })),
})
export type SamplingRecord = z.infer<typeof samplingRecord>

/** One name for a combination: 「伊奈・18〜39歳」. */
export const stratumName = (codes: readonly string[]) => codes.join('・')

/**
 * Reads strata as they are typed or pasted: a heading (地区,年齢,人口, and 標準偏差 if wanted), then a line for each.
 *
 * Empty text: no strata. Anything else wrong is told in one sentence with its line.
 */
export function strataOfText(text: string): { strata: Strata; problem?: undefined } | { problem: string } {
  if (text.trim() === '') return { strata: noStrata }
  const read = readCsv(text.normalize('NFC').replaceAll('、', ',').replaceAll('\t', ','))
  if (read.problem) return { problem: `層の${read.problem.line}行目：${read.problem.problem}` }
  const [head, ...rows] = read.rows
  const names = head?.cells.map((one) => one.trim()) ?? []
  const hasDeviation = names.at(-1) === deviationHead
  const variables = names.slice(0, hasDeviation ? -2 : -1)
  if (variables.length === 0 || names[variables.length] !== '人口') {
    return {
      problem:
        '層の1行目は「地区,年齢,人口」のように、変数の名前と、最後に「人口」を書いてください（その後に「標準偏差」も書けます）',
    }
  }
  const wrong = variables.find((name) => !columnName.safeParse(name).success)
  if (wrong !== undefined) return { problem: `層の変数「${wrong}」は、文字で始まる名前にしてください` }
  const cells: Strata['cells'] = []
  for (const { line, cells: values } of rows) {
    const codes = values.slice(0, variables.length).map((one) => one.trim())
    const persons = numberIn(values[variables.length])
    const deviation = hasDeviation ? numberIn(values.at(-1)) : undefined
    if (values.length !== names.length) return { problem: `層の${line}行目：列の数が見出しと違います` }
    if (codes.some((code) => code === '' || code.length > 40))
      return { problem: `層の${line}行目：空の欄か、40字を超える欄があります` }
    if (!Number.isInteger(persons) || persons < 1)
      return { problem: `層の${line}行目：人口は1以上の整数で書いてください` }
    if (deviation !== undefined && !(deviation > 0))
      return { problem: `層の${line}行目：標準偏差は0より大きい数で書いてください` }
    if (cells.some((known) => stratumName(known.codes) === stratumName(codes)))
      return { problem: `層の${line}行目：同じ層が2つあります` }
    cells.push({ codes, population: persons, ...(deviation === undefined ? {} : { deviation }) })
  }
  if (cells.length === 0) return { problem: '層がありません。2行目から、1行に1つの層を書いてください' }
  return { strata: { variables, cells } }
}

const deviationHead = '標準偏差'
const numberIn = (typed = '') => {
  const text = typed.normalize('NFKC').replaceAll(/[\s,人]/g, '')
  return text === '' ? Number.NaN : Number(text)
}

/** The same as a person would type it. */
export const textOfStrata = ({ variables, cells }: Strata): string =>
  cells.length === 0
    ? ''
    : [
        [...variables, '人口', ...(hasDeviations({ cells }) ? [deviationHead] : [])],
        ...cells.map(({ codes, population, deviation }) =>
          [...codes, population, deviation].filter((value) => value !== undefined),
        ),
      ]
        .map((row) => row.join(','))
        .join('\n')

/** Whether Neyman's allocation is possible. */
export const hasDeviations = ({ cells }: Pick<Strata, 'cells'>) =>
  cells.length > 0 && cells.every(({ deviation }) => deviation !== undefined)

export const populationOf = ({ cells }: Strata): number =>
  cells.reduce((sum, { population }) => sum + population, 0)
