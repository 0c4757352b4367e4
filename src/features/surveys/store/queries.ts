import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import type { AnswerCells } from '../core/answering/answer-cells.ts'
import { type AnswerMode, isAnswerMode, keptOutLabel, type TallyMode } from '../core/labels.ts'
import { permissions } from '../core/permissions.ts'
import { foundTexts, type TextSearch } from '../core/results/find-texts.ts'
import { type Publication, publication } from '../core/results/publication-format.ts'
import type { Survey } from '../core/survey.ts'
import { answerCells, type KeptQuestionnaire, questionnaireOf, surveyOf } from './rows.ts'
import { tables } from './tables.ts'

/** Every survey, the latest period first. */
export async function listSurveys(context: Context): Promise<Survey[]> {
  authorize(context, permissions, 'read-surveys')
  const rows = await tables(context)
    .selectFrom('surveys')
    .selectAll()
    .orderBy('startsOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(surveyOf)
}

export async function getSurvey(context: Context, surveyId: string): Promise<Survey> {
  authorize(context, permissions, 'read-surveys')
  return readSurvey(context, surveyId)
}

/** Without a look at who asks: for the queries and commands that look themselves. */
export async function readSurvey(context: Context, surveyId: string): Promise<Survey> {
  const row = await tables(context)
    .selectFrom('surveys')
    .selectAll()
    .where('id', '=', surveyId)
    .executeTakeFirst()
  return surveyOf(found(row, '調査'))
}

/** What everybody may know of a survey: those that are open or published. */
export async function listPublicSurveys(context: Context): Promise<Survey[]> {
  authorize(context, permissions, 'read-published-surveys')
  const rows = await tables(context)
    .selectFrom('surveys')
    .selectAll()
    .where((where) => where.or([where('state', '=', 'open'), where('publishedAt', 'is not', null)]))
    .orderBy('startsOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(surveyOf)
}

/** A survey somebody from outside may see; a draft is not there for them. */
export async function getPublicSurvey(context: Context, surveyId: string): Promise<Survey> {
  authorize(context, permissions, 'read-published-surveys')
  const survey = await readSurvey(context, surveyId)
  if (survey.state === 'draft') throw new Refusal('not-found', '調査が見つかりません')
  return survey
}

/** The published results, undefined while there are none. */
export async function findPublication(context: Context, surveyId: string): Promise<Publication | undefined> {
  authorize(context, permissions, 'read-published-surveys')
  const row = await tables(context)
    .selectFrom('surveys')
    .select(['publication', 'publishedAt'])
    .where('id', '=', surveyId)
    .executeTakeFirst()
  return row?.publishedAt && row.publication ? publication.parse(JSON.parse(row.publication)) : undefined
}

/** Addresses of a survey for everybody: itself, and its results where they are published. */
export async function publicPathsOf(context: Context, surveyId: string): Promise<string[]> {
  const base = `/surveys/${surveyId}`
  const published = await findPublication(context, surveyId)
  if (!published) return [base]
  const questions = published.tables.map(({ key }) => `${base}/results/${key}`)
  return [base, `${base}/results.csv`, `${base}/results.json`, ...questions]
}

/** All versions of the questionnaire, also the one being edited, the newest first. */
export async function listQuestionnaires(context: Context, surveyId: string): Promise<KeptQuestionnaire[]> {
  authorize(context, permissions, 'read-surveys')
  return readQuestionnaires(context, surveyId)
}

async function readQuestionnaires(context: Context, surveyId: string): Promise<KeptQuestionnaire[]> {
  const rows = await tables(context)
    .selectFrom('surveyQuestionnaires')
    .selectAll()
    .where('surveyId', '=', surveyId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(questionnaireOf)
}

/** The versions people answered, the newest first. */
export async function listPublishedQuestionnaires(
  context: Context,
  surveyId: string,
): Promise<KeptQuestionnaire[]> {
  authorize(context, permissions, 'read-surveys')
  return (await readQuestionnaires(context, surveyId)).filter(({ publishedAt }) => publishedAt)
}

/** The newest questionnaire: the one being edited where there is one, else the one in use. */
export async function getQuestionnaire(context: Context, surveyId: string): Promise<KeptQuestionnaire> {
  authorize(context, permissions, 'read-surveys')
  const [newest] = await readQuestionnaires(context, surveyId)
  return found(newest, '調査票')
}

/** The questionnaire people answer now, or a given earlier version an entry was begun with. */
export async function getPublishedQuestionnaire(
  context: Context,
  surveyId: string,
  version?: number,
): Promise<KeptQuestionnaire> {
  authorize(context, permissions, 'answer-survey')
  const published = tables(context)
    .selectFrom('surveyQuestionnaires')
    .selectAll()
    .where('surveyId', '=', surveyId)
    .where('publishedAt', 'is not', null)
  const wanted = version === undefined ? published : published.where('version', '=', version)
  return questionnaireOf(found(await wanted.orderBy('version', 'desc').limit(1).executeTakeFirst(), '調査票'))
}

/** What stands on paper: the questionnaire in use, before the survey is open the one being edited. */
export async function getPaperQuestionnaire(context: Context, surveyId: string): Promise<KeptQuestionnaire> {
  authorize(context, permissions, 'read-surveys')
  const all = await readQuestionnaires(context, surveyId)
  return found(all.find(({ publishedAt }) => publishedAt) ?? all[0], '調査票')
}

export type KeptAnswer = {
  version: number
  mode: AnswerMode
  stratum: string
  receivedOn: string
  cells: AnswerCells
}

/**
 * Answers in an order that says nothing of when they came and is the same on every reading. Those still in the inbox are
 * not among them.
 */
export async function listAnswers(context: Context, surveyId: string): Promise<KeptAnswer[]> {
  authorize(context, permissions, 'read-survey-results')
  const rows = await tables(context)
    .selectFrom('surveyAnswers')
    .select(['version', 'mode', 'stratum', 'receivedOn', 'cells'])
    .where('surveyId', '=', surveyId)
    .execute()
  const keyOf = ({ stratum, cells, mode, receivedOn }: (typeof rows)[number]) =>
    `${stratum}\n${cells}\n${mode}\n${receivedOn}`
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row: { cells, ...row } }) => ({ ...row, cells: answerCells.parse(JSON.parse(cells)) }))
}

export type KeptText = { column: string; text: string; stratum: string; receivedOn: string; receipt: string }

/** 自由記述 of a survey, for the room that reads voices; those found where something is looked for. */
export async function listFreeTexts(
  context: Context,
  { surveyId, ...search }: TextSearch & { surveyId: string },
): Promise<KeptText[]> {
  authorize(context, permissions, 'export-answers')
  const rows = await tables(context)
    .selectFrom('surveyTexts')
    .select(['column', 'text', 'stratum', 'receivedOn', 'receipt'])
    .where('surveyId', '=', surveyId)
    .orderBy('column')
    .orderBy('id')
    .execute()
  return foundTexts(rows, search)
}

export type Tally = { receivedOn: string; mode: AnswerMode | 'kept-out'; stratum: string; count: number }

/** How many came in, by day, mode and stratum; later answers with a spent code are `kept-out`, whichever way they came. */
export async function listTallies(context: Context, surveyId: string): Promise<Tally[]> {
  return (await listReceipts(context, surveyId)).flatMap(({ mode, ...rest }): Tally[] => {
    if (isAnswerMode(mode)) return [{ ...rest, mode }]
    return keptOutLabel(mode) ? [{ ...rest, mode: 'kept-out' }] : []
  })
}

export type Receipt = { receivedOn: string; mode: TallyMode; stratum: string; count: number }

/** Everything that was counted of a survey, also what was kept out, came back, or was blank. */
export async function listReceipts(context: Context, surveyId: string): Promise<Receipt[]> {
  authorize(context, permissions, 'read-surveys')
  return tables(context)
    .selectFrom('surveyTallies')
    .select(['receivedOn', 'mode', 'stratum', 'count'])
    .where('surveyId', '=', surveyId)
    .orderBy('receivedOn')
    .execute()
}

/** Answers that wait in the inbox to be moved together. */
export async function countWaiting(context: Context, surveyId: string): Promise<number> {
  authorize(context, permissions, 'read-surveys')
  const { count } = await tables(context)
    .selectFrom('surveyInbox')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('surveyId', '=', surveyId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type InvitationCount = { stratum: string; sent: number; done: number }

/** Invitations by stratum: how many were sent and how many codes are spent. */
export async function countInvitations(context: Context, surveyId: string): Promise<InvitationCount[]> {
  authorize(context, permissions, 'read-surveys')
  const rows = await tables(context)
    .selectFrom('surveyInvitations')
    .select(['stratum', 'state'])
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('surveyId', '=', surveyId)
    .groupBy(['stratum', 'state'])
    .orderBy('stratum')
    .execute()
  return [...Map.groupBy(rows, ({ stratum }) => stratum)].map(([stratum, parts]) => {
    const done = parts
      .filter(({ state }) => state === 'done')
      .reduce((sum, { count }) => sum + Number(count), 0)
    return { stratum, done, sent: parts.reduce((sum, { count }) => sum + Number(count), 0) }
  })
}

/** 督促の名簿: numbers of those whose code is not spent. It holds no answers. */
export async function listUnanswered(
  context: Context,
  surveyId: string,
): Promise<{ addresseeNumber: string; stratum: string }[]> {
  authorize(context, permissions, 'draw-sample')
  return tables(context)
    .selectFrom('surveyInvitations')
    .select(['addresseeNumber', 'stratum'])
    .where('surveyId', '=', surveyId)
    .where('state', '=', 'unused')
    .orderBy('addresseeNumber')
    .execute()
}
