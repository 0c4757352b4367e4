import type { Permissions, Role } from '#src/lib/permissions.ts'
import type { Actor, Context } from './context.ts'
import { Refusal } from './errors.ts'

/** The first of the actor's roles that may do the action. Pages ask it to explain what is missing. */
export function roleFor<A extends string>(
  actor: Actor,
  permissions: Permissions<A>,
  action: A,
): Role | undefined {
  return actor.roles.find((role) => permissions[action].includes(role))
}

export const mayDo = <A extends string>(actor: Actor, permissions: Permissions<A>, action: A) =>
  roleFor(actor, permissions, action) !== undefined

/** Refuses the request unless one of the actor's roles may do the action; returns that role. */
export function authorize<A extends string>(context: Context, permissions: Permissions<A>, action: A): Role {
  const role = roleFor(context.actor, permissions, action)
  if (role) return role
  throw new Refusal('forbidden', 'この操作を行う権限がありません')
}

/**
 * The same person with every role of the account, also those that wait for a sign-in in two steps: for what people do
 * with their own account, above all setting that up. Never for anything else.
 */
export const asOwner = (context: Context): Context => {
  const { roles, withheldRoles = [] } = context.actor
  return { ...context, actor: { ...context.actor, roles: [...roles, ...withheldRoles] } }
}
