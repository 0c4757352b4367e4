import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUpMunicipality } from '#src/features/organization/store/commands.ts'
import { voiceFile } from '#src/formats/voice.ts'
import { staffRoles } from '#src/lib/permissions.ts'
import { sealerOf } from '#src/platform/sealing.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { SubmissionContent } from '../core/submission.ts'
import { voiceCommands } from '../work/commands.ts'
import { redactOpinion, releaseOpinion, withdrawSubmission } from './commands/disclosure.ts'
import { exportVoices } from './commands/export.ts'
import { receiveVoice, takeInVoice } from './commands/intake.ts'
import { listOpinionsOf } from './queries/voices.ts'

const content: SubmissionContent = {
  original: '見本太郎です。学童の定員を増やしてください。',
  channel: 'comment',
  sessionLabel: '',
  receivedOn: '2026-03-30',
  method: 'post',
  district: '谷和原',
  ageBand: '40代',
  group: '子育て世代',
  frame: 'open-call',
  consent: 'public',
}
const sealer = sealerOf(new Uint8Array(32).fill(1))
const folder = mkdtempSync(join(tmpdir(), 'shirube-voice-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const secret = '伏せてほしい住所は小絹1番地です。'

  beforeAll(async () => {
    const city = { code: '082350', name: 'みほん市', kana: '', contactOffice: '', contactLines: [] }
    const all = { ...context, actor: { id: 'sample', roles: staffRoles } }
    await setUpMunicipality(all, { ...city, districts: ['伊奈', '谷和原'], isSample: true })
    const { submissionId } = await receiveVoice(as('public', context), {
      content,
      sessionRef: 'cc_0000000000',
      aboutRef: '',
      lateReason: '',
      heldReason: '',
      contactsUntil: '2099-03-31',
      contact: {
        words: { name: '見本 花子', address: '小絹9番地', reach: 'hanako@example.jp' },
        sealer,
      },
    })
    const [opinion] = await listOpinionsOf(context, submissionId)
    const opinionId = opinion?.id ?? ''
    const redacted = '■■■■です。学童の定員を増やしてください。'
    await redactOpinion(context, { opinionId, revision: 1, redacted })
    const release = { opinionId, revision: 2, disclosure: 'public' as const, reason: '' }
    await releaseOpinion(as('publisher', context), release)
    await takeInVoice(context, { content: { ...content, original: secret } })
    const gone = await takeInVoice(context, { content: { ...content, original: '取り下げる文。' } })
    await withdrawSubmission(context, { submissionId: gone.submissionId, revision: 1 })
  })

  test('for the office word by word, for everybody only what two people released; contact data in neither', async () => {
    const office = voiceFile.parse(await exportVoices(context, { audience: 'office' }))
    const published = voiceFile.parse(await exportVoices(context, { audience: 'public' }))
    expect(office.voices.map(({ state }) => state).sort()).toEqual(['received', 'received', 'withdrawn'])
    expect(JSON.stringify(office)).toContain(secret)
    expect(JSON.stringify(office)).not.toMatch(/見本 花子|小絹9番地|hanako|取り下げる文/)
    expect(published.voices).toMatchObject([
      {
        receiptNumber: null,
        original: '',
        submitterRef: null,
        district: '',
        ageBand: '',
        group: '',
        opinions: [{ verbatim: '■■■■です。学童の定員を増やしてください。', span: null }],
      },
    ])
    expect(JSON.stringify(published)).not.toMatch(/見本太郎|小絹|40代|子育て世代/)
    await expect(exportVoices(as('section-editor', context), { audience: 'public' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('district and age stand in the public file only where five submissions share them', async () => {
    for (const ageBand of ['20代', '20代', '20代', '20代', '20代', '60代'] as const) {
      const { submissionId } = await takeInVoice(context, {
        content: { ...content, district: '伊奈', ageBand, original: `${ageBand}の声です。` },
      })
      const [opinion] = await listOpinionsOf(context, submissionId)
      const opinionId = opinion?.id ?? ''
      await redactOpinion(context, { opinionId, revision: 1, redacted: opinion?.verbatim ?? '' })
      const release = { opinionId, revision: 2, disclosure: 'public' as const, reason: '' }
      await releaseOpinion(as('publisher', context), release)
    }
    const { voices } = await exportVoices(context, { audience: 'public' })
    const bands = voices.map(({ district, ageBand }) => `${district} ${ageBand}`.trim()).sort()
    expect(bands).toEqual(['', '伊奈', ...Array.from({ length: 5 }, () => '伊奈 20代')])
  })

  test('the command writes a file that the other commands read as it is', async () => {
    const out = join(folder, `${context.actor.id}.json`)
    const run = async (name: string, positionals: string[], values = {}) => {
      const printed: string[] = []
      const command = voiceCommands.find((one) => one.name === `voices ${name}`)
      const print = (text: string) => printed.push(text)
      const open = () => Promise.resolve(context)
      const call = { positionals, values, print, remark: () => {}, now: context.now, open, folder }
      return { code: await command?.run(call), printed: printed.join('\n') }
    }
    expect((await run('export', [], { for: 'office', out })).code).toBe(0)
    const again = await run('export', [], { for: 'office' })
    expect(`${again.printed}\n`).toBe(readFileSync(out, 'utf8'))
    const groups = await run('group', [out], { json: true })
    expect(JSON.parse(groups.printed)).toMatchObject({ counts: { opinions: 8, submissions: 8 } })
    expect((await run('network', [out], { json: true })).code).toBe(0)
    expect((await run('kwic', [out, '学童'], {})).printed).toContain('学童')
  })
})
