import type { Mark } from '#src/lib/text/vote-groups/group-votes.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { type Ballot, mostStatements, mostVoters, statementsRevision, turns } from '../../core/ballots.ts'
import { permissions } from '../../core/permissions.ts'
import { getSession } from '../queries/sessions.ts'
import { listStatements, listVoteSheets } from '../queries/votes.ts'
import { sessionTables } from '../session-tables.ts'

type Writing = { sessionId: string; revision: number; texts: readonly string[] }

/**
 * Writes the statements of a session (考え), one after the other. Once ballots are there those voted on stay as they are,
 * for a vote is on the words as they stood; more may follow them. `revision` is 0 for the first time.
 */
export const writeStatements = command(
  permissions,
  'edit-sessions',
  async (context, { sessionId, revision, texts }: Writing) => {
    await getSession(context, sessionId)
    const known = await listStatements(context, sessionId)
    refuseIfStale({ revision: statementsRevision(known) }, revision)
    if (texts.length > mostStatements) throw new Refusal('conflict', `考えは${mostStatements}までです`)
    const sheets = await listVoteSheets(context, sessionId)
    const isVoted = sheets.some(({ ballots }) => ballots.length > 0)
    if (isVoted && known.some(({ text }, at) => text !== texts[at]))
      throw new Refusal(
        'conflict',
        '投票を打ち込んだ後は、考えの文を変えられません。後に加えることはできます',
      )
    const row = (at: number) => ({ text: texts[at] ?? '', revision: revision + 1 })
    for (const [at, { id }] of known.entries())
      if (at < texts.length)
        await sessionTables(context)
          .updateTable('voiceStatements')
          .set(row(at))
          .where('id', '=', id)
          .execute()
      else await sessionTables(context).deleteFrom('voiceStatements').where('id', '=', id).execute()
    for (let at = known.length; at < texts.length; at++)
      await sessionTables(context)
        .insertInto('voiceStatements')
        .values({ id: context.newId('hv'), sessionId, number: at + 1, ...row(at) })
        .execute()
  },
)

type Kept = { sessionId: string; turn: number; revision: number; ballots: readonly Ballot[] }

/** Keeps the ballots of one go as they were keyed in from paper; they take the place of those before. `revision` is 0 for the first. */
export const keepVoteSheet = command(permissions, 'edit-sessions', (context, kept: Kept) =>
  writeSheet(context, kept),
)

/** Adds the ballot of one person, answered at the board or a tablet. Returns the number it got. */
export const addBallot = command(
  permissions,
  'edit-sessions',
  async (
    context,
    { sessionId, turn, marks }: { sessionId: string; turn: number; marks: readonly Mark[] },
  ) => {
    const sheets = await listVoteSheets(context, sessionId)
    const own = sheets.find((sheet) => sheet.turn === turn)
    const ballots = own?.ballots ?? []
    const taken = sheets.flatMap((sheet) => sheet.ballots.map(({ voter }) => voter))
    const voter = Math.max(0, ...taken) + 1
    await writeSheet(context, {
      sessionId,
      turn,
      revision: own?.revision ?? 0,
      ballots: [...ballots, { voter, marks: [...marks] }],
    })
    return voter
  },
)

async function writeSheet(context: Context, { sessionId, turn, revision, ballots }: Kept) {
  await getSession(context, sessionId)
  const width = (await listStatements(context, sessionId)).length
  if (width === 0) throw new Refusal('conflict', '先に、考えを書いてください')
  if (!turns.some((known) => known === turn)) throw new Refusal('not-found', 'その回はありません')
  if (ballots.length > mostVoters) throw new Refusal('conflict', `一度に${mostVoters}人までです`)
  if (new Set(ballots.map(({ voter }) => voter)).size < ballots.length)
    throw new Refusal('conflict', '同じ番号の用紙が2つあります')
  if (ballots.some(({ marks }) => marks.length > width))
    throw new Refusal('conflict', `しるしの数が、考えの数（${width}）より多くなっています`)
  const own = (await listVoteSheets(context, sessionId)).find((sheet) => sheet.turn === turn)
  refuseIfStale(own ?? { revision: 0 }, revision)
  const row = {
    ballots: JSON.stringify(
      ballots.map(({ voter, marks }) => ({ voter, marks: marks.map((mark) => mark ?? null) })),
    ),
    enteredBy: context.actor.id,
    enteredAt: context.now.toISOString(),
    revision: revision + 1,
  }
  await sessionTables(context)
    .deleteFrom('voiceVoteSheets')
    .where('sessionId', '=', sessionId)
    .where('turn', '=', turn)
    .execute()
  await sessionTables(context)
    .insertInto('voiceVoteSheets')
    .values({ ...row, sessionId, turn })
    .execute()
}
