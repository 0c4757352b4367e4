import { z } from 'zod'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { openSealed, sealText } from '#src/platform/sealing.ts'
import { secretlyShuffled } from '#src/platform/secret-draw.ts'
import type { TallyMode } from '../core/labels.ts'
import { answerCells } from './rows.ts'
import { inBatches, type SurveyTables, tables } from './tables.ts'

/** An answer as it came in: what will stand in two stores without a common key. */
const receivedAnswer = z.strictObject({
  version: z.number(),
  mode: z.enum(['web', 'paper', 'import']),
  stratum: z.string(),
  receivedOn: z.string(),
  cells: answerCells,
  texts: z.array(z.strictObject({ column: z.string(), text: z.string() })),
  receipt: z.string(),
})
export type ReceivedAnswer = z.infer<typeof receivedAnswer>

type Box = { surveyId: string; secret: string }

/** Fewest answers of one stratum that are moved together. */
export const leastBatch = 20

const keyOf = ({ surveyId, secret }: Box) => ({ secret, purpose: `survey inbox ${surveyId}` })

/**
 * Lays answers into the inbox, sealed: whoever has only the database cannot read them, though the transaction and the
 * place of their rows would tell whose they are. Counts them by day, mode and stratum.
 */
export async function putIntoInbox(context: Context, box: Box, answers: readonly ReceivedAnswer[]) {
  const rows = answers.map((answer) => ({
    id: context.newId('ib'),
    surveyId: box.surveyId,
    stratum: answer.stratum,
    sealed: sealText(keyOf(box), JSON.stringify(answer)),
  }))
  await inBatches(rows, (some) => tables(context).insertInto('surveyInbox').values(some).execute())
  const groups = Map.groupBy(answers, ({ receivedOn, mode, stratum }) =>
    JSON.stringify([receivedOn, mode, stratum]),
  )
  for (const group of groups.values()) {
    const [first] = group
    if (first) await countIn(context, { ...first, surveyId: box.surveyId, count: group.length })
  }
  await moveFull(context, box, [...new Set(answers.map(({ stratum }) => stratum))])
}

type Counted = {
  surveyId: string
  receivedOn: string
  mode: TallyMode
  stratum: string
  count: number
}

/** Adds to the count of a day, mode and stratum. */
export async function countIn(context: Context, { surveyId, receivedOn, mode, stratum, count }: Counted) {
  await tables(context)
    .insertInto('surveyTallies')
    .values({ surveyId, receivedOn, mode, stratum, count })
    .onConflict((conflict) =>
      conflict
        .columns(['surveyId', 'receivedOn', 'mode', 'stratum'])
        .doUpdateSet((update) => ({ count: update('surveyTallies.count', '+', count) })),
    )
    .execute()
}

/** Moves answers from the inbox to where they stay: of every one of the strata that has enough. */
async function moveFull(context: Context, box: Box, strata: readonly string[]) {
  const full = await strataWaiting(context, box.surveyId)
    .where('stratum', 'in', [...strata])
    .having((having) => having.fn.countAll<number>(), '>=', leastBatch)
    .execute()
  if (full.length > 0) await moveStrata(context, box, full)
}

/** Moves everything, and writes the answers moved before anew together with it, so that no batch remains. */
export async function moveTheLast(context: Context, box: Box) {
  const all = await strataWaiting(context, box.surveyId).execute()
  if (all.length > 0) await moveStrata(context, box, all)
  await writeAnew(context, box.surveyId)
}

const strataWaiting = (context: Context, surveyId: string) =>
  tables(context)
    .selectFrom('surveyInbox')
    .select('stratum')
    .where('surveyId', '=', surveyId)
    .groupBy('stratum')

/** In shuffled order and under new ids. */
async function moveStrata(context: Context, box: Box, strata: readonly { stratum: string }[]) {
  const rows = await tables(context)
    .selectFrom('surveyInbox')
    .selectAll()
    .where('surveyId', '=', box.surveyId)
    .where(
      'stratum',
      'in',
      strata.map(({ stratum }) => stratum),
    )
    .execute()
  const answers = secretlyShuffled(rows.map(({ sealed }) => opened(box, sealed)))
  const texts = answers.flatMap((answer) => answer.texts.map((text) => ({ ...answer, ...text })))
  await insertAnswers(
    context,
    answers.map(({ version, mode, stratum, receivedOn, cells }) => ({
      surveyId: box.surveyId,
      version,
      mode,
      stratum,
      receivedOn,
      cells: JSON.stringify(cells),
    })),
  )
  await insertTexts(
    context,
    secretlyShuffled(texts).map(({ column, text, stratum, receivedOn, receipt }) => ({
      surveyId: box.surveyId,
      column,
      text,
      stratum,
      receivedOn,
      receipt,
    })),
  )
  await inBatches(rows, (some) =>
    tables(context)
      .deleteFrom('surveyInbox')
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      )
      .execute(),
  )
}

function opened(box: Box, sealed: string): ReceivedAnswer {
  const text = openSealed(keyOf(box), sealed)
  if (text === undefined)
    throw new Refusal('conflict', '受け付けた回答を開けません。設置した場所の鍵（secret）が変わっています')
  return receivedAnswer.parse(JSON.parse(text))
}

type AnswerRow = Omit<SurveyTables['surveyAnswers'], 'id'>
type TextRow = Omit<SurveyTables['surveyTexts'], 'id'>

/** Under new ids, given after the order was shuffled. */
const insertAnswers = (context: Context, rows: readonly AnswerRow[]) =>
  inBatches(rows, (some) =>
    tables(context)
      .insertInto('surveyAnswers')
      .values(some.map((row) => ({ id: context.newId('an'), ...row })))
      .execute(),
  )

const insertTexts = (context: Context, rows: readonly TextRow[]) =>
  inBatches(rows, (some) =>
    tables(context)
      .insertInto('surveyTexts')
      .values(some.map((row) => ({ id: context.newId('ft'), ...row })))
      .execute(),
  )

async function writeAnew(context: Context, surveyId: string) {
  const answers = await tables(context)
    .selectFrom('surveyAnswers')
    .selectAll()
    .where('surveyId', '=', surveyId)
    .execute()
  const texts = await tables(context)
    .selectFrom('surveyTexts')
    .selectAll()
    .where('surveyId', '=', surveyId)
    .execute()
  await tables(context).deleteFrom('surveyAnswers').where('surveyId', '=', surveyId).execute()
  await tables(context).deleteFrom('surveyTexts').where('surveyId', '=', surveyId).execute()
  await insertAnswers(context, secretlyShuffled(answers).map(withoutId))
  await insertTexts(context, secretlyShuffled(texts).map(withoutId))
}

const withoutId = <Row extends { id: string }>({ id: _, ...row }: Row): Omit<Row, 'id'> => row
