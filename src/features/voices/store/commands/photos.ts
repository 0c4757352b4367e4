import { command } from '#src/platform/command.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { mostPhotos } from '../../core/session-photo.ts'
import { listPhotos } from '../queries/photos.ts'
import { getSession } from '../queries/sessions.ts'
import { sessionTables } from '../session-tables.ts'
import type { NewScan } from './transcripts.ts'

/** Keeps a photograph of cards beside the record (付箋の写真), sealed. Returns its id. */
export const keepPhoto = command(
  permissions,
  'take-in-voice',
  async (context, { sessionId, photo }: { sessionId: string; photo: NewScan }) => {
    const session = await getSession(context, sessionId)
    if ((await listPhotos(context, session.id)).length >= mostPhotos)
      throw new Refusal('conflict', `写真は${mostPhotos}枚までです`)
    const id = context.newId('vs')
    const { name, contentType, bytes, sealer } = photo
    await sessionTables(context)
      .insertInto('voiceSessionPhotos')
      .values({
        id,
        sessionId,
        name,
        contentType,
        size: bytes.length,
        sealed: sealer.seal(id, Buffer.from(bytes).toString('base64')),
        addedBy: context.actor.id,
        addedAt: context.now.toISOString(),
      })
      .execute()
    return id
  },
)

/** Takes a photograph away for good, when everything on it is typed or a face is on it. */
export const removePhoto = command(
  permissions,
  'take-in-voice',
  async (context, { sessionId, photoId }: { sessionId: string; photoId: string }) => {
    const photo = (await listPhotos(context, sessionId)).find(({ id }) => id === photoId)
    await sessionTables(context)
      .deleteFrom('voiceSessionPhotos')
      .where('id', '=', found(photo, '写真').id)
      .execute()
  },
)
