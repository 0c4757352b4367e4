import { expect, test } from 'vitest'
import { readCoverage } from '#src/platform/pdf/fonts.ts'
import { sampleQuestionnaire } from '../../sample/sample-questionnaire.ts'
import { conditionWords } from '../questionnaire/condition-words.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'
import { languageCodes, wordsIn } from '../words/languages.ts'
import { isPrinted, paperWordsIn } from '../words/paper-words.ts'
import { paperSections } from './paper-form.ts'

const questionnaire = sampleQuestionnaire([{ id: 'me_aaaaaaaaaa', title: '道路' }])
const questions = questionsOf(questionnaire)

test('paper has the numbers, codes and hints of the web, and says in words whom a question is for', () => {
  const sections = paperSections(questionnaire)
  expect(sections.flatMap((section) => section.questions.map(({ number }) => number))).toEqual(
    questions.map(({ number }) => number),
  )
  const [living, reasons] = sections[1]?.questions ?? []
  expect(living).toMatchObject({ kind: 'choices', columns: 2, hint: '（1つだけ）', condition: '' })
  expect(reasons).toMatchObject({
    columns: 1,
    hint: '（3つまで）',
    condition: '問3で「4 やや不満」か「5 不満」を選んだ方だけ、お答えください',
  })
  const table = sections[2]?.questions[0]
  expect(table?.scales.map(({ title, options }) => [title, options.length])).toEqual([
    ['満足度', 6],
    ['重要度', 6],
  ])
  expect(table?.lines).toEqual(['道路'])
})

test('in another language the words around the questions are of that language too', () => {
  const english = paperSections(questionnaire, 'en').flatMap((section) => section.questions)
  expect(english[3]).toMatchObject({
    number: 'Q4',
    hint: '(choose up to 3)',
    condition: 'Only if you chose “4 やや不満” or “5 不満” in Q3',
  })
  expect(JSON.stringify(paperWordsIn('en'))).not.toMatch(/[\p{Script=Han}\p{Script=Hiragana}]/u)
})

test('every word of a language that is printed has its letters in the fonts', () => {
  const coverage = readCoverage()
  const missing = languageCodes.filter(isPrinted).flatMap((language) => {
    const said = JSON.stringify([paperWordsIn(language), wordsIn(language)])
    return [...said].filter((sign) => !coverage.has(sign.codePointAt(0) ?? 0))
  })
  expect(languageCodes.filter(isPrinted)).toEqual(['ja-plain', 'en', 'pt'])
  expect(missing).toEqual([])
})

test.each([
  ["q1 = '1'", '問1で「1 5年未満」を選んだ方'],
  ["q1 != '1'", '問1で「1 5年未満」以外を選んだ方'],
  ["q1 in ('1', '2')", '問1で「1 5年未満」か「2 5〜9年」を選んだ方'],
  ['q2 >= 3 and not answered(q1)', '問2の答えが3日以上の、かつ、「問1に答えた」ではない方'],
  ["selected(q4, '8') or q2 < 2", '問4で「8 その他」を選んだ、または、問2の答えが2日より小さい方'],
  [
    "(q2 < 2 or q2 > 5) and q6_1i = '1'",
    '（問2の答えが2日より小さい、または、問2の答えが5日より大きい）、かつ、問6の「道路」で「1 重要」を選んだ方',
  ],
  ['', ''],
  ['(', '('],
])('the condition %s in words', (written, words) => {
  expect(conditionWords(questions, written)).toBe(words)
})
