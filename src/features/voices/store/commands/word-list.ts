import { command } from '#src/platform/command.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { wordListProblem } from '../../core/word-list.ts'
import { getWordList } from '../queries/word-list.ts'
import { tables } from '../tables.ts'

/** Writes the city's own words for reading voices. What was found with former words stays as it was found. */
export const keepWordList = command(
  permissions,
  'edit-codes',
  async (context, { revision, words }: { revision: number; words: string }) => {
    refuseIfStale(await getWordList(context), revision)
    const problem = wordListProblem(words)
    if (problem) throw new Refusal('conflict', problem)
    await tables(context).deleteFrom('voiceWordLists').where('kind', '=', 'whole').execute()
    await tables(context)
      .insertInto('voiceWordLists')
      .values({
        kind: 'whole',
        words,
        changedBy: context.actor.id,
        changedAt: context.now.toISOString(),
        revision: revision + 1,
      })
      .execute()
  },
)
