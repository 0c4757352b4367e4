import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import type { WordList } from '../../core/word-list.ts'
import { tables } from '../tables.ts'

/** The city's own words for reading voices (切らない語); revision 0 while there are none. */
export async function getWordList(context: Context): Promise<WordList> {
  authorize(context, permissions, 'read-voices')
  const row = await tables(context)
    .selectFrom('voiceWordLists')
    .select(['words', 'revision'])
    .where('kind', '=', 'whole')
    .executeTakeFirst()
  return row ?? { words: '', revision: 0 }
}
