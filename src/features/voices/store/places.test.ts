import { beforeAll, expect, test } from 'vitest'
import { setUpMunicipality } from '#src/features/organization/store/commands.ts'
import { staffRoles } from '#src/lib/permissions.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { SubmissionContent } from '../core/submission.ts'
import { redactOpinion, releaseOpinion } from './commands/disclosure.ts'
import { exportVoices } from './commands/export.ts'
import { takeInVoice } from './commands/intake.ts'
import { keepPlace } from './commands/places.ts'
import { confirmTextPurge, proposeTextPurge, setRetention } from './commands/retention.ts'
import { placesOf } from './queries/places.ts'
import { listRequests } from './queries/requests.ts'
import { listHistory, listOpinionsOf } from './queries/voices.ts'

const content: SubmissionContent = {
  original: '十字路にカーブミラーをつけてください。',
  channel: 'request',
  sessionLabel: '',
  receivedOn: '2020-03-30',
  method: 'post',
  district: '谷和原',
  ageBand: '',
  group: '',
  frame: 'open-call',
  consent: 'public',
}
const place = { district: '谷和原', town: '小絹', latitude: 35.9848, longitude: 139.9814 }

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')

  beforeAll(async () => {
    const city = { code: '082350', name: 'みほん市', kana: '', contactOffice: '', contactLines: [] }
    const all = { ...context, actor: { id: 'sample', roles: staffRoles } }
    await setUpMunicipality(all, { ...city, districts: ['伊奈', '谷和原'], isSample: true })
  })

  async function placed(changes: Partial<SubmissionContent> = {}) {
    const { submissionId } = await takeInVoice(context, { content: { ...content, ...changes } })
    const [opinion] = await listOpinionsOf(context, submissionId)
    const opinionId = opinion?.id ?? ''
    await keepPlace(context, { opinionId, revision: 1, place })
    return { submissionId, opinionId }
  }

  test('a place is kept with the opinion, changed with what stood before, and taken away', async () => {
    const { submissionId, opinionId } = await placed()
    expect((await listRequests(context)).find(({ heard }) => heard.id === opinionId)?.place).toEqual(place)
    await expect(keepPlace(context, { opinionId, revision: 1, place })).rejects.toMatchObject({
      kind: 'stale',
    })
    const town = { ...place, town: '筒戸', latitude: undefined, longitude: undefined }
    await keepPlace(context, { opinionId, revision: 2, place: town })
    expect((await placesOf(context, [opinionId])).get(opinionId)).toEqual(town)
    expect((await listHistory(context, submissionId)).map(({ before }) => before)).toContain(
      '谷和原・小絹（35.9848, 139.9814）',
    )
    const nowhere = { district: '', town: '', latitude: undefined, longitude: undefined }
    await keepPlace(context, { opinionId, revision: 3, place: nowhere })
    expect((await placesOf(context, [opinionId])).size).toBe(0)
    await expect(
      keepPlace(as('entry-clerk', context), { opinionId, revision: 4, place }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('the file of the office holds the point, the public one the town of five at most', async () => {
    for (let count = 0; count < 5; count++) {
      const { opinionId } = await placed()
      await redactOpinion(context, { opinionId, revision: 2, redacted: content.original })
      const release = { opinionId, revision: 3, disclosure: 'public' as const, reason: '' }
      await releaseOpinion(as('publisher', context), release)
    }
    const office = JSON.stringify(await exportVoices(context, { audience: 'office' }))
    expect(office).toContain('139.9814')
    const { voices } = await exportVoices(context, { audience: 'public' })
    expect(voices.map(({ opinions }) => opinions[0]?.place)).toEqual(
      Array.from({ length: 5 }, () => ({ district: '谷和原', town: '小絹' })),
    )
  })

  test('a place goes when the words go', async () => {
    const { opinionId } = await placed()
    await setRetention(context, { channel: 'request', years: 5 })
    const purgeId = await proposeTextPurge(context, {})
    await confirmTextPurge(as('privacy-officer', context), { purgeId })
    expect((await placesOf(context, [opinionId])).size).toBe(0)
    await expect(keepPlace(context, { opinionId, revision: 2, place })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})
