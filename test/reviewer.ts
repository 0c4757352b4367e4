import { assignToSubcommittee } from '#src/features/organization/store/commands-subcommittees.ts'
import { addPerson } from '#src/features/organization/store/people-commands.ts'
import type { Context } from '#src/platform/context.ts'

type Duty = { kind: 'policy' | 'unit'; subjectId: string }

/** Somebody who reviews what is given, in a subcommittee of their own. */
export async function reviewerOf(secretariat: Context, ...duties: readonly Duty[]): Promise<Context> {
  const personId = await addPerson(secretariat, { name: '架空 部子', kana: '', posts: [] })
  const bodyId = secretariat.newId('bo')
  const always = { validFrom: '2020-04-01', validTo: undefined }
  for (const duty of [...duties, { kind: 'person' as const, subjectId: personId }])
    await assignToSubcommittee(secretariat, { bodyId, ...duty, ...always })
  return { ...secretariat, actor: { id: `reviewer ${bodyId}`, roles: ['reviewer'], personId } }
}
