import { expect, test } from 'vitest'
import { readSettings, warningsFor } from './settings.ts'
import { whyItCannotStart } from './start-problems.ts'

test('without any setting it runs on this machine only, in ./data', () => {
  expect(readSettings({})).toMatchObject({
    folder: './data',
    host: '127.0.0.1',
    port: 3000,
    address: 'http://localhost:3000',
    databaseUrl: undefined,
  })
  expect(warningsFor(readSettings({}))).toEqual([])
})

test('plain http to other machines is warned of, https is not', () => {
  expect(warningsFor(readSettings({ HOST: '0.0.0.0' }))).toHaveLength(1)
  expect(warningsFor(readSettings({ HOST: '0.0.0.0', BASE_URL: 'https://plan.example.jp' }))).toEqual([])
})

test.each([{ PORT: 'abc' }, { PORT: '70000' }, { BASE_URL: 'ftp://x' }, { BASE_URL: 'plan.example.jp' }])(
  '%o is refused with a sentence',
  (environment) => {
    expect(() => readSettings(environment)).toThrow(/PORT|BASE_URL/)
  },
)

test.each([
  [{ code: 'EADDRINUSE', port: 3000 }, 'ポート 3000'],
  [{ code: 'EACCES', path: '/data' }, '書き込めません'],
  [{ code: 'EROFS', path: '/data' }, '書き込めません'],
  [{ code: 'ENOSPC' }, '空きがありません'],
  [{ code: 'ECONNREFUSED' }, 'PostgreSQL につながりません'],
  [{ code: '28P01' }, 'PostgreSQL に断られました'],
])('%o is told in words the operator can act on', (properties, words) => {
  expect(whyItCannotStart(Object.assign(new Error('x'), properties))).toContain(words)
})

test('our own mistakes keep their stack trace', () => {
  expect(whyItCannotStart(new TypeError('undefined is not a function'))).toBeUndefined()
})
