import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import { readBallots, statementsRevision } from '../core/ballots.ts'
import type { SessionContent } from '../core/session-forms.ts'
import { voteResult } from '../core/statement-votes.ts'
import { addSession, announceSession, publishSession, recordOutcome } from './commands/sessions.ts'
import { addBallot, keepVoteSheet, writeStatements } from './commands/votes.ts'
import { getPublicReport } from './queries/public-sessions.ts'
import { listStatements, listVoteSheets } from './queries/votes.ts'

const content: SessionContent = {
  kind: 'world-cafe',
  title: '10年後のまち',
  purpose: '',
  heldOn: '2026-03-12',
  startsAt: '13:30',
  endsAt: '15:30',
  place: '',
  district: '',
  group: '',
  howTo: '',
  contact: '',
  frame: 'open-call',
  consent: 'anonymous-quote',
  versionId: '',
}
const ballots = (lines: string) => readBallots(lines, 2).ballots ?? []

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')

  async function sessionWith(...texts: string[]) {
    const sessionId = await addSession(context, { content })
    await writeStatements(context, { sessionId, revision: 0, texts })
    return sessionId
  }

  test('statements are written together, and stay as they stood once somebody voted', async () => {
    const sessionId = await sessionWith('バスを増やす', '橋をかける', '消す考え')
    const write = (revision: number, ...texts: string[]) =>
      writeStatements(context, { sessionId, revision, texts })
    await expect(write(0, 'x')).rejects.toMatchObject({ kind: 'stale' })
    const [first] = await listStatements(context, sessionId)
    await write(1, 'バスをもっと増やす', '橋をかける')
    const statements = await listStatements(context, sessionId)
    expect(statements.map(({ number, text }) => [number, text])).toEqual([
      [1, 'バスをもっと増やす'],
      [2, '橋をかける'],
    ])
    expect([statements[0]?.id, statementsRevision(statements)]).toEqual([first?.id, 2])
    await keepVoteSheet(context, { sessionId, turn: 1, revision: 0, ballots: ballots('1 ○×') })
    await expect(write(2, '橋をかける')).rejects.toMatchObject({ kind: 'conflict' })
    await write(2, 'バスをもっと増やす', '橋をかける', '公園を増やす')
    expect(await listStatements(context, sessionId)).toHaveLength(3)
  })

  test('ballots are kept by go, replaced as a whole, added one by one, and guarded against lost updates', async () => {
    const sessionId = await sessionWith('バスを増やす', '橋をかける')
    const keep = (revision: number, lines: string, turn = 1) =>
      keepVoteSheet(context, { sessionId, turn, revision, ballots: ballots(lines) })
    await keep(0, '1 ○×\n2 △・')
    await expect(keep(0, '1 ××')).rejects.toMatchObject({ kind: 'stale' })
    await keep(1, '1 ○○\n2 △・')
    expect(await addBallot(context, { sessionId, turn: 2, marks: ['disagree', undefined] })).toBe(3)
    expect(await listVoteSheets(context, sessionId)).toMatchObject([
      { turn: 1, revision: 2, ballots: ballots('1 ○○\n2 △・') },
      { turn: 2, revision: 1, ballots: [{ voter: 3, marks: ['disagree', undefined] }] },
    ])
    await expect(keep(0, '1 ○', 9)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(
      addBallot(as('entry-clerk', context), { sessionId, turn: 1, marks: [] }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    const long = [{ voter: 1, marks: ['agree', 'agree', 'agree'] as const }].map((one) => ({
      ...one,
      marks: [...one.marks],
    }))
    await expect(
      keepVoteSheet(context, { sessionId, turn: 1, revision: 2, ballots: long }),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('the published report holds the result of five and more, and never a ballot', async () => {
    const sessionId = await sessionWith('バスを増やす', '橋をかける')
    const outcome = {
      participants: 8,
      participantsNote: '',
      confirmation: 'not-needed',
      nextSteps: '',
    } as const
    await recordOutcome(context, { sessionId, revision: 1, outcome })
    await announceSession(context, { sessionId, revision: 2, isPublic: true })
    const seen = async () => (await getPublicReport(as('public', context), sessionId)).votes
    const four = '1 ○×\n2 ○×\n3 ×○\n4 ○×'
    await keepVoteSheet(context, { sessionId, turn: 1, revision: 0, ballots: ballots(four) })
    expect(await seen()).toBeUndefined()
    await publishSession(as('publisher', context), { sessionId, revision: 3, isPublic: true })
    expect(await seen()).toBeUndefined()
    await keepVoteSheet(context, { sessionId, turn: 1, revision: 1, ballots: ballots(`${four}\n5 ○△`) })
    expect((await seen())?.statements.map(({ tallies }) => tallies.latest)).toEqual([
      { agree: 4, disagree: 1, pass: 0, n: 5, blank: 0 },
      { agree: 1, disagree: 3, pass: 1, n: 5, blank: 0 },
    ])
    expect(JSON.stringify(await seen())).not.toContain('voter"')
  })

  test('the same ballots give the same groups from either database', async () => {
    const sessionId = await sessionWith('バスを増やす', '橋をかける')
    const lines = Array.from({ length: 12 }, (_, at) => `${at + 1} ${at % 2 === 0 ? '○×' : '×○'}`)
    await keepVoteSheet(context, { sessionId, turn: 1, revision: 0, ballots: ballots(lines.join('\n')) })
    const result = voteResult(
      await listStatements(context, sessionId),
      await listVoteSheets(context, sessionId),
    )
    expect(result.groups.map(({ size, supportsMore }) => [size, supportsMore])).toEqual([
      [6, [1]],
      [6, [2]],
    ])
  })
})
