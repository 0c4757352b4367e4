import { expect, test } from 'vitest'
import { setUpMunicipality } from '#src/features/organization/store/commands.ts'
import { staffRoles } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { SubmissionContent } from '../core/submission.ts'
import { takeInVoices } from './commands/intake.ts'
import { publishVoiceReport, withdrawVoiceReport } from './commands/reports.ts'
import { getPublishedReport, listPublishedReports } from './queries/reports.ts'

const content: SubmissionContent = {
  original: '街灯を増やしてください。',
  channel: 'survey',
  sessionLabel: '',
  receivedOn: '2026-03-30',
  method: 'form',
  district: '伊奈',
  ageBand: '40代',
  group: '',
  frame: 'sampled',
  consent: 'public',
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const publisher = as('publisher', context)
  const asPublic = as('public', context)

  test('a published report hides small counts, keeps what it said, and can be taken back', async () => {
    const all: Context = { ...context, actor: { id: 'sample', roles: staffRoles } }
    const city = { code: '082350', name: 'みほん市', kana: '', contactOffice: '', contactLines: [] }
    await setUpMunicipality(all, { ...city, districts: ['伊奈', '谷和原'], isSample: false })
    const many = (count: number, changes: Partial<SubmissionContent>) =>
      Array.from({ length: count }, () => ({ ...content, ...changes }))
    await takeInVoices(context, {
      contents: [
        ...many(9, {}),
        ...many(8, { district: '谷和原' }),
        ...many(7, { channel: 'request', frame: 'open-call' }),
        ...many(2, { channel: 'request', frame: 'open-call', district: '谷和原' }),
      ],
    })
    const published = { title: '声のまとめ', text: '' }
    await expect(publishVoiceReport(context, published)).rejects.toMatchObject({ kind: 'forbidden' })
    const reportId = await publishVoiceReport(publisher, published)
    const read = async () => (await getPublishedReport(asPublic, reportId)).report
    const first = await read()
    expect(first).toMatchObject({ opinions: 26, submissions: 26 })
    expect(first.grids.find(({ row, column }) => row === '経路' && column === '地区')?.cells).toEqual([
      [null, null, 17],
      [null, null, 9],
      [16, 10, 26],
    ])
    expect(JSON.stringify(first)).not.toContain('街灯')
    await takeInVoices(context, { contents: many(3, { district: '谷和原' }) })
    expect(await read()).toEqual(first)
    await withdrawVoiceReport(publisher, { reportId })
    expect(await listPublishedReports(asPublic)).toEqual([])
    await expect(getPublishedReport(asPublic, reportId)).rejects.toMatchObject({ kind: 'not-found' })
  })
})
