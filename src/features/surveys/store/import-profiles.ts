import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { keyedHash } from '#src/platform/secret-draw.ts'
import { type ImportMapping, importMapping } from '../core/import/import-mapping.ts'
import { permissions } from '../core/permissions.ts'
import { findInvitation } from './access.ts'
import { collectingTables } from './collecting-tables.ts'

export type ImportProfile = { name: string; mapping: ImportMapping; revision: number }

/** 取り込み方 by name, for every survey. */
export async function listImportProfiles(context: Context): Promise<ImportProfile[]> {
  authorize(context, permissions, 'import-answers')
  const rows = await collectingTables(context)
    .selectFrom('surveyImportProfiles')
    .selectAll()
    .orderBy('name')
    .execute()
  return rows.map(({ name, content, revision }) => ({
    name,
    revision,
    mapping: importMapping.parse(JSON.parse(content)),
  }))
}

type Numbered = { surveyId: string; secret: string; ids: readonly string[] }

/** Which numbers of another service have been taken in before. */
export async function knownIds(context: Context, { surveyId, secret, ids }: Numbered): Promise<Set<string>> {
  authorize(context, permissions, 'import-answers')
  if (ids.length === 0) return new Set()
  const rows = await collectingTables(context)
    .selectFrom('surveyImportedIds')
    .select('idHash')
    .where('surveyId', '=', surveyId)
    .execute()
  const hashes = new Set(rows.map(({ idHash }) => idHash))
  return new Set(ids.filter((id) => hashes.has(importedIdHash({ surveyId, secret, id }))))
}

export const importedIdHash = ({ surveyId, secret, id }: { surveyId: string; secret: string; id: string }) =>
  keyedHash(secret, 'survey imported', surveyId, id)

type Coded = { surveyId: string; secret: string; codes: readonly string[] }

/** What is known of the codes of a file before it is taken in: those of no letter, and those that have answered. */
export async function codesOfFile(context: Context, { surveyId, secret, codes }: Coded) {
  authorize(context, permissions, 'import-answers')
  const unknown = new Set<string>()
  const spent = new Set<string>()
  for (const code of codes) {
    const invitation = await findInvitation(context, { surveyId, secret, code })
    if (!invitation) unknown.add(code)
    else if (invitation.state === 'done') spent.add(code)
  }
  return { unknown, spent }
}
