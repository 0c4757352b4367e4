import type { Context } from '#src/platform/context.ts'
import type { Erratum } from '../core/errata.ts'
import { type Paper, paperSource } from '../core/papers.ts'
import { type ByMeeting, withoutMeeting } from './queries-parts.ts'
import { tables } from './tables.ts'

/** The papers of some meetings, by their numbers, those that were replaced too. For the room itself: callers have looked who asks. */
export async function readPapers(context: Context, meetingIds: readonly string[]): Promise<ByMeeting<Paper>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await tables(context)
    .selectFrom('meetingPapers')
    .selectAll()
    .where('meetingId', 'in', [...meetingIds])
    .orderBy('label')
    .orderBy('id')
    .execute()
  const files = await filesOf(
    context,
    rows.map(({ fileId }) => fileId),
  )
  const papers = rows.map(
    ({ openness, agendaItemId, laidOn, replacesId, source, erasedSha256, ...row }): Paper => ({
      ...row,
      ...(files.get(row.fileId) ?? { fileName: '', sizeBytes: 0, sha256: erasedSha256 }),
      agendaItemId: agendaItemId ?? undefined,
      isPublic: openness === 'open',
      laidOn: laidOn ?? undefined,
      isErased: erasedSha256 !== '',
      replacesId: replacesId ?? undefined,
      source: source ? paperSource.parse(JSON.parse(source)) : undefined,
    }),
  )
  return Map.groupBy(papers, ({ meetingId }) => meetingId)
}

async function filesOf(context: Context, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { fileName: string; sizeBytes: number; sha256: string }>()
  const rows = await context.db
    .selectFrom('files')
    .select(['id', 'name', 'size', 'sha256'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => [
      String(row['id']),
      { fileName: String(row['name']), sizeBytes: Number(row['size']), sha256: String(row['sha256']) },
    ]),
  )
}

/** 正誤 of the minutes of some meetings, the first first. */
export async function readErrata(
  context: Context,
  meetingIds: readonly string[],
): Promise<ByMeeting<Erratum>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await tables(context)
    .selectFrom('minutesErrata')
    .select(['id', 'meetingId', 'agendaItemId', 'oldWords', 'newWords', 'reason', 'correctedOn'])
    .where('meetingId', 'in', [...meetingIds])
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
  return withoutMeeting(rows)
}
