import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { swedenExpected, swedenInputs } from '#src/lib/demography/sweden-1993.ts'
import { inventedInputs } from '#test/demography/invented-inputs.ts'
import { frameCommands } from './commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-project-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (name: string, content: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function project(positionals: string[], values: Record<string, string | boolean> = {}) {
  const printed: string[] = []
  const remarks: string[] = []
  const command = frameCommands.find(({ name }) => name === 'project')
  const code = await command?.run({
    positionals,
    values,
    print: (text) => printed.push(text),
    remark: (text) => remarks.push(text),
    now: new Date('2026-04-01T00:00:00Z'),
    open: () => Promise.reject(new Error('no database')),
    folder,
  })
  return { code, printed: printed.join('\n'), remarks: remarks.join('\n') }
}

const sweden = fileOf('sweden.json', swedenInputs)
const town = inventedInputs({ steps: 4 })

test('the textbook example comes out of the command line as of the book', async () => {
  const { code, printed } = await project([sweden])
  const { population, years, inputsHash } = JSON.parse(printed)
  expect(code).toBe(0)
  expect(years).toEqual([1993, 1998])
  expect(population['1998'].F.map(Math.round)).toEqual(swedenExpected.F)
  expect(inputsHash).toMatch(/^sha256:[0-9a-f]{64}$/)
})

test('a packed file, and one with the example around it, are read too', async () => {
  const packed = join(folder, 'sweden.json.gz')
  writeFileSync(packed, gzipSync(JSON.stringify(swedenInputs)))
  const wrapped = fileOf('fixture.json', { schema: 'shirube-projection-fixture/1', inputs: swedenInputs })
  const [first, second] = [await project([packed]), await project([wrapped])]
  expect(first.code).toBe(0)
  expect(first.printed).toBe(second.printed)
})

test('a table has one row a value, with age labels', async () => {
  const out = join(folder, 'result.csv')
  await project([sweden], { out, case: '教科書' })
  const rows = readFileSync(out, 'utf8').replace('\uFEFF', '').trim().split('\r\n')
  expect(rows[0]).toBe('code,case,year,sex,age,value')
  expect(rows).toHaveLength(1 + 2 * 2 * 18)
  expect(rows[18]).toBe('SE,教科書,1993,M,85+,112424')
})

test('in a list, broken areas are told and the others projected', async () => {
  const broken = [
    { ...inventedInputs({ seed: 2 }), base: { M: [1, 2], F: [] } },
    { ...inventedInputs({ seed: 3 }), population: 12 },
    { schema: 'shirube-plan/1' },
  ]
  const { code, printed, remarks } = await project([fileOf('list.json', [town, ...broken])])
  expect(code).toBe(1)
  expect(JSON.parse(printed)).toHaveLength(1)
  expect(remarks).toContain('見本2市（90002）：E-AGE：base.Mの値が2個あります')
  expect(remarks).toContain('見本3市（90003）：E-FORM：全体：「population」という欄はありません')
  expect(remarks).toContain('4番目の地域：E-FORM：推計の入力のJSONではありません')
})

test('a blank where a number belongs is not zero', async () => {
  const blank = { ...town, base: { ...town.base, M: [null, ...town.base.M.slice(1)] } }
  const { code, printed, remarks } = await project([fileOf('blank.json', blank)])
  expect({ code, printed }).toEqual({ code: 1, printed: '' })
  expect(remarks).toContain('E-NAN：base.M.0：数ではありません')
})

test('unknown ages stop the run, or are distributed and told when asked', async () => {
  const file = fileOf('unknown.json', {
    ...town,
    basis: 'census',
    base: { ...town.base, unknown: { M: 500, F: 300 } },
  })
  expect((await project([file])).remarks).toContain('E-UNK')
  const { code, printed, remarks } = await project([file], { 'distribute-unknown': true })
  expect(code).toBe(0)
  expect(JSON.parse(printed).basis).toBe('census-adjusted')
  expect(remarks).toContain('年齢不詳800人')
})

test('the same seed gives the same bytes, with the chance to be above a number', async () => {
  const file = fileOf('town.json', town)
  const options = { 'monte-carlo': '300', seed: '42', above: '10000' }
  const first = await project([file], options)
  expect(await project([file], options)).toEqual(first)
  const { uncertainty } = JSON.parse(first.printed)
  expect(uncertainty.seed).toBe(42)
  expect(uncertainty.measures.total['2040']).toHaveLength(7)
  expect(uncertainty.probabilities[0].byYear['2020']).toBe(1)
})

test('calls that cannot be understood say what is missing', async () => {
  await expect(project([])).rejects.toMatchObject({ name: 'UnusableCall' })
  await expect(project([sweden], { 'monte-carlo': '100' })).rejects.toThrow('--seed')
  await expect(project([sweden], { seed: '1' })).rejects.toThrow('--monte-carlo')
  await expect(project([sweden], { 'monte-carlo': 'many', seed: '1' })).rejects.toThrow('整数')
  expect((await project([fileOf('cut.json', '{"schema":')])).remarks).toContain('JSONとして読めません')
})

test('areas with one pool of movers are projected together, or refused together', async () => {
  const areas = [5, 6].map((seed) => {
    const inputs = inventedInputs({ migration: 'out-alloc', steps: 1, seed })
    const half = inputs.periods[0]?.survival.M.map(() => 0.5) ?? []
    const periods = inputs.periods.map((period) =>
      period.migration.kind === 'out-alloc'
        ? { ...period, migration: { ...period.migration, alloc: { M: half, F: half }, pool: 'system' } }
        : period,
    )
    return { ...inputs, periods }
  })
  const { code, printed } = await project([fileOf('system.json', areas)])
  expect(code).toBe(0)
  const [first, second] = JSON.parse(printed)
  expect(first.netMigration[0].total + second.netMigration[0].total).toBeCloseTo(0, 6)
  const alone = await project([fileOf('alone.json', areas.slice(0, 1))])
  expect(alone.code).toBe(1)
  expect(alone.remarks).toContain('E-POOL')
})

test('a long list is one list and one table, and its broken areas keep their number', async () => {
  const areas = Array.from({ length: 203 }, (_, at) => ({
    ...town,
    area: { ...town.area, code: String(10_000 + at) },
  }))
  const file = fileOf('long.json', areas.with(120, { schema: 'shirube-plan/1' } as never))
  const [list, table] = [join(folder, 'long-result.json'), join(folder, 'long-result.csv')]
  const { code, remarks } = await project([file], { out: list })
  expect({ code, remarks }).toMatchObject({
    code: 1,
    remarks: expect.stringContaining('121番目の地域：E-FORM'),
  })
  const codes = JSON.parse(readFileSync(list, 'utf8')).map(({ area }: typeof town) => area.code)
  expect(codes).toEqual(areas.toSpliced(120, 1).map(({ area }) => area.code))

  await project([file], { out: table })
  const rows = readFileSync(table, 'utf8').split('\r\n')
  expect(rows.filter((row) => row.includes('code,case'))).toEqual(['\uFEFFcode,case,year,sex,age,value'])
  expect(new Set(rows.slice(1, -1).map((row) => row.slice(0, 5)))).toEqual(new Set(codes))
})
