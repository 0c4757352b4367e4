import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../core/permissions.ts'
import {
  type FieldOfBody,
  fieldOf,
  fieldOfBodies,
  fieldsOfBodies,
  noField,
  type ReviewField,
  type SubcommitteeAssignment,
} from '../core/subcommittees.ts'
import { listUnits, readUnits } from './queries.ts'
import { tables } from './tables.ts'

/** 専門部会の受け持ち: every assignment there was, is or will be. */
export async function listAssignments(context: Context): Promise<SubcommitteeAssignment[]> {
  authorize(context, permissions, 'read-subcommittees')
  return readAssignments(context)
}

/** 自分の分野: what the person who asks reviews today. */
export async function getOwnField(context: Context): Promise<ReviewField> {
  authorize(context, permissions, 'read-units')
  const { personId } = context.actor
  if (personId === undefined) return noField
  const [units, day] = [await listUnits(context), tokyoDay(context.now)]
  return fieldOf(await readAssignments(context), { units, personId, day })
}

/** 部会の分野: what a subcommittee answers for today. */
export async function getFieldOfBody(context: Context, bodyId: string): Promise<ReviewField> {
  const [assignments, units] = [await listAssignments(context), await listUnits(context)]
  return fieldOfBodies(assignments, { units, bodyIds: new Set([bodyId]), day: tokyoDay(context.now) })
}

/** 分野の一覧: the policies and units each subcommittee answers for today. Public; who reviews in it is not. */
export async function listFieldsOfBodies(context: Context): Promise<FieldOfBody[]> {
  authorize(context, permissions, 'read-fields')
  const [assignments, units] = [await readAssignments(context), await readUnits(context)]
  return fieldsOfBodies(assignments, { units, day: tokyoDay(context.now) })
}

async function readAssignments(context: Context): Promise<SubcommitteeAssignment[]> {
  const rows = await tables(context)
    .selectFrom('subcommitteeAssignments')
    .selectAll()
    .orderBy('validFrom')
    .orderBy('id')
    .execute()
  return rows.map(({ validTo, ...row }) => ({ ...row, validTo: validTo ?? undefined }))
}
