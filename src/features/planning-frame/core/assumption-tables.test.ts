import { expect, test } from 'vitest'
import { inventedInputs } from '#test/demography/invented-inputs.ts'
import { factorTable, readFactorTable, readSiteTable, siteTable } from './assumption-tables.ts'

const inputs = inventedInputs({ steps: 3 })
const [first, second] = inputs.periods
const [from, to] = [first?.from ?? 0, first?.to ?? 0]

test('the table that is shown is read back as no change', () => {
  expect(readFactorTable(factorTable(inputs, []), inputs)).toEqual({ rows: [] })
})

test('a table pasted from a spreadsheet is read, full-width digits and a period left out included', () => {
  const pasted = `期間\t出生\t転入\t転出\r\n${from}～${to}\t１．１\t1\t0.5\r\n`
  expect(readFactorTable(pasted, inputs)).toEqual({
    rows: [{ from, to, fertility: 1.1, inflow: 1, outflow: 0.5 }],
  })
  expect(readFactorTable(`${second?.from},1,1.2,1`, inputs)).toMatchObject({ rows: [{ inflow: 1.2 }] })
})

test('what cannot be read is refused by its line', () => {
  expect(readFactorTable('期間\tx\tx\tx\n1850～1855\t1\t1\t1', inputs).problem).toContain(
    '2行目：「1850~1855」',
  )
  expect(readFactorTable(`${from}\t1\t\t1`, inputs).problem).toContain('空欄は1ではありません')
  expect(readFactorTable(`${from}\t1\t1\t1\n${from}\t1\t1\t1`, inputs).problem).toContain('2つあります')
})

test('sites are read by name and year, and written as they were read', () => {
  const pasted = `みらい平\t${from + 1}\t1,200\t\nみらい平\t${from + 2}\t300\t\n駅東\t${from}\t50\t若者`
  const read = readSiteTable(pasted, inputs)
  expect(read).toEqual({
    rows: [
      {
        name: 'みらい平',
        profile: 'family',
        entrants: [
          { year: from + 1, persons: 1200 },
          { year: from + 2, persons: 300 },
        ],
      },
      { name: '駅東', profile: 'young', entrants: [{ year: from, persons: 50 }] },
    ],
  })
  expect(readSiteTable(siteTable(read.rows ?? []), inputs)).toEqual(read)
  expect(readSiteTable(siteTable([]), inputs)).toEqual({ rows: [] })
})

test('a site without persons, outside the years or of unknown people is refused', () => {
  expect(readSiteTable(`駅東\t${from}\t\t`, inputs).problem).toContain('人数')
  expect(readSiteTable('駅東\t1900\t5', inputs).problem).toContain('西暦')
  expect(readSiteTable(`駅東\t${from}\t5\t宇宙人`, inputs).problem).toContain('若者（例）')
})
