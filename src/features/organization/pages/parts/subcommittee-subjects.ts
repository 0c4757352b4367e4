import { numbersOf } from '#src/features/plan/core/numbering.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import type { Choice } from '#src/ui/field.tsx'
import type { AssignmentKind, SubcommitteeAssignment } from '../../core/subcommittees.ts'
import { unitNameOn } from '../../core/succession.ts'
import { listPeople, listUnits } from '../../store/queries.ts'
import { unitChoices } from '../../views/unit-choices.ts'
import { personChoice } from '../account-choices.ts'

/** What can be assigned today, and what each assignment is about in words. */
export type Subjects = {
  choices: Record<AssignmentKind, readonly Choice[]>
  nameOf: (assignment: Pick<SubcommitteeAssignment, 'kind' | 'subjectId'>) => string
}

export async function subjectsOf(context: Context): Promise<Subjects> {
  const [units, people, day] = [await listUnits(context), await listPeople(context), tokyoDay(context.now)]
  const policy = await listPolicies(context)
  const person = people.map((one) => personChoice(one, day))
  const labels = new Map([...policy, ...person].map(({ value, label }) => [value, label]))
  return {
    choices: { policy, person, unit: unitChoices(units, day) },
    nameOf: ({ kind, subjectId }) =>
      (kind === 'unit' ? unitNameOn(units, subjectId, day) : labels.get(subjectId)) ?? '（いまはありません）',
  }
}

async function listPolicies(context: Context): Promise<Choice[]> {
  const primary = await findPrimaryPlan(context)
  if (!primary) return []
  const plan = await getPlanDocument(context, primary.id)
  const numbers = numbersOf(plan)
  return plan.items
    .filter(({ kind }) => kind === 'policy')
    .map(({ id, title }) => ({ value: id, label: `${numbers.get(id) ?? ''} ${title}`.trim() }))
    .sort((a, b) => a.label.localeCompare(b.label, 'ja', { numeric: true }))
}
