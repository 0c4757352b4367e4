const statusOf = { 'not-found': 404, forbidden: 403, conflict: 409, stale: 409, 'too-large': 413 } as const

/** A request the system understands but refuses. Thrown anywhere, caught only by the shell. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly kind: keyof typeof statusOf
  readonly status: (typeof statusOf)[keyof typeof statusOf]

  constructor(kind: keyof typeof statusOf, message: string) {
    super(message)
    this.kind = kind
    this.status = statusOf[kind]
  }
}

/** Returns the value, or refuses the request because the thing asked for does not exist. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Refusal('not-found', `${what}が見つかりません`)
  return value
}

/**
 * Refuses to overwrite what somebody else has saved since the form was opened.
 *
 * The page answers with both versions side by side (`unlessStale`).
 */
export function refuseIfStale(current: { revision: number }, revision: number) {
  if (current.revision === revision) return
  throw new Refusal('stale', 'ほかの人が先に保存しました')
}

/** Runs a save. `isStale`: somebody else saved first, nothing was written, and the page still has what was typed. */
export async function unlessStale<T>(
  saving: Promise<T>,
): Promise<{ isStale: false; saved: T } | { isStale: true }> {
  try {
    return { isStale: false, saved: await saving }
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'stale') return { isStale: true }
    throw error
  }
}
