import { expect, test } from 'vitest'
import { guestLines, readGuests } from './read-guests.ts'

const districts = ['伊奈', '谷和原', 'みらい平', '市外']
const typed = '谷和原 30代 A\n30代、谷和原、A\n伊奈\t７０代以上 ×２\n\n―\nみらい平'

test('guests are read by their bands in any order, numbered as they stand', () => {
  const read = readGuests(typed, districts)
  expect(read).toEqual({
    guests: [
      { number: 1, district: '谷和原', ageBand: '30代', party: 'A' },
      { number: 2, district: '谷和原', ageBand: '30代', party: 'A' },
      { number: 3, district: '伊奈', ageBand: '70代以上', party: '' },
      { number: 4, district: '伊奈', ageBand: '70代以上', party: '' },
      { number: 5, district: '', ageBand: '', party: '' },
      { number: 6, district: 'みらい平', ageBand: '', party: '' },
    ],
  })
  if (read.problem === undefined) expect(readGuests(guestLines(read.guests), districts)).toEqual(read)
})

test.each([
  ['谷和原 山田花子', '1行目：「山田花子」は'],
  ['伊奈\n伊奈 ×0', '2行目：人数は1人からです'],
  ['伊奈 ×201', '200人までです'],
  ['  \n', '1行に1人'],
])('%j is refused', (text, problem) => {
  expect(readGuests(text, districts).problem).toContain(problem)
})
