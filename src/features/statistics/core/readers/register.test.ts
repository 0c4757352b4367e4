import { expect, test } from 'vitest'
import { decodeText } from '#src/lib/csv/decode-text.ts'
import { asUnicodeText, newRegister, newRegisterCp932, oldRegister } from '../cases/register-files.ts'
import { readSource } from '../read-source.ts'

const read = (text: string) => readSource(text, 'register-age')
const findingsOf = (text: string) => {
  const reading = read(text)
  return 'findings' in reading ? reading.findings : []
}
const textOf = (bytes: Uint8Array) => {
  const decoded = decodeText(bytes)
  return 'text' in decoded ? decoded.text : decoded.problem
}
const utf8 = (text: string) => new TextEncoder().encode(text)

test('the old and the new headings give the same figures', () => {
  const [before, after] = [read(oldRegister), read(newRegister)]
  expect(before).toMatchObject({ observations: 'observations' in after ? after.observations : [] })
  expect(after).toMatchObject({
    recognised: expect.stringContaining('新しい見出し'),
    observations: expect.arrayContaining([
      {
        areaCode: '08235',
        areaName: 'つくばみらい市',
        item: 'J-F-85+',
        time: '2025-01-01',
        value: 40,
        unit: '人',
      },
    ]),
  })
})

test.each([
  ['UTF-8 without BOM', utf8(newRegister)],
  ['UTF-8 with BOM', utf8(`\uFEFF${newRegister}`)],
  ['CP932', newRegisterCp932],
  ['UTF-16 with tabs', asUnicodeText(newRegister)],
])('%s is read alike', (_, bytes) => {
  expect(read(textOf(bytes))).toEqual(read(newRegister))
})

test('every item stands on the register', () => {
  const reading = read(newRegister)
  const bases = 'items' in reading ? reading.items.map(({ basis }) => basis) : []
  expect(new Set(bases)).toEqual(new Set(['register']))
})

test('a wrong check digit, a day that is none and uneven sums are told by row and column', () => {
  expect(findingsOf(oldRegister.replace('082350', '082351'))).toMatchObject([
    { line: 2, column: '地方公共団体コード', value: '082351' },
  ])
  expect(findingsOf(oldRegister.replace('2025/1/1', '2025/2/30'))).toMatchObject([
    { line: 2, column: '調査年月日', problem: expect.stringContaining('日付として読めません') },
  ])
  expect(findingsOf(oldRegister.replace(',100,48,', ',101,48,'))).toMatchObject([
    { line: 2, column: '総人口', value: '101', problem: '内訳の合計100人と合いません' },
  ])
})

test('a hidden cell stays hidden and is not zero', () => {
  const reading = read(oldRegister.replace('8,12,40,40', 'X,12,40,40'))
  expect(reading).toMatchObject({ notes: ['値のない欄：秘匿1件（0とは別に扱います）'] })
})

test('a district keeps its own code, so that it never adds to the city', () => {
  const reading = read(newRegister.replace('令和7年1月1日,,', '令和7年1月1日,小絹,'))
  expect('observations' in reading && reading.observations[0]).toMatchObject({
    areaCode: '08235/小絹',
    areaName: 'つくばみらい市 小絹',
  })
})

test('a table of another kind is called by its right name', () => {
  const reading = readSource(newRegister, 'ssdse-a')
  expect(reading).toMatchObject({
    findings: [{ problem: expect.stringContaining('「住民基本台帳（地域・年齢別人口）」の形です') }],
  })
})
