import type { Questionnaire, SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { readXml, type XmlElement } from '#src/lib/xml/read-xml.ts'
import { readCondition } from '../condition/read-condition.ts'
import { ownDialect, writeCondition } from '../condition/write-condition.ts'
import { numbered } from '../questionnaire/edit-questionnaire.ts'
import { readKept } from './kept-question.ts'
import { answerCodeOf, expressionDialect, subCodeOf } from './lss-names.ts'
import type { ReadQuestionnaire } from './read-xlsform.ts'
import { keptAttribute } from './write-lss.ts'

type Row = Readonly<Record<string, string>>

/** A questionnaire from LimeSurvey's structure file: our own with all it had, another as far as it says the same. */
export function readLss(text: string): ReadQuestionnaire {
  const read = readXml(text)
  if (read.problem) return { problem: `${read.problem.line}行目：${read.problem.message}` }
  const isLss = read.root.children.some(
    ({ name, text: words }) => name === 'LimeSurveyDocType' && words === 'Survey',
  )
  if (!isLss) return { problem: 'LimeSurveyの調査票（.lss）ではありません' }
  const language = childOf(read.root, 'languages')?.children[0]?.text || 'ja'
  const rows = (name: string) => rowsOf(read.root, name, language)
  const texts = {
    questions: wordsOf(rows('question_l10ns'), 'qid'),
    groups: wordsOf(rows('group_l10ns'), 'gid'),
  }
  const reading: Reading = {
    answers: withWords(rows('answers'), wordsOf(rows('answer_l10ns'), 'aid'), 'aid'),
    subquestions: withWords(rows('subquestions'), texts.questions, 'qid'),
    attributes: rows('question_attributes'),
    notes: [],
  }
  const questions = withWords(rows('questions'), texts.questions, 'qid')
  const groups = withWords(rows('groups'), texts.groups, 'gid')
  const sections = groups.toSorted(by('group_order')).map((group) => ({
    id: /^\w{1,40}$/.test(group['description'] ?? '') ? (group['description'] ?? '') : `s${group['gid']}`,
    title: plain(group['group_name']),
    questions: questions
      .filter(({ gid, parent_qid }) => gid === group['gid'] && (parent_qid ?? '0') === '0')
      .toSorted(by('question_order'))
      .flatMap((row) => questionOf(reading, row) ?? []),
  }))
  const filled = sections.filter((section) => section.questions.length > 0)
  if (filled.length === 0) return { problem: '読める設問が1つもありません' }
  const made = numbered({ version: 1, language, sections: filled })
  const [words] = rows('surveys_languagesettings')
  return {
    questionnaire: withConditions(made, questions, reading),
    title: plain(words?.['surveyls_title']),
    notes: reading.notes,
  }
}

const childOf = (element: XmlElement, name: string) => element.children.find((one) => one.name === name)
const by = (field: string) => (a: Row, b: Row) => Number(a[field] ?? 0) - Number(b[field] ?? 0)
/** Texts of LimeSurvey are HTML. */
const plain = (text = '') =>
  text
    .replaceAll(/<br\s*\/?>|<\/p>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .trim()

function rowsOf(root: XmlElement, name: string, language: string): Row[] {
  const rows = childOf(childOf(root, name) ?? root, 'rows')?.children ?? []
  return rows
    .map((row) => Object.fromEntries(row.children.map(({ name: field, text }) => [field, text])))
    .filter((row) => !row['language'] || row['language'] === language)
}

/** From version 4 on the words of a thing stand in a table of their own. */
const wordsOf = (rows: readonly Row[], key: string) => new Map(rows.map((row) => [row[key] ?? '', row]))
const withWords = (rows: readonly Row[], words: ReadonlyMap<string, Row>, key: string): Row[] =>
  rows.map((row) => ({ ...(words.get(row[key] ?? '') ?? {}), ...row }))

type Reading = { answers: Row[]; subquestions: Row[]; attributes: Row[]; notes: string[] }

const kinds: Readonly<Record<string, SurveyQuestion['type']>> = {
  L: 'single',
  O: 'single',
  '!': 'place',
  Y: 'single',
  G: 'single',
  '5': 'rating',
  M: 'multiple',
  P: 'multiple',
  F: 'matrix',
  A: 'matrix',
  B: 'matrix',
  H: 'matrix',
  '1': 'matrix-dual',
  R: 'ranking',
  N: 'number',
  D: 'date',
  S: 'text-short',
  T: 'text-long',
  U: 'text-long',
  X: 'note',
}

function questionOf(reading: Reading, row: Row): SurveyQuestion | undefined {
  const { qid = '', type = '', title = '' } = row
  const own = reading.attributes.filter((one) => one['qid'] === qid)
  const attribute = (name: string) => own.find((one) => one['attribute'] === name)?.['value']
  const keptText = attribute(keptAttribute)
  if (keptText?.startsWith('text of ')) return undefined
  const kept = readKept(keptText)
  const kind = kept?.type ?? kinds[type]
  if (!kind) {
    reading.notes.push(`設問「${title}」の種類（${type}）は読みませんでした`)
    return undefined
  }
  const lines = reading.subquestions.filter((one) => one['parent_qid'] === qid).toSorted(by('question_order'))
  const scale = (number: string) =>
    reading.answers
      .filter((one) => one['qid'] === qid && (one['scale_id'] ?? '0') === number)
      .toSorted(by('sortorder'))
  // The newest versions keep what is ranked as subquestions, earlier ones as answers.
  const areLines = kind === 'multiple' || (kind === 'ranking' && scale('0').length === 0)
  const options = areLines ? lines : scale('0')
  const codeOf = kind === 'multiple' ? subCodeOf : answerCodeOf
  const number = (name: string) => {
    const value = attribute(name)
    return value && !Number.isNaN(Number(value)) ? Number(value) : undefined
  }
  const low = number('min_answers') ?? number('min_num_value_n')
  const places = kind === 'ranking' ? number('max_subquestions') : undefined
  const high = number('max_answers') ?? places ?? number('max_num_value_n')
  const { minimum: _, maximum: __, ...before } = kept ?? blank(title, kind)
  const exclusive = new Set((attribute('exclude_all_others') ?? '').split(';'))
  return {
    ...before,
    text: plain(row['question']),
    showIf: '',
    options: mergedBy(kept?.options ?? [], options, codeOf).map((option) => ({
      ...option,
      isExclusive: kept ? option.isExclusive : exclusive.has(option.code),
    })),
    importanceOptions: mergedBy(kept?.importanceOptions ?? [], scale('1'), answerCodeOf),
    items: itemsOf(kind, kept, { title, lines }),
    ...(low === undefined ? {} : { minimum: low }),
    ...(high === undefined ? {} : { maximum: high }),
  }
}

/** Options by LimeSurvey's codes: what they had besides is kept, the words are those that came back. */
function mergedBy(
  kept: readonly SurveyOption[],
  rows: readonly Row[],
  codeOf: (code: string, at: number) => string,
): SurveyOption[] {
  const before = new Map(kept.map((option, at) => [codeOf(option.code, at), option]))
  return rows.map((row) => {
    const code = row['code'] ?? row['title'] ?? ''
    const label = plain(row['answer'] ?? row['question'])
    const found = before.get(code)
    if (found) return { ...found, label }
    return { code, label, plainLabel: '', points: null, hasText: false, isExclusive: false }
  })
}

function itemsOf(
  kind: SurveyQuestion['type'],
  kept: SurveyQuestion | undefined,
  { title, lines }: { title: string; lines: readonly Row[] },
): SurveyQuestion['items'] {
  if (kind === 'note') return []
  if (kind !== 'matrix' && kind !== 'matrix-dual') return kept?.items ?? [newItem(title, '')]
  return lines.map((line, at) => {
    const label = plain(line['question'])
    const before = kept?.items[at]
    if (before && line['title'] === `SQ${at + 1}`) return { ...before, label }
    const column = `${title}_${line['title'] ?? at + 1}`
    return {
      ...newItem(column, label),
      ...(kind === 'matrix-dual' ? { importanceColumn: `${column}_i` } : {}),
    }
  })
}

const newItem = (column: string, label: string) => ({ label, column, lineageId: '', isReworded: false })
const blank = (code: string, type: SurveyQuestion['type']): SurveyQuestion => ({
  code,
  number: '',
  type,
  text: '',
  plainText: '',
  showIf: '',
  options: [],
  importanceOptions: [],
  items: [],
  unit: '',
})

/** Conditions come last, when every column is known. Ours comes back as it left where the expression is unchanged. */
function withConditions(made: Questionnaire, rows: readonly Row[], reading: Reading): Questionnaire {
  const dialect = expressionDialect(made)
  const byTitle = new Map(rows.map((row) => [row['qid'] ?? '', row]))
  const keptConditions = new Map(
    reading.attributes.flatMap(({ qid = '', attribute, value }) => {
      const kept = attribute === keptAttribute ? readKept(value) : undefined
      return kept
        ? [[kept.code, { showIf: kept.showIf, relevance: byTitle.get(qid)?.['relevance'] ?? '1' }]]
        : []
    }),
  )
  const relevances = new Map(rows.map((row) => [row['title'] ?? '', row['relevance'] ?? '1']))
  const conditionOf = ({ code }: SurveyQuestion): string => {
    const kept = keptConditions.get(code)
    if (kept?.showIf) {
      const read = readCondition(kept.showIf)
      if (read.problem === undefined && writeCondition(read.condition, dialect) === kept.relevance)
        return kept.showIf
    }
    return foreignCondition(code, kept?.relevance ?? relevances.get(code) ?? '1', reading)
  }
  const sections = made.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => ({ ...question, showIf: conditionOf(question) })),
  }))
  return { ...made, sections }
}

function foreignCondition(code: string, relevance: string, reading: Reading): string {
  if (relevance.trim() === '' || relevance.trim() === '1') return ''
  const name = String.raw`([A-Za-z][A-Za-z0-9_]*?)(?:\.NAOK)?`
  const ours = relevance
    .replaceAll(new RegExp(String.raw`!\s*is_empty\(${name}\)`, 'g'), 'answered($1)')
    .replaceAll(new RegExp(String.raw`is_empty\(${name}\)`, 'g'), 'not answered($1)')
    .replaceAll(/\b([A-Za-z][A-Za-z0-9]*)_(\w+)\.NAOK\s*==\s*["']Y["']/g, "selected($1, '$2')")
    .replaceAll(/\.NAOK\b/g, '')
    .replaceAll('==', '=')
    .replaceAll('&&', ' and ')
    .replaceAll('||', ' or ')
    .replaceAll(/!(?!=)/g, ' not ')
  const read = readCondition(ours)
  if (read.problem === undefined) return writeCondition(read.condition, ownDialect)
  reading.notes.push(`設問「${code}」の条件「${relevance}」は読めないので、全員に聞く設問にしました`)
  return ''
}
