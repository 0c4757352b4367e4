import { z } from 'zod'
import { dayField, optionalDayField } from './read-day.ts'
import { heirAloneOf, unitNameOn } from './succession.ts'
import { parentsOn } from './unit-tree.ts'
import { isValidOn, type OrganizationUnit, overlap } from './units.ts'

export const assignmentKindLabels = { policy: '政策', unit: '組織', person: '意見を書く職員' } as const
export type AssignmentKind = keyof typeof assignmentKindLabels
export const assignmentKinds = Object.keys(assignmentKindLabels) as [AssignmentKind]

/**
 * 専門部会の受け持ち: from a day to a day, a subcommittee answers for a policy or for a unit, or a member of staff reviews in
 * it. `subjectId` is the policy, the unit or the person.
 */
export type SubcommitteeAssignment = {
  id: string
  bodyId: string
  kind: AssignmentKind
  subjectId: string
  validFrom: string
  /** The last day. */
  validTo: string | undefined
  revision: number
}

/** 分野: what somebody reviews. Units are all of them, also those below and those that came before. */
export type ReviewField = { unitIds: ReadonlySet<string>; policyIds: ReadonlySet<string> }

/** The field of nobody. */
export const noField: ReviewField = { unitIds: new Set(), policyIds: new Set() }

type Asked = { units: readonly OrganizationUnit[]; personId: string | undefined; day: string }

/** What a member of staff reviews on a day: all that their subcommittees answer for. Nobody who sits in none has a field. */
export function fieldOf(
  assignments: readonly SubcommitteeAssignment[],
  { units, personId, day }: Asked,
): ReviewField {
  const own = new Set(
    assignments
      .filter((one) => isValidOn(one, day) && one.kind === 'person' && one.subjectId === personId)
      .map(({ bodyId }) => bodyId),
  )
  return fieldOfBodies(assignments, { units, bodyIds: own, day })
}

type AskedBodies = { units: readonly OrganizationUnit[]; bodyIds: ReadonlySet<string>; day: string }

/** What these subcommittees answer for on a day. */
export function fieldOfBodies(
  assignments: readonly SubcommitteeAssignment[],
  { units, bodyIds, day }: AskedBodies,
): ReviewField {
  const own = assignments.filter((one) => isValidOn(one, day) && bodyIds.has(one.bodyId))
  const subjects = (wanted: AssignmentKind) =>
    own.filter(({ kind }) => kind === wanted).map(({ subjectId }) => subjectId)
  return { unitIds: unitsWithin(units, subjects('unit'), day), policyIds: new Set(subjects('policy')) }
}

/** What a subcommittee answers for, as the organisation chart shows it. */
export type FieldOfBody = { bodyId: string; policyIds: string[]; unitNames: string[] }

/** The same of every subcommittee on a day, in the words of that day: as assigned, without the units below. */
export function fieldsOfBodies(
  assignments: readonly SubcommitteeAssignment[],
  { units, day }: { units: readonly OrganizationUnit[]; day: string },
): FieldOfBody[] {
  const valid = assignments.filter((one) => one.kind !== 'person' && isValidOn(one, day))
  return [...Map.groupBy(valid, ({ bodyId }) => bodyId)].map(([bodyId, own]) => ({
    bodyId,
    policyIds: own.filter(({ kind }) => kind === 'policy').map(({ subjectId }) => subjectId),
    unitNames: own.flatMap(({ kind, subjectId }) =>
      kind === 'unit' ? (unitNameOn(units, subjectId, day) ?? []) : [],
    ),
  }))
}

/**
 * The units given, all that stand below them on a day, and those whose work one of these took over alone. Of a unit that
 * was split nothing follows by itself, as nothing does in a plan.
 */
export function unitsWithin(
  units: readonly OrganizationUnit[],
  given: readonly string[],
  day: string,
): ReadonlySet<string> {
  const heirOf = (unitId: string) => heirAloneOf(units, unitId, day)?.id
  const parentOf = parentsOn(units, day)
  const within = new Set(given.flatMap((unitId) => [unitId, heirOf(unitId) ?? unitId]))
  for (let before = -1; before < within.size; ) {
    before = within.size
    for (const unit of units)
      if ([parentOf(unit), heirOf(unit.id)].some((id) => id && within.has(id))) within.add(unit.id)
  }
  return within
}

/** The same subject in the same subcommittee on the same day, which would only say a thing twice. */
export const isAssignedTwice = (
  assignments: readonly SubcommitteeAssignment[],
  given: Omit<SubcommitteeAssignment, 'id' | 'revision'>,
) =>
  assignments.some(
    (one) =>
      one.bodyId === given.bodyId &&
      one.kind === given.kind &&
      one.subjectId === given.subjectId &&
      overlap(one, given),
  )

export const assignmentForm = z
  .object({
    kind: z.enum(assignmentKinds, '何を割り当てるかを選んでください'),
    subjectId: z.string('一覧から選んでください').min(1, '一覧から選んでください'),
    validFrom: dayField('はじまりの日'),
    validTo: optionalDayField('最後の日'),
  })
  .refine(({ validFrom, validTo }) => validTo === undefined || validTo >= validFrom, {
    path: ['validTo'],
    message: '最後の日が、はじまりの日より前になっています',
  })

export const endingForm = z.object({ lastOn: dayField('最後の日') })
