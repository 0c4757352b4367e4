import type { Context } from '#src/platform/context.ts'
import { tables } from './tables.ts'

type Entry = { submissionId: string; opinionId?: string; what: string; before?: string }

/** Keeps what was done, by whom and what stood there before. */
export async function keepHistory(
  context: Context,
  { submissionId, opinionId = '', what, before = '' }: Entry,
) {
  await tables(context)
    .insertInto('voiceHistory')
    .values({
      id: context.newId('vh'),
      submissionId,
      opinionId,
      at: context.now.toISOString(),
      actor: context.actor.id,
      what,
      before,
    })
    .execute()
}
