import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { searchRemains } from './search-remains.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-remains-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'copy'))
const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content)
write('copy/page.html', '<p>だれもいない</p>\n<p>秘密　見本 花子さん</p>\n')
write('copy/escaped.html', '<p>&#31192;&#x5bc6;見本花子</p>')
write('copy/rows.json', JSON.stringify({ name: '秘密見本花子' }).replaceAll('秘', '\\u79d8'))
write('copy/clean.csv', '秘密,見本\n花,子\n')
write('copy/book.pdf', '%PDF 秘密見本花子')
write('server.log', `GET /?q=${encodeURIComponent('０２９７－００－１１１１')}\n`)
write('server.log.1.gz', gzipSync('{"request":"0297-00-1111"}\n'))
const files = (list: readonly { file: string }[]) => list.map(({ file }) => file.slice(folder.length + 1))

test('destroyed words are found in every spelling and escape, by file and line, and never told', async () => {
  const report = await searchRemains([folder], ['秘密 見本花子', '0297001111', '林'])
  expect(files(report.remains)).toEqual([
    'copy/escaped.html',
    'copy/page.html',
    'copy/rows.json',
    'server.log',
    'server.log.1.gz',
  ])
  expect(report.remains.find(({ file }) => file.endsWith('page.html'))?.lines).toEqual([2])
  expect(files(report.unread.map((file) => ({ file })))).toEqual(['copy/book.pdf'])
  expect(report).toMatchObject({ read: 6, tooShort: 1 })
  expect(JSON.stringify(report)).not.toMatch(/秘密|花子|1111|林/)
})

test('one file is looked through as a folder is; where nothing stands, nothing is told', async () => {
  const page = join(folder, 'copy/page.html')
  expect((await searchRemains([page], ['見本花子'])).remains).toEqual([{ file: page, lines: [2] }])
  expect((await searchRemains([folder], ['別の人の名前'])).remains).toEqual([])
  expect((await searchRemains([folder], [])).remains).toEqual([])
})

test('a file that is broken inside is told as not looked at, and stops nothing', async () => {
  const broken = join(folder, 'broken')
  mkdirSync(broken)
  writeFileSync(join(broken, 'access.log.gz'), 'no gzip at all')
  writeFileSync(join(broken, 'index.html'), '秘密 花子')
  const { remains, read, unread } = await searchRemains([broken], ['秘密花子'])
  expect([remains.map(({ lines }) => lines), read]).toEqual([[[1]], 1])
  expect(unread).toEqual([join(broken, 'access.log.gz')])
})
