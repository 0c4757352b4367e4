import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import type { OpinionPlace } from '../../core/place.ts'
import { tables } from '../tables.ts'

/** Where opinions are about (位置), by opinion: of those named, or of all. With points: for the office only. */
export async function placesOf(
  context: Context,
  opinionIds?: readonly string[],
): Promise<Map<string, OpinionPlace>> {
  authorize(context, permissions, 'read-voices')
  if (opinionIds?.length === 0) return new Map()
  let query = tables(context).selectFrom('voicePlaces').selectAll()
  if (opinionIds) query = query.where('opinionId', 'in', [...opinionIds])
  const rows = await query.execute()
  return new Map(
    rows.map(({ opinionId, district, town, latitude, longitude }) => [
      opinionId,
      { district, town, latitude: latitude ?? undefined, longitude: longitude ?? undefined },
    ]),
  )
}
