import type { SurveyDataset } from '#src/formats/survey-dataset.ts'
import type { Cell, FrameColumn, SurveyFrame } from '../frame/survey-frame.ts'

type Row = (string | number | null)[]

const missingSigns = { [-1]: '', [-2]: 'INV', [-3]: 'NAP' } as const
const codeOf = (cell: Cell) => (typeof cell === 'number' ? missingSigns[cell] : cell)

/**
 * Tables of a survey by file name: answers as codes, as labels, and the codebook (コード表).
 *
 * 無回答 is empty, 無効 `INV`, 非該当 `NAP`, わからない its own code. The last column is the weight of the design.
 */
export function exportSurvey(
  frame: SurveyFrame,
  { questionnaire }: SurveyDataset,
  weights: Float64Array,
): Record<'codes.csv' | 'labels.csv' | 'codebook.csv', Row[]> {
  const columns = [...frame.columns.values()].filter(({ isDerived }) => !isDerived)
  const rowsBy = (words: (column: FrameColumn, cell: Cell) => string): Row[] => [
    [...columns.map(({ name }) => name), 'weight'],
    ...Array.from(weights, (weight, row) => [
      ...columns.map((column) => words(column, column.cells[row] as Cell)),
      weight,
    ]),
  ]
  const labels = new Map(
    columns.map(({ name, options = [] }) => [name, new Map(options.map(({ code, label }) => [code, label]))]),
  )
  return {
    'codes.csv': rowsBy((_, cell) => codeOf(cell)),
    'labels.csv': rowsBy(({ name }, cell) => {
      const code = codeOf(cell)
      return labels.get(name)?.get(code) ?? code
    }),
    'codebook.csv': codebook(columns, questionnaire),
  }
}

function codebook(columns: readonly FrameColumn[], { sections }: SurveyDataset['questionnaire']): Row[] {
  const questions = sections.flatMap((section) => section.questions)
  const numbers = new Map(
    questions.flatMap(({ number, text, items, options }) =>
      items.flatMap(({ column, importanceColumn }) =>
        [column, importanceColumn, ...options.map(({ code }) => `${column}_${code}`)].map(
          (name) => [name, { number, text }] as const,
        ),
      ),
    ),
  )
  const head: Row = ['列番号', '変数', '問', '設問文', '項目', 'コード', '選択肢', '欠損']
  const rows = columns.flatMap(({ name, label, options = [] }, place) => {
    const question = numbers.get(name)
    const line = (code: string, text: string, missing: string): Row => [
      place + 1,
      name,
      question?.number ?? '',
      question?.text ?? '',
      label,
      code,
      text,
      missing,
    ]
    if (options.length === 0) return [line('', '', '')]
    return options.map(({ code, label: text, missingKind }) =>
      line(
        code,
        text,
        missingKind === undefined ? '' : missingKind === 'dont-know' ? 'わからない' : '該当しない',
      ),
    )
  })
  const missing = [
    ['', '', '', '', '', '（空）', '無回答', '無回答'],
    ['', '', '', '', '', 'INV', '無効', '無効'],
    ['', '', '', '', '', 'NAP', '非該当', '非該当'],
  ]
  return [head, ...rows, ...missing]
}
