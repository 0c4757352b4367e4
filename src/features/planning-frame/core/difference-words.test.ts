import { expect, test } from 'vitest'
import { projectByCohortComponent } from '#src/lib/demography/cohort-component.ts'
import { explainDifference } from '#src/lib/demography/explain-difference.ts'
import { withoutMigration } from '#src/lib/demography/scenario-edits.ts'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { differenceSentences } from './difference-words.ts'

const city = inputsOf(oneCity(), 'life-table-and-rates')
const usual = projectByCohortComponent(city)
const closed = projectByCohortComponent(withoutMigration(city))
const names = { reference: '社人研準拠', other: '封鎖人口' }

test('a town without moves: one sentence for the whole and one a driver, the largest first', () => {
  expect(differenceSentences(explainDifference(usual, closed, 2045), names)).toEqual([
    '2045年の人口は、「封鎖人口」が「社人研準拠」より7,939人少なくなります。',
    expect.stringMatching(/^転入・転出の違いで、[\d,]+人減ります。$/),
    expect.stringMatching(/^0～4歳の子どもの数の違い.*で、[\d,]+人減ります。$/),
    expect.stringMatching(/^死亡の違いで、[\d,]+人増えます。$/),
  ])
})

test('equal scenarios differ in nothing', () => {
  expect(differenceSentences(explainDifference(usual, usual, 2045), names)).toEqual([
    '2045年の人口は、「封鎖人口」と「社人研準拠」で同じです。',
  ])
})
