import type { Permissions } from '#src/lib/permissions.ts'
import { appendAudit } from './audit/append.ts'
import { authorize } from './authorize.ts'
import type { AuditTrail, Context } from './context.ts'
import { inGroup } from './database/group-commit.ts'
import { inTransaction } from './database/transaction.ts'

/**
 * Makes a command: authorize, run in one transaction, leave one audit entry, or nothing at all.
 *
 * The function must use the context it is given, which is inside the transaction, and await nothing but the database.
 * What it puts into `context.trail` stands in the audit entry, besides the ids of its input and of its result.
 * `ofMany`: a short command that many people give at once; it goes to disk together with those of others.
 */
export function command<Action extends string, Input extends object, Result>(
  permissions: Permissions<Action>,
  action: Action,
  run: (context: Context & { trail: AuditTrail }, input: Input) => Promise<Result>,
  { ofMany = false } = {},
) {
  return async (context: Context, input: Input): Promise<Result> => {
    const role = authorize(context, permissions, action)
    const transaction = ofMany ? inGroup : inTransaction
    return transaction(context, async (inside) => {
      const trail: AuditTrail = { objects: idsOf(input) }
      const result = await run({ ...inside, trail }, input)
      if (typeof result === 'string' && isId(result)) trail.objects.push(result)
      await appendAudit(inside, { action, role, trail })
      return result
    })
  }
}

const isId = (value: unknown) => typeof value === 'string' && /^[a-z]{2}_[0-9a-z]{10}$/.test(value)

/** The audit says which things were touched, never what a person wrote. */
function idsOf(input: object): string[] {
  return Object.entries(input).flatMap(([name, value]) =>
    (name === 'id' || name.endsWith('Id')) && isId(value) ? [value as string] : [],
  )
}
