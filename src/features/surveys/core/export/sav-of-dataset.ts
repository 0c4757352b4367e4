import type { SurveyDataset } from '#src/formats/survey-dataset.ts'
import type { SavFile, SavMissing, SavNumber, SavVariable } from '#src/lib/sav/sav-file.ts'
import { type DescribedColumn, describedColumns } from './described-columns.ts'

/** A survey as SPSS keeps it, and what had to be changed. */
export type SavOfDataset = { file: SavFile; notes: string[] }

const missingLabels = { 'no-answer': '無回答', invalid: '無効', 'not-applicable': '非該当' } as const

/**
 * Variables of a dataset for SPSS, PSPP and R. 無回答 is 99, 無効 98, 非該当 97 (997 … where a variable has values that large), all
 * three user-missing; わからない keeps its value and is flagged missing too. Marks are 1 and 0 and make up a set.
 *
 * Options whose codes are no whole numbers get 1, 2, 3 … in their order; the notes say so.
 */
export function savOfDataset(dataset: SurveyDataset, weights: Float64Array): SavOfDataset {
  const notes: string[] = []
  const columns = describedColumns(dataset)
  const variables = columns.map((one) => variableOf(one, notes))
  const sets = [...Map.groupBy(columns, ({ set, column }) => (column.kind === 'mark' ? set : undefined))]
  const file: SavFile = {
    title: dataset.title,
    createdOn: dataset.period?.end ?? '2000-01-01',
    variables: [
      ...variables,
      {
        kind: 'number',
        name: 'weight',
        label: 'ウエイト',
        values: weights,
        decimals: 6,
        valueLabels: [],
        missing: { values: [] },
        measure: 'scale',
      },
    ],
    weight: 'weight',
    sets: sets.flatMap(([set, marks]) =>
      set === undefined
        ? []
        : [
            {
              name: set,
              label: marks[0]?.question?.text ?? set,
              variables: marks.map(({ column }) => column.name),
            },
          ],
    ),
  }
  return { file, notes }
}

function variableOf(one: DescribedColumn, notes: string[]): SavVariable {
  const { column, label, options } = one
  const { name } = column
  if (column.kind === 'text')
    return { kind: 'text', name, label, texts: column.texts.map((text) => text ?? '') }
  if (column.kind === 'number') {
    const real = column.values.filter((value) => typeof value === 'number')
    const codes = missingCodesAbove(Math.max(0, ...real))
    const values = column.values.map((value) => (typeof value === 'number' ? value : codes[value]))
    const decimals = real.every(Number.isInteger) ? 0 : 2
    return numeric({ name, label, values, decimals, measure: 'scale', options: [], codes, dontKnow: [] })
  }
  const places = column.kind === 'choice' ? valuesOf(one, notes) : undefined
  const labels: (readonly [number, string])[] =
    column.kind === 'mark'
      ? [
          [1, '選んだ'],
          [0, '選んでいない'],
        ]
      : options.map((option, at) => [places?.[at] ?? at + 1, option.label])
  const codes = missingCodesAbove(Math.max(0, ...labels.map(([value]) => value)))
  const words = ['no-answer', 'invalid', 'not-applicable'] as const
  const values = column.codes.map((code) =>
    code < 0 ? codes[words[-1 - code] ?? 'no-answer'] : (places?.[code] ?? code),
  )
  const dontKnow = options.flatMap(({ missingKind }, at) => (missingKind ? [places?.[at] ?? at + 1] : []))
  if (dontKnow.length > 1) notes.push(`変数「${name}」の「わからない」は、1つだけ欠損値の印を付けました`)
  const hasPoints = options.some(({ points }) => points !== null)
  const measure = hasPoints ? 'ordinal' : 'nominal'
  return numeric({ name, label, values, decimals: 0, measure, options: labels, codes, dontKnow })
}

/** The codes themselves where all are whole numbers and none twice, else 1, 2, 3 …. */
function valuesOf({ column, options }: DescribedColumn, notes: string[]): number[] {
  const numbers = options.map(({ code }) => (/^\d{1,9}$/.test(code) ? Number(code) : Number.NaN))
  if (numbers.every(Number.isInteger) && new Set(numbers).size === numbers.length) return numbers
  const pairs = options.map(({ code }, at) => `${code}＝${at + 1}`).join('、')
  notes.push(`変数「${column.name}」の番号を数にしました（${pairs}）`)
  return options.map((_, at) => at + 1)
}

type MissingCodes = Record<keyof typeof missingLabels, number>

/** 97–99, or 997–999 … so that no real value is among them. */
function missingCodesAbove(highest: number): MissingCodes {
  let top = 99
  while (highest >= top - 2) top = top * 10 + 9
  return { 'no-answer': top, invalid: top - 1, 'not-applicable': top - 2 }
}

type Numeric = Pick<SavNumber, 'name' | 'label' | 'values' | 'decimals' | 'measure'> & {
  options: readonly (readonly [number, string])[]
  codes: MissingCodes
  dontKnow: readonly number[]
}

function numeric({ options, codes, dontKnow, ...rest }: Numeric): SavNumber {
  const missing: SavMissing = {
    range: [codes['not-applicable'], codes['no-answer']],
    values: dontKnow.slice(0, 1),
  }
  const words = Object.entries(missingLabels) as [keyof MissingCodes, string][]
  return {
    kind: 'number',
    ...rest,
    valueLabels: [...options, ...words.map(([kind, label]) => [codes[kind], label] as const)],
    missing,
  }
}
