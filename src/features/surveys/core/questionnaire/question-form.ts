import type { SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { readCondition } from '../condition/read-condition.ts'
import { newOption } from './edit-questionnaire.ts'

type Texts = Readonly<Record<string, string | undefined>>

/** Kinds of options, as the list of the editor names them. */
export const optionKindLabels = {
  plain: 'ふつう',
  'dont-know': 'わからない',
  exclusive: 'ほかと一緒に選べない',
  text: '「その他」など、文も書ける',
} as const
type OptionKind = keyof typeof optionKindLabels

export const spareRows = 3

const kindOf = ({ missingKind, isExclusive, hasText }: SurveyOption): OptionKind =>
  missingKind ? 'dont-know' : isExclusive ? 'exclusive' : hasText ? 'text' : 'plain'

/** What the fields of the editor hold for a saved question. */
export function enteredOf(question: SurveyQuestion): Record<string, string> {
  const { text, plainText, unit, minimum, maximum, options, importanceOptions, items, showIf } = question
  const simple = simpleBranch(showIf)
  const entered: Record<string, string> = {
    text,
    plainText,
    unit,
    minimum: minimum === undefined ? '' : String(minimum),
    maximum: maximum === undefined ? '' : String(maximum),
    branchOn: simple?.column ?? '',
    branchCodes: simple?.codes.join(',') ?? '',
    showIf: simple ? '' : showIf,
  }
  for (const [prefix, list] of [
    ['option', options],
    ['importance', importanceOptions],
  ] as const)
    for (const [at, option] of list.entries()) {
      entered[`${prefix}-${at}-code`] = option.code
      entered[`${prefix}-${at}-label`] = option.label
      entered[`${prefix}-${at}-kind`] = kindOf(option)
      entered[`${prefix}-${at}-points`] = option.points === null ? '' : String(option.points)
    }
  for (const [at, { label, measureId = '', column }] of items.entries()) {
    entered[`item-${at}-label`] = label
    entered[`item-${at}-measure`] = measureId
    entered[`item-${at}-column`] = column
  }
  return entered
}

/** How many rows of a kind the fields hold. */
export const rowsIn = (entered: Texts, prefix: string, mark: string): number =>
  1 +
  Math.max(
    -1,
    ...Object.entries(entered).flatMap(([name, value]) => {
      const found = new RegExp(`^${prefix}-(\\d{1,3})-${mark}$`).exec(name)
      return found && value?.trim() ? [Number(found[1])] : []
    }),
  )

export type QuestionRead =
  | { question: SurveyQuestion; problems?: undefined }
  | { problems: Record<string, string> }

/** A question as its form was filled in. The code and the type stay. */
export function readQuestionForm(known: SurveyQuestion, entered: Texts): QuestionRead {
  const problems: Record<string, string> = {}
  const text = (entered['text'] ?? '').trim()
  if (text === '') problems['text'] = '設問の文を入力してください'
  const showIf = branchOf(entered, problems)
  const hasLimits = ['number', 'multiple', 'ranking'].includes(known.type)
  const minimum = hasLimits ? limitOf(entered, 'minimum', problems) : undefined
  const maximum = hasLimits ? limitOf(entered, 'maximum', problems) : undefined
  const options = readOptions(entered, 'option', problems)
  const importanceOptions = readOptions(entered, 'importance', problems)
  const items = itemsOf(known, entered)
  if (Object.keys(problems).length > 0) return { problems }
  const { minimum: _, maximum: __, ...rest } = known
  return {
    question: {
      ...rest,
      text,
      plainText: (entered['plainText'] ?? '').trim(),
      unit: (entered['unit'] ?? '').trim(),
      showIf,
      options,
      importanceOptions,
      items,
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
    },
  }
}

function limitOf(entered: Texts, name: 'minimum' | 'maximum', problems: Record<string, string>) {
  const typed = (entered[name] ?? '').normalize('NFKC').trim()
  if (typed === '') return undefined
  if (/^-?\d{1,9}(\.\d{1,4})?$/.test(typed)) return Number(typed)
  problems[name] = `${name === 'minimum' ? '最小' : '最大'}は数字で入力してください`
  return undefined
}

function readOptions(entered: Texts, prefix: string, problems: Record<string, string>): SurveyOption[] {
  return Array.from({ length: rowsIn(entered, prefix, 'label') }, (_, at) => at).flatMap((at) => {
    const field = (part: string) => (entered[`${prefix}-${at}-${part}`] ?? '').trim()
    const label = field('label')
    if (label === '') return []
    const code = field('code').normalize('NFKC') || String(at + 1)
    if (!/^[0-9A-Za-z]{1,10}$/.test(code))
      problems[`${prefix}-${at}-code`] = `選択肢「${label}」の番号は、数字か英字にしてください`
    const points = field('points').normalize('NFKC').replaceAll('−', '-')
    if (points !== '' && !/^-?\d{1,4}(\.\d+)?$/.test(points))
      problems[`${prefix}-${at}-points`] = `選択肢「${label}」の点は、数字にしてください`
    const kind = field('kind')
    return [
      newOption({
        code,
        label,
        points: points === '' ? null : Number(points),
        isExclusive: kind === 'exclusive',
        hasText: kind === 'text',
        ...(kind === 'dont-know' ? { missingKind: 'dont-know' as const } : {}),
      }),
    ]
  })
}

/** Lines of a matrix; a new line gets a column nobody had. Other questions keep their one item. */
function itemsOf(known: SurveyQuestion, entered: Texts): SurveyQuestion['items'] {
  const measureOf = (at: number) => {
    const measureId = entered[`item-${at}-measure`] ?? ''
    return /^[a-z]{2}_[0-9a-z]{10}$/.test(measureId) ? { measureId } : {}
  }
  if (known.type !== 'matrix' && known.type !== 'matrix-dual')
    return known.items.map(({ measureId: _, ...item }) => ({ ...item, ...measureOf(0) }))
  let last = Math.max(0, ...known.items.map(({ column }) => Number(column.split('_')[1] ?? 0)))
  return Array.from({ length: rowsIn(entered, 'item', 'label') }, (_, at) => at).flatMap((at) => {
    const label = (entered[`item-${at}-label`] ?? '').trim()
    if (label === '') return []
    const column = entered[`item-${at}-column`] ?? ''
    const before = known.items.find((item) => item.column === column)
    const name = before?.column ?? `${known.code}_${++last}`
    const importance = known.type === 'matrix-dual' ? { importanceColumn: `${name}i` } : {}
    const { measureId: __, ...kept } = before ?? { column: name, lineageId: '', isReworded: false }
    return [{ ...kept, label, ...importance, ...measureOf(at) }]
  })
}

/** A condition from the two fields (設問・番号) or from the written one; both at once are refused. */
function branchOf(entered: Texts, problems: Record<string, string>): string {
  const column = (entered['branchOn'] ?? '').trim()
  const codes = (entered['branchCodes'] ?? '')
    .normalize('NFKC')
    .split(/[,、\s]+/)
    .filter(Boolean)
  const written = (entered['showIf'] ?? '').trim()
  if (column !== '' && written !== '')
    problems['showIf'] = '条件は、「設問と番号」か「式」のどちらかだけにしてください'
  if (column !== '' && codes.length === 0) problems['branchCodes'] = '条件になる番号を入力してください'
  if (column === '' && codes.length > 0) problems['branchOn'] = '条件になる設問を選んでください'
  const problem = written === '' ? undefined : readCondition(written).problem
  if (problem) problems['showIf'] = problem
  if (column === '') return written
  return codes.map((code) => `selected(${column}, '${code.replaceAll("'", '')}')`).join(' or ')
}

/** The two fields of a condition that says no more than “one of these options of this question”. */
export function simpleBranch(showIf: string): { column: string; codes: string[] } | undefined {
  const read = readCondition(showIf)
  if (showIf === '' || read.problem !== undefined) return undefined
  const { condition } = read
  const parts = condition.kind === 'or' ? condition.parts : [condition]
  const picked = parts.flatMap((part) => (part.kind === 'selected' ? [part] : []))
  const column = picked[0]?.column
  if (column === undefined || picked.length !== parts.length) return undefined
  if (picked.some((part) => part.column !== column)) return undefined
  return { column, codes: picked.map(({ code }) => code) }
}
