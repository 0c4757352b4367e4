import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import type { VoiceStore } from '../../core/voice-file.ts'
import { wordsKeptWhole } from '../../core/word-list.ts'
import { opinionOf, submissionOf } from '../rows.ts'
import { sessionTables } from '../session-tables.ts'
import { tables } from '../tables.ts'
import { placesOf } from './places.ts'
import { listCodes } from './sorting.ts'
import { getWordList, listTownWords } from './word-list.ts'

/** Everything of the voices but contact data, for a file of them. */
export async function readVoiceStore(context: Context): Promise<VoiceStore> {
  authorize(context, permissions, 'export-voices')
  const list = await getWordList(context)
  const { code, name, isSample } = await getMunicipality(context)
  const submissions = await tables(context).selectFrom('voiceSubmissions').selectAll().orderBy('id').execute()
  const opinions = await tables(context)
    .selectFrom('voiceOpinions')
    .selectAll()
    .where('endedAt', 'is', null)
    .orderBy('submissionId')
    .orderBy('number')
    .execute()
  const given = await tables(context).selectFrom('voiceGivenCodes').selectAll().orderBy('codeId').execute()
  return {
    municipality: { code, name, isSample },
    madeOn: tokyoDay(context.now),
    submissions: submissions.map(submissionOf),
    opinions: opinions.map(opinionOf),
    codes: await listCodes(context),
    given,
    notes: await notesOfVoices(context),
    places: await placesOf(context),
    keptWords: {
      office: wordsKeptWhole(list, await listTownWords(context, 'office')),
      public: wordsKeptWhole(list, await listTownWords(context, 'public')),
    },
    retention: await tables(context).selectFrom('voiceRetention').selectAll().execute(),
  }
}

async function notesOfVoices(context: Context): Promise<VoiceStore['notes']> {
  const steps = await sessionTables(context)
    .selectFrom('voiceSessionSteps')
    .selectAll()
    .orderBy('order')
    .execute()
  const own = await sessionTables(context).selectFrom('voiceSessionTables').selectAll().execute()
  const notes = await sessionTables(context).selectFrom('voiceNotes').selectAll().execute()
  const rounds = Map.groupBy(
    steps.filter(({ kind }) => kind === 'round'),
    ({ sessionId }) => sessionId,
  )
  return new Map(
    notes.flatMap(({ submissionId, sessionId, stepId, tableId, number, heading, votes }) => {
      if (submissionId === null) return []
      const table = own.find(({ id }) => id === tableId)
      const round = (rounds.get(sessionId) ?? []).findIndex(({ id }) => id === stepId) + 1
      const note = {
        table: table ? String(table.number) : '',
        ...(round > 0 ? { round } : {}),
        number,
        heading,
        votes,
        question: steps.find(({ id }) => id === stepId)?.text ?? '',
      }
      return [[submissionId, note] as const]
    }),
  )
}
