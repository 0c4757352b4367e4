import { expect, test } from 'vitest'
import { sampleQuestionnaire } from '../../sample/sample-questionnaire.ts'
import { findQuestion, newOption, newQuestionnaire, saveQuestion } from './edit-questionnaire.ts'
import {
  askedItems,
  bound,
  copiedFrom,
  earlierItem,
  mayCompare,
  sameItems,
  withRewordings,
} from './lineage.ts'
import { questionnaireChanges } from './questionnaire-changes.ts'

type Titled = Parameters<typeof sampleQuestionnaire>[0]

/** The sample's questions as a city writes them for the first time: not bound to any earlier wave. */
function unbound(measures: Titled) {
  const written = sampleQuestionnaire(measures)
  const free = askedItems(written).map(({ item }) => [item.column, { lineageId: '', reason: '' }] as const)
  return bound(written, Object.fromEntries(free))
}

const first = unbound([
  { id: 'me_aaaaaaaaaa', title: '道路' },
  { id: 'me_bbbbbbbbbb', title: '公園' },
])
const waves = [{ surveyId: 'sv_aaaaaaaaaa', title: '5年前', questionnaire: first }]
const change = (code: string, with_: object, questionnaire = copiedFrom(waves[0] as never)) =>
  saveQuestion(questionnaire, { ...findQuestion(questionnaire, code), ...with_ } as never)
const itemAt = (questionnaire: typeof first, column: string) => {
  const found = askedItems(questionnaire).find(({ item }) => item.column === column)
  if (!found) throw new Error(column)
  return found.item
}

test('a copied questionnaire is bound to where it comes from, and differs in nothing', () => {
  const copied = withRewordings(copiedFrom(waves[0] as never), waves)
  const items = askedItems(copied).map(({ item }) => item)
  expect(items.every(({ isReworded }) => !isReworded)).toBe(true)
  expect(itemAt(copied, 'q6_2')).toMatchObject({ lineageId: 'sv_aaaaaaaaaa#q6_2' })
  expect(items.map(mayCompare)).toEqual(items.map(() => 'comparable'))
  const third = copiedFrom({ surveyId: 'sv_bbbbbbbbbb', title: '', questionnaire: copied })
  expect(itemAt(third, 'q6_2').lineageId).toBe('sv_aaaaaaaaaa#q6_2')
})

test('other words or other options make an item one that a person must judge; blanks and width do not', () => {
  const reworded = withRewordings(change('q1', { text: 'このまちに住んで、何年ですか。' }), waves)
  expect(itemAt(reworded, 'q1')).toMatchObject({ isReworded: true })
  expect(mayCompare(itemAt(reworded, 'q1'))).toBe('not-comparable')
  const judged = bound(reworded, {
    q1: { lineageId: 'sv_aaaaaaaaaa#q1', judgement: 'reference', reason: '聞き方を短くした' },
  })
  expect(mayCompare(itemAt(withRewordings(judged, waves), 'q1'))).toBe('reference')
  const options = [newOption({ code: '1', label: '１年未満' }), newOption({ code: '2', label: '１年以上' })]
  expect(itemAt(withRewordings(change('q1', { options }), waves), 'q1').isReworded).toBe(true)
  const spaced = change('q1', { text: 'この市に 住んで、何年になりますか。' })
  expect(itemAt(withRewordings(spaced, waves), 'q1').isReworded).toBe(false)
  expect(
    itemAt(withRewordings(bound(spaced, { q1: { lineageId: '', reason: '' } }), waves), 'q1').lineageId,
  ).toBe('')
})

test('items that read the same are found; one line of a table by its own words', () => {
  const free = unbound([{ id: 'me_cccccccccc', title: '公園' }])
  const same = sameItems(free, waves[0] as never)
  expect(same['q6_1']?.lineageId).toBe('sv_aaaaaaaaaa#q6_2')
  expect(same['q3']?.lineageId).toBe('sv_aaaaaaaaaa#q3')
  expect(earlierItem(waves, 'sv_aaaaaaaaaa#q6_2')?.item.label).toBe('公園')
  expect(earlierItem(waves, 'sv_zzzzzzzzzz#q1')).toBeUndefined()
})

test('a new version: what came, what went, and what changed with both texts', () => {
  const { q1 } = { q1: { text: '新しい文', maximum: 5 } }
  const changed = change('q1', q1, first)
  const without = {
    ...changed,
    sections: changed.sections.map((section) => ({
      ...section,
      questions: section.questions.filter(({ code }) => code !== 'q7'),
    })),
  }
  expect(questionnaireChanges(first, without).map(({ kind, code }) => [kind, code])).toEqual([
    ['changed', 'q1'],
    ['removed', 'q7'],
  ])
  expect(questionnaireChanges(first, changed)[0]?.parts).toEqual([
    { label: '文', before: 'この市に住んで、何年になりますか。', after: '新しい文' },
    { label: '上限・下限', before: '', after: '〜5' },
  ])
  expect(questionnaireChanges(newQuestionnaire(), first).every(({ kind }) => kind === 'added')).toBe(true)
  expect(questionnaireChanges(first, first)).toEqual([])
})
