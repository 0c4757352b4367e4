import type { Permissions } from '#src/lib/permissions.ts'

/** Nothing is kept yet, so nothing is permitted or forbidden. */
export const permissions = {} satisfies Permissions

export const actionLabels: Record<keyof typeof permissions, string> = {}
