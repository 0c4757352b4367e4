import { expect, test } from 'vitest'
import type { Questionnaire } from '#src/formats/survey-question.ts'
import type { ReadSheet } from '#src/lib/table/table.ts'
import { readWorkbook } from '#src/platform/office/read-workbook.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { sampleQuestionnaire } from '../../sample/sample-questionnaire.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'
import { readLss } from './read-lss.ts'
import { readXlsform } from './read-xlsform.ts'
import { writeLss } from './write-lss.ts'
import { type PlainSheet, writeXlsform } from './write-xlsform.ts'

const measures = [1, 2, 3].map((at) => ({ id: `me_000000000${at}`, title: `取組「${at}」＜新＞ & 旧` }))
const questionnaire = sampleQuestionnaire(measures)
const head = { title: '市民意向調査', id: 'sv_aaaaaaaaaa' }

const sheetsOf = (plain: readonly PlainSheet[]): ReadSheet[] =>
  plain.map(({ name, rows }) => ({
    name,
    isHidden: false,
    merged: [],
    rows: rows.map((cells, row) =>
      cells.flatMap((text, column) =>
        text === '' ? [] : [{ row: row + 1, column: column + 1, value: { kind: 'text' as const, text } }],
      ),
    ),
  }))

const read = (result: ReturnType<typeof readXlsform>) => {
  if (result.problem !== undefined) throw new Error(result.problem)
  return result
}
const changed = (from: Questionnaire, code: string, text: string): PlainSheet[] =>
  writeXlsform(from, head).map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => (row[1] === code ? row.with(2, text) : row)),
  }))

const of = (name: string) => `\${${name}}`

test('our questionnaire goes to XLSForm and comes back the same, also through a real workbook', async () => {
  const plain = writeXlsform(questionnaire, head)
  const back = read(readXlsform(sheetsOf(plain)))
  expect(back.notes).toEqual([])
  expect(back.title).toBe(head.title)
  expect(back.questionnaire).toEqual(questionnaire)
  const sheets = plain.map(({ name, rows: [first = [], ...rows] }) => ({
    name,
    title: '',
    guidance: '',
    isPlain: true,
    columns: first.map((header) => ({ header, width: 20, format: 'text' as const })),
    rows,
  }))
  const book = await readWorkbook(await writeWorkbook(sheets, { createdAt: new Date(0) }))
  if (book.problem !== undefined) throw new Error(book.problem)
  expect(read(readXlsform(book.sheets)).questionnaire).toEqual(questionnaire)
})

test('XLSForm: branching, limits, exclusive and 「その他」 are said as ODK knows them', () => {
  const [survey, choices] = writeXlsform(questionnaire, head)
  const row = (name: string) => survey?.rows.find((cells) => cells[1] === name)
  expect(row('q4')?.slice(0, 7)).toEqual([
    'select_multiple l_q4',
    'q4',
    '不満なのは、どのような点ですか。',
    '',
    `selected(${of('q3')}, '4') or selected(${of('q3')}, '5')`,
    "count-selected(.) <= 3 and not(selected(., '9') and count-selected(.) > 1)",
    '3つまで選べます',
  ])
  expect(row('q4_8_text')?.[4]).toBe(`selected(${of('q4')}, '8')`)
  expect(JSON.stringify(survey)).not.toContain('or_other')
  expect(choices?.rows).toContainEqual(['l_q3', '9', 'わからない'])
})

test('what is changed in the other program comes back; what it has no place for stays', () => {
  const { questionnaire: back } = read(readXlsform(sheetsOf(changed(questionnaire, 'q3', '新しい文'))))
  const before = questionsOf(questionnaire).find(({ code }) => code === 'q3')
  expect(questionsOf(back).find(({ code }) => code === 'q3')).toEqual({ ...before, text: '新しい文' })
})

test('a form of another program is read as far as it says the same, and the rest is told', () => {
  const { questionnaire: back, notes } = read(
    readXlsform(
      sheetsOf([
        {
          name: 'survey',
          rows: [
            ['type', 'name', 'label::日本語 (ja)', 'label::English (en)', 'relevant', 'constraint'],
            ['start', 'start', '', '', '', ''],
            ['select_one yn or_other', 'a', '住んでいますか', 'Do you live here', '', ''],
            ['integer', 'b', '何年ですか', 'How long', `${of('a')} = 'y'`, '. >= 0 and . <= 120'],
            ['geopoint', 'c', '場所', 'Where', '', ''],
            ['text', 'd', '理由', 'Why', `string-length(${of('a')}) > 3`, ''],
          ],
        },
        {
          name: 'choices',
          rows: [
            ['list_name', 'name', 'label'],
            ['yn', 'y', 'はい'],
            ['yn', 'n', 'いいえ'],
          ],
        },
      ]),
    ),
  )
  const [a, b, d] = questionsOf(back)
  expect(a?.options.map(({ label, hasText }) => [label, hasText])).toEqual([
    ['はい', false],
    ['いいえ', false],
    ['その他', true],
  ])
  expect(b).toMatchObject({ type: 'number', minimum: 0, maximum: 120, showIf: "a = 'y'", text: '何年ですか' })
  expect(d?.showIf).toBe('')
  expect(notes).toHaveLength(2)
  expect(notes[0]).toContain('geopoint')
})

test('our questionnaire goes to LimeSurvey and comes back the same', () => {
  const lss = writeLss(questionnaire, head)
  const back = read(readLss(lss))
  expect(back.notes).toEqual([])
  expect(back.questionnaire).toEqual(questionnaire)
  expect(lss).toContain('<relevance>q3.NAOK == &quot;4&quot; or q3.NAOK == &quot;5&quot;</relevance>')
  expect(lss).toContain('<attribute>exclude_all_others</attribute>')
})

test('a structure of LimeSurvey itself, with its words in tables of their own, is read', () => {
  const row = (fields: Record<string, string>) =>
    `<row>${Object.entries(fields)
      .map(([name, text]) => `<${name}><![CDATA[${text}]]></${name}>`)
      .join('')}</row>`
  const table = (name: string, ...rows: string[]) => `<${name}><rows>${rows.join('')}</rows></${name}>`
  const words = (qid: string, question: string) => row({ qid, question, language: 'ja' })
  const lss = `<?xml version="1.0"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>623</DBVersion>
    <languages><language>ja</language></languages>${table('groups', row({ gid: '1', group_order: '0' }))}${table(
      'group_l10ns',
      row({ gid: '1', group_name: '属性', language: 'ja' }),
    )}${table(
      'questions',
      row({
        qid: '1',
        gid: '1',
        type: 'M',
        title: 'hobby',
        question_order: '1',
        relevance: '1',
        parent_qid: '0',
      }),
      row({
        qid: '2',
        gid: '1',
        type: 'N',
        title: 'years',
        question_order: '2',
        relevance: 'hobby_a.NAOK == "Y" && !is_empty(hobby.NAOK)',
        parent_qid: '0',
      }),
    )}${table(
      'subquestions',
      row({ qid: '3', parent_qid: '1', title: 'a', question_order: '1' }),
      row({ qid: '4', parent_qid: '1', title: 'b', question_order: '2' }),
    )}${table('question_l10ns', words('1', '<p>趣味は&nbsp;何ですか</p>'), words('2', '何年ですか'), words('3', '読書'), words('4', '運動'))}</document>`
  const { questionnaire: back, notes } = read(readLss(lss))
  expect(notes).toEqual([])
  const [hobby, years] = questionsOf(back)
  expect(hobby).toMatchObject({ type: 'multiple', text: '趣味は 何ですか' })
  expect(hobby?.options.map(({ code, label }) => [code, label])).toEqual([
    ['a', '読書'],
    ['b', '運動'],
  ])
  expect(years?.showIf).toBe("selected(hobby, 'a') and answered(hobby)")
})

test('a ranking of LimeSurvey is read from answers (to version 6) and from subquestions (the newest)', () => {
  const row = (fields: Record<string, string>) =>
    `<row>${Object.entries(fields)
      .map(([name, text]) => `<${name}>${text}</${name}>`)
      .join('')}</row>`
  const table = (name: string, ...rows: string[]) => `<${name}><rows>${rows.join('')}</rows></${name}>`
  const names = ['道路', '医療', '公園']
  const question = { qid: '1', gid: '1', type: 'R', title: 'needs', question_order: '1', relevance: '1' }
  const lss = (items: string, limit: string) =>
    `<document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>ja</language></languages>${table(
      'groups',
      row({ gid: '1', group_order: '0', group_name: '', language: 'ja' }),
    )}${table('questions', row({ ...question, parent_qid: '0', question: '大切な順に' }))}${items}${table(
      'question_attributes',
      row({ qid: '1', attribute: limit, value: '2' }),
    )}</document>`
  const answers = table(
    'answers',
    ...names.map((answer, at) =>
      row({ qid: '1', code: `A${at + 1}`, answer, sortorder: String(at), scale_id: '0' }),
    ),
  )
  const subquestions = table(
    'subquestions',
    ...names.map((words, at) =>
      row({
        qid: String(at + 2),
        parent_qid: '1',
        title: `SQ00${at + 1}`,
        question: words,
        question_order: String(at),
      }),
    ),
  )
  for (const [text, codes] of [
    [lss(answers, 'max_answers'), ['A1', 'A2', 'A3']],
    [lss(answers, 'max_subquestions'), ['A1', 'A2', 'A3']],
    [lss(subquestions, 'max_subquestions'), ['SQ001', 'SQ002', 'SQ003']],
  ] as const) {
    const { questionnaire: back, notes } = read(readLss(text))
    expect(notes).toEqual([])
    const [needs] = questionsOf(back)
    expect(needs).toMatchObject({
      type: 'ranking',
      text: '大切な順に',
      maximum: 2,
      items: [{ column: 'needs' }],
    })
    expect(needs?.options.map(({ code, label }) => [code, label])).toEqual(
      names.map((label, at) => [codes[at], label]),
    )
  }
})

test('files that are something else are told as such', () => {
  expect(readLss('<a/>').problem).toContain('ではありません')
  expect(readLss('<!DOCTYPE a><a/>').problem).toContain('DOCTYPE')
  expect(readXlsform([]).problem).toContain('survey')
})
