import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import { firstWordList, type TownWord, townWordsOf, type WordList } from '../../core/word-list.ts'
import { sessionTables } from '../session-tables.ts'
import { tables } from '../tables.ts'
import { listMeasureTitles, listPublicMeasureTitles } from './plan-items.ts'
import { listCodes } from './sorting.ts'

/** The city's own words for reading voices as they hold; revision 0 while nobody wrote any. */
export async function getWordList(context: Context): Promise<WordList> {
  const [latest] = await listWordVersions(context)
  return latest ?? firstWordList
}

export type WordVersion = WordList & { changedBy: string; changedAt: string }

/** Every version of the city's words, the newest first. */
export async function listWordVersions(context: Context): Promise<WordVersion[]> {
  authorize(context, permissions, 'read-voices')
  return tables(context).selectFrom('voiceWordVersions').selectAll().orderBy('revision', 'desc').execute()
}

/**
 * Words kept whole by themselves: districts, facilities where sessions were held, titles of the plan, terms of the codes.
 * `public`: only what everybody knows already.
 */
export async function listTownWords(context: Context, audience: 'office' | 'public'): Promise<TownWord[]> {
  authorize(context, permissions, 'read-voices')
  const isForOffice = audience === 'office'
  const { districts } = await getMunicipality(context)
  let sessions = sessionTables(context)
    .selectFrom('voiceSessions')
    .select('place')
    .distinct()
    .orderBy('place')
  if (!isForOffice) sessions = sessions.where('announcedAt', 'is not', null)
  return townWordsOf({
    districts,
    venues: (await sessions.execute()).map(({ place }) => place),
    titles: await (isForOffice ? listMeasureTitles(context) : listPublicMeasureTitles(context)),
    codes: await listCodes(context),
  })
}
