import { expect, test } from 'vitest'
import { sealerOf } from '#src/platform/sealing.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { questionSets } from '../core/question-sets.ts'
import { takesNotes } from '../core/session.ts'
import type { SessionContent } from '../core/session-forms.ts'
import { addNotes, takeOverNotes } from './commands/notes.ts'
import { keepPhoto, removePhoto } from './commands/photos.ts'
import { confirmTextPurge, proposeTextPurge, setRetention } from './commands/retention.ts'
import { addSession } from './commands/sessions.ts'
import { getPhoto, listPhotos } from './queries/photos.ts'
import { listSteps } from './queries/sessions.ts'

const content: SessionContent = {
  ...{ kind: 'world-cafe', title: 'ワールドカフェ', purpose: '', heldOn: '2019-03-20', startsAt: '13:30' },
  ...{ endsAt: '15:30', place: '', district: '', group: '', howTo: '', contact: '' },
  ...{ frame: 'open-call', consent: 'anonymous-quote', versionId: '' },
}
const sealer = sealerOf(new Uint8Array(32).fill(1))
const bytes = new TextEncoder().encode('付箋の絵')
const photo = { name: 'テーブル1.jpg', contentType: 'image/jpeg', bytes, sealer }

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const session = () => addSession(context, { content, set: questionSets[0] })

  test('a photograph is sealed, seen by who types from it and by nobody else, and goes by a hand', async () => {
    const sessionId = await session()
    const photoId = await keepPhoto(as('entry-clerk', context), { sessionId, photo })
    const stored = await context.db.selectFrom('voiceSessionPhotos').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(Buffer.from(bytes).toString('base64'))
    expect((await getPhoto(context, { sessionId, photoId, sealer })).bytes).toEqual(bytes)
    const other = await session()
    await expect(getPhoto(context, { sessionId: other, photoId, sealer })).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(removePhoto(context, { sessionId: other, photoId })).rejects.toMatchObject({
      kind: 'not-found',
    })
    for (const role of ['member', 'publisher', 'public'] as const)
      await expect(listPhotos(as(role, context), sessionId)).rejects.toMatchObject({ kind: 'forbidden' })
    await removePhoto(context, { sessionId, photoId })
    expect(await listPhotos(context, sessionId)).toEqual([])
  })

  test('a photograph goes when the words of its session are destroyed, and no other does', async () => {
    const [old, other] = [await session(), await session()]
    for (const sessionId of [old, other]) await keepPhoto(context, { sessionId, photo })
    const [step] = (await listSteps(context, old)).filter((step) => takesNotes(step))
    const note = { text: '公園に日陰を', speaker: '', heading: '', district: '', ageBand: '' as const }
    await addNotes(context, { sessionId: old, stepId: step?.id ?? '', tableId: '', notes: [note] })
    await takeOverNotes(context, { sessionId: old })
    await setRetention(context, { channel: 'workshop', years: 5 })
    const purgeId = await proposeTextPurge(context, {})
    await confirmTextPurge(as('privacy-officer', context), { purgeId })
    expect(await listPhotos(context, old)).toEqual([])
    expect(await listPhotos(context, other)).toHaveLength(1)
  })
})
