import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { Sealer } from '#src/platform/sealing.ts'
import { permissions } from '../../core/permissions.ts'
import type { SessionPhoto } from '../../core/session-photo.ts'
import { sessionTables } from '../session-tables.ts'

/** The photographs of a session's cards, as they came: for those who type from them. */
export async function listPhotos(context: Context, sessionId: string): Promise<SessionPhoto[]> {
  authorize(context, permissions, 'take-in-voice')
  return sessionTables(context)
    .selectFrom('voiceSessionPhotos')
    .select(['id', 'sessionId', 'name', 'size', 'addedAt'])
    .where('sessionId', '=', sessionId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

type Wanted = { sessionId: string; photoId: string; sealer: Sealer }

/** A photograph itself. */
export async function getPhoto(context: Context, { sessionId, photoId, sealer }: Wanted) {
  authorize(context, permissions, 'take-in-voice')
  const row = await sessionTables(context)
    .selectFrom('voiceSessionPhotos')
    .select(['name', 'contentType', 'sealed'])
    .where('id', '=', photoId)
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  const { name, contentType, sealed } = found(row, '写真')
  return { name, contentType, bytes: new Uint8Array(Buffer.from(sealer.open(photoId, sealed), 'base64')) }
}
