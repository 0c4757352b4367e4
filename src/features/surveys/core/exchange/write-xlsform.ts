import type { Questionnaire, SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { textColumn } from '../answering/answer-cells.ts'
import { keptOf } from './kept-question.ts'
import { relevantOf } from './xlsform-condition.ts'

/** A sheet as it stands in the file: the first row is the head. */
export type PlainSheet = { name: string; rows: string[][] }

export const surveyHead = [
  'type',
  'name',
  'label',
  'hint',
  'relevant',
  'constraint',
  'constraint_message',
  'appearance',
  'shirube',
] as const
type Row = Partial<Record<(typeof surveyHead)[number], string>>

/**
 * A questionnaire as XLSForm (ODK, Kobo): survey, choices, settings. 「その他」 is an option of its own with a text question that is
 * asked when it is chosen, never `or_other`. The column `shirube` holds what XLSForm has no place for; other programs pass it over.
 */
export function writeXlsform(
  questionnaire: Questionnaire,
  { title, id }: { title: string; id: string },
): PlainSheet[] {
  const rows = questionnaire.sections.flatMap((section): Row[] => [
    { type: 'begin_group', name: section.id, label: section.title, appearance: 'field-list' },
    ...section.questions.flatMap(questionRows),
    { type: 'end_group', name: section.id },
  ])
  const questions = questionnaire.sections.flatMap((section) => section.questions)
  const choices = questions.flatMap((question) => [
    ...choiceRows(listOf(question), question.options),
    ...choiceRows(importanceListOf(question), question.importanceOptions),
  ])
  return [
    {
      name: 'survey',
      rows: [[...surveyHead], ...rows.map((row) => surveyHead.map((head) => row[head] ?? ''))],
    },
    { name: 'choices', rows: [['list_name', 'name', 'label'], ...choices] },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id', 'version', 'default_language'],
        [title, id, String(questionnaire.version), questionnaire.language],
      ],
    },
  ]
}

const listOf = ({ code }: SurveyQuestion) => `l_${code}`
const importanceListOf = ({ code }: SurveyQuestion) => `l_${code}_i`
const choiceRows = (list: string, options: readonly SurveyOption[]) =>
  options.map(({ code, label }) => [list, code, label])

const plainTypes: Partial<Record<SurveyQuestion['type'], string>> = {
  date: 'date',
  'text-short': 'text',
  'text-long': 'text',
  note: 'note',
}

function questionRows(question: SurveyQuestion): Row[] {
  const { type, code, text, items, showIf } = question
  const kept = { shirube: keptOf(question), ...(showIf ? { relevant: relevantOf(showIf) } : {}) }
  const [first] = items
  const name = first?.column ?? code
  if (type === 'matrix' || type === 'matrix-dual')
    return [
      { type: 'begin_group', name: code, label: text, appearance: 'table-list', ...kept },
      ...items.flatMap((item) => matrixRows(question, item)),
      { type: 'end_group', name: code },
    ]
  const list = listOf(question)
  if (type === 'single' || type === 'rating' || type === 'place')
    return [{ type: `select_one ${list}`, name, label: text, ...kept }, ...otherTexts(question, name)]
  if (type === 'ranking') return [{ type: `rank ${list}`, name, label: text, ...kept }]
  if (type === 'multiple')
    return [
      { type: `select_multiple ${list}`, name, label: text, ...kept, ...limits(question) },
      ...otherTexts(question, name),
    ]
  if (type === 'number')
    return [{ type: numberType(question), name, label: text, ...kept, ...range(question) }]
  const appearance = type === 'text-long' ? { appearance: 'multiline' } : {}
  return [{ type: plainTypes[type] ?? 'text', name, label: text, ...kept, ...appearance }]
}

function matrixRows(question: SurveyQuestion, item: SurveyQuestion['items'][number]): Row[] {
  const { label, column, importanceColumn } = item
  const list = `select_one ${listOf(question)}`
  if (!importanceColumn) return [{ type: list, name: column, label }]
  return [
    { type: list, name: column, label: `${label}（満足度）` },
    { type: `select_one ${importanceListOf(question)}`, name: importanceColumn, label: `${label}（重要度）` },
  ]
}

const otherTexts = ({ options }: SurveyQuestion, name: string): Row[] =>
  options
    .filter(({ hasText }) => hasText)
    .map(({ code, label }) => ({
      type: 'text',
      name: textColumn(name, code),
      label: `${label}の内容`,
      relevant: `selected(\${${name}}, '${code}')`,
    }))

/** 「3つまで」 and 「特にない」 alone, as one constraint. */
function limits({ minimum, maximum, options }: SurveyQuestion): Row {
  const parts = [
    minimum === undefined ? '' : `count-selected(.) >= ${minimum}`,
    maximum === undefined ? '' : `count-selected(.) <= ${maximum}`,
    ...options
      .filter(({ isExclusive }) => isExclusive)
      .map(({ code }) => `not(selected(., '${code}') and count-selected(.) > 1)`),
  ].filter((part) => part !== '')
  if (parts.length === 0) return {}
  return {
    constraint: parts.join(' and '),
    constraint_message:
      maximum === undefined ? 'ほかと一緒に選べない答えがあります' : `${maximum}つまで選べます`,
  }
}

const numberType = ({ minimum, maximum }: SurveyQuestion) =>
  [minimum, maximum].every((end) => end === undefined || Number.isInteger(end)) ? 'integer' : 'decimal'

function range({ minimum, maximum }: SurveyQuestion): Row {
  const parts = [
    minimum === undefined ? '' : `. >= ${minimum}`,
    maximum === undefined ? '' : `. <= ${maximum}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? {} : { constraint: parts.join(' and ') }
}
