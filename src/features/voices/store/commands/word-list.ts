import { command } from '#src/platform/command.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { type WordList, wordListProblem } from '../../core/word-list.ts'
import { getWordList } from '../queries/word-list.ts'
import { tables } from '../tables.ts'

/** Writes a new version of the city's words for reading voices. What was found with former ones stays as it was found. */
export const keepWordList = command(
  permissions,
  'edit-codes',
  async (context, { revision, words, cut, stop, formal }: WordList) => {
    refuseIfStale(await getWordList(context), revision)
    const content = { words, cut, stop, formal }
    const problem = wordListProblem(content)
    if (problem) throw new Refusal('conflict', problem.message)
    await tables(context)
      .insertInto('voiceWordVersions')
      .values({
        ...content,
        revision: revision + 1,
        changedBy: context.actor.id,
        changedAt: context.now.toISOString(),
      })
      .execute()
  },
)
