import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { finishedAnswers } from '../../core/answering/answer-cells.ts'
import {
  addCounts,
  compareEntries,
  type EntryCounts,
  type EntryPass,
} from '../../core/answering/double-entry.ts'
import { permissions } from '../../core/permissions.ts'
import { collectingTables } from '../collecting-tables.ts'
import { getPublishedQuestionnaire, readSurvey } from '../queries.ts'
import { newReceipt } from '../receipts.ts'
import {
  type EntryWay,
  getEntries,
  listSheets,
  openSheet,
  putEntries,
  type SheetContent,
  type SheetPlace,
  sealSheet,
} from '../sheets.ts'
import { takePaper } from './answers.ts'

/** Once or twice: how paper is keyed in. Sheets that wait for their second pass keep a survey at twice. */
export const chooseEntryWay = command(
  permissions,
  'design-survey',
  async (context, { surveyId, way }: { surveyId: string; way: EntryWay }) => {
    const survey = await readSurvey(context, surveyId)
    if (survey.state === 'closed')
      throw new Refusal('conflict', '締め切った調査の入力のしかたは変えられません')
    if (way === 'single' && (await listSheets(context, surveyId)).length > 0)
      throw new Refusal('conflict', '2回目の入力や決定を待つ用紙があるので、1回の入力には戻せません')
    await putEntries(context, surveyId, { ...(await getEntries(context, surveyId)), way })
  },
)

type Keyed = SheetPlace & { version: number; pass: EntryPass }

async function refuseUnlessTwice(context: Context, surveyId: string) {
  const survey = await readSurvey(context, surveyId)
  if (survey.state !== 'open') throw new Refusal('conflict', '実施中の調査だけに、回答を入力できます')
  if ((await getEntries(context, surveyId)).way !== 'double')
    throw new Refusal('conflict', 'この調査は、2回の入力にしていません')
}

/** The first pass over a sheet: kept sealed until somebody else has keyed it in again. */
export const keyInFirst = command(
  permissions,
  'key-in-answers',
  async (context, { version, pass, ...place }: Keyed) => {
    await refuseUnlessTwice(context, place.surveyId)
    const { doneNumbers } = await getEntries(context, place.surveyId)
    const waiting = await listSheets(context, place.surveyId)
    if (doneNumbers.includes(place.number) || waiting.some(({ number }) => number === place.number))
      throw new Refusal('conflict', `用紙${place.number}番は、すでに入力してあります`)
    const { surveyId, number } = place
    const sealed = sealSheet(place, { version, first: pass })
    await collectingTables(context)
      .insertInto('surveySheets')
      .values({ surveyId, number, sealed, firstBy: context.actor.id })
      .execute()
    return 'first' as const
  },
)

/**
 * The second, blind pass, by another person. When both say the same the answer is taken; otherwise the sheet waits for a third
 * person.
 */
export const keyInSecond = command(
  permissions,
  'key-in-answers',
  async (context, { version, pass, ...place }: Keyed) => {
    await refuseUnlessTwice(context, place.surveyId)
    const sheet = await openSheet(context, place)
    if (sheet.second) throw new Refusal('conflict', `用紙${place.number}番の2回目の入力は、済んでいます`)
    if (sheet.firstBy === context.actor.id)
      throw new Refusal('conflict', '2回目は、1回目とは別の人が入力します')
    if (sheet.version !== version)
      throw new Refusal(
        'conflict',
        `用紙${place.number}番は、第${sheet.version}版の用紙として入力してあります`,
      )
    const { questionnaire } = await getPublishedQuestionnaire(context, place.surveyId, version)
    const { fields, differences } = compareEntries(questionnaire, sheet.first, pass)
    if (differences.length === 0) {
      const counts = { sheets: 1, fields, differing: 0, wrong: 0 }
      return finishSheet(context, { ...place, version, pass, counts })
    }
    await collectingTables(context)
      .updateTable('surveySheets')
      .set({
        sealed: sealSheet(place, { version, first: sheet.first, second: pass }),
        secondBy: context.actor.id,
      })
      .where('surveyId', '=', place.surveyId)
      .where('number', '=', place.number)
      .execute()
    return 'differs' as const
  },
)

/** Who has keyed a sheet in decides nothing about it. */
export const mayDecide = (
  { actor }: Pick<Context, 'actor'>,
  { firstBy, secondBy }: { firstBy: string; secondBy: string | undefined },
) => secondBy !== undefined && actor.id !== firstBy && actor.id !== secondBy

/** A third person says what stands on the sheet; the answer is taken and the errors of both passes are counted. */
export const decideSheet = command(
  permissions,
  'adjudicate-entries',
  async (context, { pass, ...place }: SheetPlace & { pass: EntryPass }) => {
    await refuseUnlessTwice(context, place.surveyId)
    const sheet = await openSheet(context, place)
    if (!sheet.second) throw new Refusal('conflict', 'この用紙は、まだ2回目の入力がありません')
    if (!mayDecide(context, sheet))
      throw new Refusal('conflict', '自分が入力した用紙は決められません。別の人が決めます')
    const counts = await countsOf(context, { ...sheet, second: sheet.second }, { place, pass })
    return finishSheet(context, { ...place, version: sheet.version, pass, counts })
  },
)

async function countsOf(
  context: Context,
  { version, first, second }: Required<SheetContent>,
  { place, pass }: { place: SheetPlace; pass: EntryPass },
): Promise<EntryCounts> {
  const { questionnaire } = await getPublishedQuestionnaire(context, place.surveyId, version)
  const { fields, differences } = compareEntries(questionnaire, first, second)
  const wrong = [first, second].map((one) => compareEntries(questionnaire, one, pass).differences.length)
  return { sheets: 1, fields, differing: differences.length, wrong: (wrong[0] ?? 0) + (wrong[1] ?? 0) }
}

type Finishing = SheetPlace & { version: number; pass: EntryPass; counts: EntryCounts }

/** Takes the answer as any other on paper and forgets what was keyed in; the number stays, so that it comes only once. */
async function finishSheet(context: Context, { version, pass, counts, ...place }: Finishing) {
  const { surveyId, secret, number } = place
  const { questionnaire } = await getPublishedQuestionnaire(context, surveyId, version)
  const { code, stratum, receivedOn, cells } = pass
  const answer = { version, receipt: newReceipt(), ...finishedAnswers(questionnaire, cells) }
  await deleteSheet(context, place)
  const entries = await getEntries(context, surveyId)
  await putEntries(context, surveyId, {
    ...entries,
    counts: addCounts(entries.counts, counts),
    doneNumbers: [...entries.doneNumbers, number],
  })
  return takePaper(context, { surveyId, secret, code: code || undefined, stratum, receivedOn, answer })
}

const deleteSheet = (context: Context, { surveyId, number }: Omit<SheetPlace, 'secret'>) =>
  collectingTables(context)
    .deleteFrom('surveySheets')
    .where('surveyId', '=', surveyId)
    .where('number', '=', number)
    .execute()

/** Throws away what was keyed in of a sheet, so that it can be begun anew: a wrong number, a sheet of another survey. */
export const dropSheet = command(
  permissions,
  'adjudicate-entries',
  async (context, { surveyId, number }: { surveyId: string; number: string }) => {
    const [gone] = await deleteSheet(context, { surveyId, number })
    if (!gone?.numDeletedRows) throw new Refusal('not-found', '用紙が見つかりません')
  },
)
