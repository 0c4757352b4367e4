import type { Role } from '#src/lib/permissions.ts'
import type { AuditTrail, Context, Database } from '../context.ts'
import { type AuditEntry, chainHash, genesis } from './chain.ts'

type Act = { action: string; role: Role | ''; trail: AuditTrail; result?: AuditEntry['result'] }

/** Writes one audit entry in the transaction of the change. There is one writer at a time, so the chain has no fork. */
export async function appendAudit(context: Context, { action, role, trail, result = 'done' }: Act) {
  const last = await context.db
    .selectFrom('auditEntries')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const entry: AuditEntry = {
    seq: (last?.seq ?? 0) + 1,
    at: context.now.toISOString(),
    actor: context.actor.id,
    role,
    action,
    object: [...new Set(trail.objects)].join(' '),
    version: trail.version ?? '',
    beforeHash: trail.beforeHash ?? '',
    afterHash: trail.afterHash ?? '',
    source: context.source,
    result,
    reason: trail.reason ?? '',
  }
  const prevHash = last?.hash ?? genesis
  await context.db
    .insertInto('auditEntries')
    .values({ ...entry, prevHash, hash: chainHash(prevHash, entry) })
    .execute()
}

/** The number of the newest entry, 0 in an empty chain: as long as it is the same, nothing has changed. */
export async function lastAuditNumber(db: Database): Promise<number> {
  const last = await db
    .selectFrom('auditEntries')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.seq ?? 0
}
