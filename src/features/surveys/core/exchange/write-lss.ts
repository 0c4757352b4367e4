import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import { type WrittenElement, writeXml } from '../../../plan/core/export/xml-element.ts'
import { parseCondition } from '../condition/parse-condition.ts'
import { writeCondition } from '../condition/write-condition.ts'
import { keptOf } from './kept-question.ts'
import { answerCodeOf, expressionDialect, subCodeOf, titleOf } from './lss-names.ts'

type Row = Readonly<Record<string, string | number>>
type Tables = { groups: Row[]; questions: Row[]; subquestions: Row[]; answers: Row[]; attributes: Row[] }

/** Attribute of a question that carries what LimeSurvey has no place for; it keeps attributes it does not know. */
export const keptAttribute = 'shirube'

const surveyId = 100_001
const typeLetters: Readonly<Record<SurveyQuestion['type'], string>> = {
  single: 'L',
  rating: 'L',
  place: '!',
  multiple: 'M',
  matrix: 'F',
  'matrix-dual': '1',
  ranking: 'R',
  number: 'N',
  date: 'D',
  'text-short': 'S',
  'text-long': 'T',
  note: 'X',
}

/** A questionnaire as LimeSurvey's structure file (.lss, version 3, which later versions read too). */
export function writeLss(questionnaire: Questionnaire, { title }: { title: string }): string {
  const tables = tablesOf(questionnaire)
  const { language } = questionnaire
  const survey = {
    sid: surveyId,
    gsid: 1,
    active: 'N',
    anonymized: 'Y',
    format: 'G',
    language,
    datestamp: 'N',
  }
  const words = { surveyls_survey_id: surveyId, surveyls_language: language, surveyls_title: title }
  const root: WrittenElement = {
    name: 'document',
    content: [
      { name: 'LimeSurveyDocType', content: 'Survey' },
      { name: 'DBVersion', content: '366' },
      { name: 'languages', content: [{ name: 'language', content: language }] },
      ...table('answers', tables.answers),
      ...table('groups', tables.groups),
      ...table('questions', tables.questions),
      ...table('subquestions', tables.subquestions),
      ...table('question_attributes', tables.attributes),
      ...table('surveys', [survey]),
      ...table('surveys_languagesettings', [words]),
    ],
  }
  return writeXml(root).xml
}

function table(name: string, rows: readonly Row[]): WrittenElement[] {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  if (rows.length === 0) return []
  return [
    {
      name,
      content: [
        { name: 'fields', content: fields.map((field) => ({ name: 'fieldname', content: field })) },
        {
          name: 'rows',
          content: rows.map((row) => ({
            name: 'row',
            content: Object.entries(row).map(([field, value]) => ({ name: field, content: String(value) })),
          })),
        },
      ],
    },
  ]
}

function tablesOf(questionnaire: Questionnaire): Tables {
  const tables: Tables = { groups: [], questions: [], subquestions: [], answers: [], attributes: [] }
  const { language, sections } = questionnaire
  const dialect = expressionDialect(questionnaire)
  let number = 0
  const newId = () => (number += 1)
  for (const [place, section] of sections.entries()) {
    const gid = place + 1
    tables.groups.push({
      gid,
      sid: surveyId,
      group_name: section.title,
      group_order: place,
      description: section.id,
      language,
    })
    let order = 0
    const add: Adding = (row) => {
      const qid = newId()
      order += 1
      tables.questions.push({ ...rest, qid, parent_qid: 0, gid, question_order: order, ...row })
      return qid
    }
    const rest = { sid: surveyId, other: 'N', mandatory: 'N', language, scale_id: 0 }
    for (const question of section.questions) {
      const relevance = question.showIf ? writeCondition(parseCondition(question.showIf), dialect) : '1'
      const type = typeLetters[question.type]
      const qid = add({ type, title: titleOf(question), question: question.text, relevance })
      const part = { qid: 0, parent_qid: qid, sid: surveyId, gid, type: 'T', language, relevance: '1' }
      for (const row of subquestionsOf(question)) tables.subquestions.push({ ...part, ...row, qid: newId() })
      for (const row of answersOf(question)) tables.answers.push({ qid, language, ...row })
      for (const [attribute, value] of attributesOf(question))
        tables.attributes.push({ qid, attribute, value })
      for (const row of otherTextsOf(question, dialect.selected)) {
        const { kept, ...shown } = row
        tables.attributes.push({ qid: add(shown), attribute: keptAttribute, value: kept })
      }
    }
  }
  return tables
}

type Adding = (row: { type: string; title: string; question: string; relevance: string }) => number

function subquestionsOf({ type, options, items }: SurveyQuestion): Row[] {
  if (type === 'multiple')
    return options.map(({ code, label }, at) => ({
      title: subCodeOf(code, at),
      question: label,
      question_order: at + 1,
      scale_id: 0,
    }))
  if (type !== 'matrix' && type !== 'matrix-dual') return []
  return items.map(({ label }, at) => ({
    title: `SQ${at + 1}`,
    question: label,
    question_order: at + 1,
    scale_id: 0,
  }))
}

function answersOf({ type, options, importanceOptions }: SurveyQuestion): Row[] {
  if (type === 'multiple') return []
  return [options, importanceOptions].flatMap((list, scale) =>
    list.map(({ code, label, points }, at) => ({
      code: answerCodeOf(code, at),
      answer: label,
      sortorder: at + 1,
      assessment_value: Math.round(points ?? 0),
      scale_id: scale,
    })),
  )
}

function attributesOf(question: SurveyQuestion): [string, string][] {
  const { type, minimum, maximum, options } = question
  const exclusive = options.flatMap(({ code, isExclusive }, at) => (isExclusive ? [subCodeOf(code, at)] : []))
  const ends = (low: string, high: string): [string, string][] => [
    ...(minimum === undefined ? [] : [[low, String(minimum)] as [string, string]]),
    ...(maximum === undefined ? [] : [[high, String(maximum)] as [string, string]]),
  ]
  return [
    ...(type === 'multiple' || type === 'ranking' ? ends('min_answers', 'max_answers') : []),
    ...(type === 'number' ? ends('min_num_value_n', 'max_num_value_n') : []),
    ...(type === 'multiple' && exclusive.length > 0
      ? [['exclude_all_others', exclusive.join(';')] as [string, string]]
      : []),
    [keptAttribute, keptOf(question)],
  ]
}

type OtherText = { type: string; title: string; question: string; relevance: string; kept: string }

/** 「その他」 as a text question that is asked when it is chosen. */
const otherTextsOf = (
  question: SurveyQuestion,
  selected: (column: string, code: string) => string,
): OtherText[] =>
  question.options.flatMap(({ code, label, hasText }, at) => {
    const column = question.items[0]?.column
    if (!hasText || column === undefined) return []
    return [
      {
        type: 'S',
        title: `${titleOf(question)}text${at + 1}`.slice(0, 20),
        question: `${label}の内容`,
        relevance: selected(column, code),
        kept: `text of ${column}=${code}`,
      },
    ]
  })
