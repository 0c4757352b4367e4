import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CliCall } from '#src/platform/cli.ts'
import { onEveryDatabase } from '#test/context.ts'
import { findMunicipality, listUnits } from '../store/queries.ts'
import { initCommand } from './init-command.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shirube-init-'))
})
afterAll(() => rm(folder, { recursive: true }))

onEveryDatabase((contextAs) => {
  const context = contextAs('system-administrator')
  const city = { code: '082350', name: 'つくばみらい市' }

  /** One call: its exit code and everything it said. */
  async function call(values: CliCall['values']) {
    const said: string[] = []
    const code = await initCommand.run({
      positionals: [],
      values,
      print: (text) => said.push(text),
      remark: (text) => said.push(text),
      now: context.now,
      open: async () => context,
      folder,
    })
    return { code, said: said.join('\n') }
  }
  async function csv(text: string | Uint8Array) {
    const path = join(folder, 'units.csv')
    await writeFile(path, text)
    return path
  }

  test('a call without code or name, or with a wrong code, cannot be understood', async () => {
    await expect(call({ name: 'つくばみらい市' })).rejects.toMatchObject({ name: 'UnusableCall' })
    await expect(call({ ...city, code: '082351' })).rejects.toMatchObject({
      name: 'UnusableCall',
      message: expect.stringContaining('検査数字'),
    })
  })

  test('a CSV with mistakes is reported line by line, and nothing is set up', async () => {
    const units = await csv(
      '名前,種類,上の組織,設置の日\n総務部,部,,2026-04-01\n総務課,班,経済部,2026-04-01\n',
    )
    const { code, said } = await call({ ...city, units })
    expect(code).toBe(1)
    expect(said).toContain('3行目「種類」')
    expect(said).toContain('3行目「上の組織」')
    expect(said).toContain('何も変えていません')
    expect(await findMunicipality(context)).toBeUndefined()
    expect((await call({ ...city, units: await csv('') })).code).toBe(1)
    expect((await call({ ...city, units: await csv(new Uint8Array([0xff, 0x00, 0xfd])) })).code).toBe(1)
  })

  test('an empty installation is set up once, with its units', async () => {
    const units = await csv(
      '名前,種類,上の組織,設置の日\r\n総務課,課,総務部,2026-04-01\r\n総務部,部,,2026-04-01\r\n',
    )
    const values = {
      ...city,
      kana: 'つくばみらいし',
      districts: '伊奈,谷和原',
      contact: '企画課,電話 0297-00-0000',
      units,
    }
    expect(await call(values)).toMatchObject({ code: 0, said: expect.stringContaining('組織 2件') })
    expect(await findMunicipality(context)).toMatchObject({
      name: 'つくばみらい市',
      districts: ['伊奈', '谷和原'],
      contactOffice: '企画課',
      contactLines: ['電話 0297-00-0000'],
      isSample: false,
    })
    expect(await listUnits(context)).toHaveLength(2)
    expect(await call(city)).toMatchObject({ code: 1, said: expect.stringContaining('すでに') })
    expect(await listUnits(context)).toHaveLength(2)
  })
})
