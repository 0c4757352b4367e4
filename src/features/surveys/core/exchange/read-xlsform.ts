import type { Questionnaire, SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import type { ReadSheet } from '#src/lib/table/table.ts'
import { numbered } from '../questionnaire/edit-questionnaire.ts'
import { mergedOptions, readKept } from './kept-question.ts'
import { relevantOf, showIfOfRelevant } from './xlsform-condition.ts'
import { type Row, rowsOf } from './xlsform-rows.ts'

export type ReadQuestionnaire =
  | { questionnaire: Questionnaire; title: string; notes: string[]; problem?: undefined }
  | { problem: string }

/** A questionnaire from an XLSForm: our own with all it had, another as far as it says the same. What is left out is told. */
export function readXlsform(sheets: readonly ReadSheet[]): ReadQuestionnaire {
  const survey = rowsOf(sheets, 'survey')
  if (!survey) return { problem: 'シート「survey」がありません。XLSFormではないようです' }
  const reading = newReading(rowsOf(sheets, 'choices') ?? [])
  for (const row of survey) takeRow(reading, row)
  const sections = reading.sections.filter(({ questions }) => questions.length > 0)
  if (sections.length === 0) return { problem: '読める設問が1つもありません' }
  const [settings] = rowsOf(sheets, 'settings') ?? []
  const version = Number(settings?.cells['version'])
  return {
    questionnaire: numbered({
      version: Number.isInteger(version) && version > 0 ? version : 1,
      language: settings?.cells['default_language'] || 'ja',
      sections,
    }),
    title: settings?.cells['form_title'] ?? '',
    notes: reading.notes,
  }
}

type Section = Questionnaire['sections'][number]
type Reading = {
  lists: ReadonlyMap<string, { code: string; label: string }[]>
  sections: Section[]
  notes: string[]
  /** The matrix whose lines are being read. */
  open: { question: SurveyQuestion; kept: SurveyQuestion | undefined } | undefined
  depth: number
  inMatrix: number | undefined
}

function newReading(choices: readonly Row[]): Reading {
  const lists = new Map<string, { code: string; label: string }[]>()
  for (const { cells } of choices) {
    const [list = '', code = '', label = ''] = [
      cells['list_name'] ?? cells['list name'],
      cells['name'],
      cells['label'],
    ]
    if (list !== '' && code !== '')
      lists.set(list, [...(lists.get(list) ?? []), { code, label: label || code }])
  }
  return { lists, sections: [], notes: [], open: undefined, depth: 0, inMatrix: undefined }
}

function takeRow(reading: Reading, row: Row) {
  const type = (row.cells['type'] ?? '').trim().replace(/^(begin|end)\s+/, '$1_')
  if (type === '') return
  if (type === 'begin_group' || type === 'begin_repeat') return beginGroup(reading, row, type)
  if (type === 'end_group' || type === 'end_repeat') return endGroup(reading)
  if (reading.open) return takeLine(reading, row, type)
  const question = questionOf(reading, row, type)
  if (question) sectionOf(reading).questions.push(question)
}

function sectionOf(reading: Reading): Section {
  const last = reading.sections.at(-1)
  if (last) return last
  const first: Section = { id: 's1', title: '調査', questions: [] }
  reading.sections.push(first)
  return first
}

function beginGroup(reading: Reading, row: Row, type: string) {
  const { cells, line } = row
  reading.depth += 1
  const kept = readKept(cells['shirube'])
  const isTable = /\b(table-list|list-nolabel|label)\b/.test(cells['appearance'] ?? '')
  if (kept || isTable) {
    const question: SurveyQuestion = {
      ...(kept ?? blank(cells['name'] ?? `m${line}`, 'matrix')),
      text: cells['label'] ?? '',
      showIf: conditionOf(reading, row, kept),
      items: [],
    }
    reading.open = { question, kept }
    reading.inMatrix = reading.depth
    return
  }
  if (type === 'begin_repeat') reading.notes.push(`${line}行目：繰り返しの組は、1回だけの組として読みました`)
  if (cells['relevant']) reading.notes.push(`${line}行目：組の条件は読みませんでした`)
  const id = cells['name'] || `s${reading.sections.length + 1}`
  reading.sections.push({ id, title: cells['label'] || id, questions: [] })
}

function endGroup(reading: Reading) {
  if (reading.open && reading.inMatrix === reading.depth) {
    sectionOf(reading).questions.push(reading.open.question)
    reading.open = undefined
    reading.inMatrix = undefined
  }
  reading.depth -= 1
}

/** A line of a matrix: the second column of a dual one joins the line before it. */
function takeLine(reading: Reading, { cells, line }: Row, type: string) {
  const list = /^select_one\s+(\S+)/.exec(type)?.[1]
  const { open } = reading
  if (!open || !list) {
    reading.notes.push(`${line}行目：表の中の「${type}」は読みませんでした`)
    return
  }
  const { question, kept } = open
  const [column = '', label = ''] = [cells['name'], cells['label']]
  const found = reading.lists.get(list) ?? []
  const importance = kept?.items.find(({ importanceColumn }) => importanceColumn === column)
  const last = question.items.at(-1)
  if (importance && last) {
    question.importanceOptions = mergedOptions(kept?.importanceOptions ?? [], found)
    last.importanceColumn = column
    return
  }
  question.options = mergedOptions(kept?.options ?? [], found)
  const before = kept?.items.find((item) => item.column === column)
  const { importanceColumn: _, ...plain } = before ?? { column, label, lineageId: '', isReworded: false }
  const words = before?.importanceColumn ? label.replace(/（満足度）$/, '') : label
  question.items.push({ ...plain, label: words })
}

const types: Readonly<Record<string, SurveyQuestion['type']>> = {
  select_one: 'single',
  select_multiple: 'multiple',
  rank: 'ranking',
  integer: 'number',
  decimal: 'number',
  range: 'number',
  date: 'date',
  text: 'text-short',
  note: 'note',
}
/** Made by the program itself, asked of nobody. */
const silent = new Set(['start', 'end', 'today', 'deviceid', 'username', 'calculate', 'hidden', 'audit'])

function questionOf(reading: Reading, row: Row, written: string): SurveyQuestion | undefined {
  const { cells, line } = row
  const [word = '', list = '', more] = written.split(/\s+/)
  const type = types[word]
  if (silent.has(word)) return undefined
  if (!type) {
    reading.notes.push(`${line}行目：「${written}」という種類の設問は読みませんでした`)
    return undefined
  }
  const kept = readKept(cells['shirube'])
  const name = cells['name'] ?? `q${line}`
  if (!kept && type === 'text-short' && isOtherText(reading, cells)) return undefined
  const known =
    kept ?? blank(name, type === 'text-short' && cells['appearance'] === 'multiline' ? 'text-long' : type)
  const options = list === '' ? [] : mergedOptions(kept?.options ?? [], reading.lists.get(list) ?? [])
  if (more === 'or_other') options.push(otherOption(options))
  return {
    ...withLimits(known, cells['constraint'] ?? ''),
    text: cells['label'] ?? '',
    showIf: conditionOf(reading, row, kept),
    options,
  }
}

const otherOption = (options: readonly SurveyOption[]): SurveyOption => ({
  code: options.some(({ code }) => code === 'other') ? 'other_2' : 'other',
  label: 'その他',
  plainLabel: '',
  points: null,
  hasText: true,
  isExclusive: false,
})

/** `q4_8_text`, asked when 8 of q4 is chosen, belongs to that option. */
function isOtherText(reading: Reading, { name = '', relevant = '' }: Row['cells']): boolean {
  const found = /^selected\(\$\{([^}]+)\}, '([^']+)'\)$/.exec(relevant)
  if (!found || name !== `${found[1]}_${found[2]}_text`) return false
  const questions = reading.sections.flatMap((section) => section.questions)
  const owner = questions.find(({ items }) => items.some(({ column }) => column === found[1]))
  const option = owner?.options.find(({ code }) => code === found[2])
  if (option) option.hasText = true
  return option !== undefined
}

function conditionOf(reading: Reading, { cells, line }: Row, kept: SurveyQuestion | undefined): string {
  const relevant = cells['relevant'] ?? ''
  if (kept && kept.showIf !== '' && relevantOf(kept.showIf) === relevant) return kept.showIf
  const read = showIfOfRelevant(relevant)
  if ('showIf' in read) return read.showIf
  reading.notes.push(`${line}行目：条件「${relevant}」は読めないので、全員に聞く設問にしました`)
  return ''
}

const numberAfter = (constraint: string, sign: string) => {
  const found = new RegExp(`(?:count-selected\\(\\.\\)|\\.)\\s*${sign}\\s*(-?\\d+(?:\\.\\d+)?)`).exec(
    constraint,
  )?.[1]
  return found === undefined ? undefined : Number(found)
}

/** What was kept of the limits gives way to what the sheet says. */
function withLimits({ minimum, maximum, ...known }: SurveyQuestion, constraint: string): SurveyQuestion {
  if (known.type !== 'number' && known.type !== 'multiple')
    return {
      ...known,
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
    }
  const [low, high] = [numberAfter(constraint, '>='), numberAfter(constraint, '<=')]
  return {
    ...known,
    ...(low === undefined ? {} : { minimum: low }),
    ...(high === undefined ? {} : { maximum: high }),
  }
}

const blank = (name: string, type: SurveyQuestion['type']): SurveyQuestion => ({
  code: name,
  number: '',
  type,
  text: '',
  plainText: '',
  showIf: '',
  options: [],
  importanceOptions: [],
  items:
    type === 'note' || type === 'matrix'
      ? []
      : [{ label: '', column: name, lineageId: '', isReworded: false }],
  unit: '',
})
