import { expect, test } from 'vitest'
import { hasRightCheckDigit, municipalityForm } from './municipality.ts'
import { prefectureOf, prefectures } from './prefectures.ts'

// つくばみらい市, 千代田区, 札幌市, 大阪市, 那覇市, 北九州市, 高知市, 鳥取市 (総務省「全国地方公共団体コード」)
test.each(['082350', '131016', '011002', '271004', '472018', '401005', '392014', '312011'])(
  '%s is a real code',
  (code) => {
    expect(hasRightCheckDigit(code)).toBe(true)
  },
)

test('exactly one last digit fits the first five', () => {
  for (const first of ['08235', '00000', '10000', '99999', '13101', '01100']) {
    expect([...'0123456789'].filter((last) => hasRightCheckDigit(`${first}${last}`))).toHaveLength(1)
  }
})

const entered = { code: '082350', name: 'つくばみらい市' }
const problemOf = (given: object) =>
  municipalityForm.safeParse({ ...entered, ...given }).error?.issues[0]?.message

test('a mistyped code is told by its check digit, a wrong prefecture by its number', () => {
  expect(problemOf({ code: '082530' })).toContain('検査数字')
  expect(problemOf({ code: '482350' })).toContain('都道府県')
  expect(problemOf({ code: '8235' })).toContain('6けた')
  expect(problemOf({ code: ' ０８２３５０ ' })).toBeUndefined()
})

test('districts are parted by 、 or line, contact lines by line only', () => {
  expect(
    municipalityForm.parse({
      ...entered,
      districts: '伊奈、谷和原\nみらい平,',
      contactLines: '電話 0297-00-0000、内線 1\n\n平日 8時30分〜17時15分',
    }),
  ).toMatchObject({
    districts: ['伊奈', '谷和原', 'みらい平'],
    contactLines: ['電話 0297-00-0000、内線 1', '平日 8時30分〜17時15分'],
  })
  expect(problemOf({ districts: '伊奈、伊奈' })).toContain('2回')
})

test('the prefecture follows from the code', () => {
  expect(prefectures).toHaveLength(47)
  expect(['082350', '011002', '472018'].map(prefectureOf)).toEqual(['茨城県', '北海道', '沖縄県'])
})
