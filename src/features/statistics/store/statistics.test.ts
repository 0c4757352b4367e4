import { expect, test } from 'vitest'
import { verifyAudit } from '#src/platform/audit/verify.ts'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { DatasetContent } from '../core/dataset-form.ts'
import { packFile } from '../core/plan-import.ts'
import { readSource } from '../core/read-source.ts'
import { seriesOf } from '../core/series.ts'
import { getAreaSeries, listAreas, listPeerGroups, listSizes } from './city-queries.ts'
import { declarePeerGroup, takeInFile } from './commands.ts'
import { listMappings, saveMapping } from './mappings.ts'
import { coverageOf, getDataset, listFigures, listImports, listItems } from './queries.ts'

const ssdse = (residents: number | string, more = '') => {
  const text = [
    'SSDSE-A-2026,Prefecture,Municipality,A1101,A4101',
    ',,年度,2020,2023',
    '地域コード,都道府県,市区町村,総人口,出生数',
    `R08235,茨城県,つくばみらい市,${residents},365`,
    `R08224,茨城県,守谷市,59846,400${more}`,
  ]
  const reading = readSource(text.join('\n'), 'ssdse-a')
  if ('findings' in reading) throw new Error(JSON.stringify(reading.findings))
  return packFile(reading)
}

onEveryDatabase((contextAs) => {
  let count = 0
  const contentOf = (title: string): DatasetContent => ({
    kind: 'ssdse-a',
    title,
    publisher: '統計センター',
    url: '',
    licence: '',
    credit: 'SSDSEを加工',
    edition: '2026年版',
  })
  async function takenIn() {
    count += 1
    const context = contextAs('secretariat')
    const content = contentOf(`資料${count}`)
    const file = { fileName: 'SSDSE-A-2026.csv', sha256: 'a'.repeat(64) }
    const take = (residents: number, seen: number, by: Context = context) =>
      takeInFile(by, { content, file: ssdse(residents), ...file, seen })
    return { context, take, datasetId: await take(49872, 0) }
  }

  test('figures keep the import they came by, and a new value only itself', async () => {
    const { context, take, datasetId } = await takenIn()
    await take(49880, 1)
    const rows = await listFigures(context, datasetId)
    const cells = Object.fromEntries(rows.map((row) => [`${row.areaCode} ${row.time}`, row.cells]))
    expect(cells['08235 2020']).toEqual({ A1101: [49880, 2] })
    expect(cells['08235 2023']).toEqual({ A4101: [365, 1] })
  })

  test('the history says what each import added and changed', async () => {
    const { context, take, datasetId } = await takenIn()
    await take(49880, 1)
    expect(await listImports(context, datasetId)).toMatchObject([
      { number: 2, addedCount: 0, changedCount: 1, sameCount: 3 },
      { number: 1, addedCount: 4, changedCount: 0, sameCount: 0, edition: '2026年版' },
    ])
    expect(await getDataset(context, datasetId)).toMatchObject({ lastImport: 2 })
    expect(await coverageOf(context, datasetId)).toEqual({ areas: 2, times: ['2020', '2023'] })
  })

  test('the same file again is refused and leaves no trace', async () => {
    const { context, take, datasetId } = await takenIn()
    await expect(take(49872, 1)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await listImports(context, datasetId)).toHaveLength(1)
  })

  test('when somebody else took a file in after the look, another look is needed', async () => {
    const { take } = await takenIn()
    await take(49880, 1)
    await expect(take(49890, 1)).rejects.toMatchObject({ kind: 'stale' })
  })

  test('only the secretariat takes files in, and what was refused is nowhere', async () => {
    const { context, take, datasetId } = await takenIn()
    await expect(take(1, 1, as('viewer', context))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(listItems(as('public', context), datasetId)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await listImports(context, datasetId)).toHaveLength(1)
  })

  test('a city is read with its series in order of time', async () => {
    const { context } = await takenIn()
    const city = await getAreaSeries(as('viewer', context), '08235')
    expect(city.areaName).toBe('つくばみらい市')
    expect(seriesOf(city, 'A4101')?.points).toMatchObject([{ time: '2023', value: 365, importNumber: 1 }])
    expect(await listAreas(context)).toContainEqual({
      areaCode: '08235',
      name: 'つくばみらい市',
      prefecture: '茨城県',
    })
    expect(await listSizes(context)).toContainEqual({ areaCode: '08224', residents: 59846 })
  })

  test('a city that is in no file is not found', async () => {
    await expect(getAreaSeries(contextAs('viewer'), '01100')).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('a declared group keeps reason and day, and its name is taken once', async () => {
    const context = contextAs('secretariat')
    const group = { name: 'TX沿線', reason: '同じ鉄道の沿線', codes: ['08235', '08224'] }
    await declarePeerGroup(context, group)
    expect(await listPeerGroups(context)).toMatchObject([{ name: 'TX沿線', decidedOn: '2026-04-01' }])
    await expect(declarePeerGroup(context, group)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a choice of columns is kept by name and replaced by the same name', async () => {
    const context = contextAs('secretariat')
    const mapping = { area: 0, time: 1, value: 2, basis: 'neutral', itemName: '公園', itemUnit: '' } as const
    await saveMapping(context, { name: '公園台帳', mapping })
    await saveMapping(context, { name: '公園台帳', mapping: { ...mapping, value: 3 } })
    expect(await listMappings(context)).toEqual([{ name: '公園台帳', mapping: { ...mapping, value: 3 } }])
  })

  test('every import stands in the audit', async () => {
    const { context } = await takenIn()
    expect((await verifyAudit(context.db)).problem).toBeUndefined()
  })
})
