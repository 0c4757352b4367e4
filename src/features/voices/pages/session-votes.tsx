import type { Mark } from '#src/lib/text/vote-groups/group-votes.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { type Download, page, type Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen, Banner } from '#src/ui/parts.tsx'
import { readBallots, statementsForm, statementsRevision, turns } from '../core/ballots.ts'
import { fileNameOf } from '../core/note-sheet.ts'
import { permissions } from '../core/permissions.ts'
import { voteResult } from '../core/statement-votes.ts'
import { voteSheets } from '../core/vote-files.ts'
import { addBallot, keepVoteSheet, writeStatements } from '../store/commands/votes.ts'
import { getSession } from '../store/queries/sessions.ts'
import { listStatements, listVoteSheets } from '../store/queries/votes.ts'
import { sessionCrumb, sessionsCrumb } from './parts/session-parts.tsx'
import { VotesView } from './parts/votes-view.tsx'

/** 考えへの賛否: statements of a session, ballots from paper or one by one, and what they say. */
export const sessionVotesPage = page('/staff/sessions/:sessionId/votes', {
  audience: 'staff',
  show: (context, { params, url }) =>
    screen(context, params.sessionId, { entered: { turn: url.searchParams.get('turn') ?? '1' } }),
  async submit(context, { params: { sessionId } }, form) {
    authorize(context, permissions, 'edit-sessions')
    const entered = enteredIn(form)
    const act = acts[entered['act'] as keyof typeof acts] ?? acts.statements
    const outcome = await act(context, { sessionId, entered, form })
    if ('problems' in outcome)
      return {
        ...(await screen(context, sessionId, { entered, problems: outcome.problems })),
        status: 422,
      }
    const saving = await unlessStale(outcome.saving)
    if (saving.isStale)
      return { ...(await screen(context, sessionId, { entered, isStale: true })), status: 409 }
    const turn = act === acts.statements ? '' : `&turn=${turnIn(entered)}#result`
    return { seeOther: `/staff/sessions/${sessionId}/votes?notice=saved${turn}` }
  },
})

type Sent = { sessionId: string; entered: Entered; form: FormData }
type Outcome = { problems: Problems } | { saving: Promise<unknown> }

const turnIn = (entered: Entered) => turns.find((turn) => String(turn) === entered['turn']) ?? 1

const acts = {
  async statements(context: Context, { sessionId, entered, form }: Sent): Promise<Outcome> {
    const read = readForm(statementsForm, form)
    if (read.problems) return { problems: read.problems }
    const texts = read.values.statements
    return { saving: writeStatements(context, { sessionId, revision: Number(entered['revision']), texts }) }
  },
  async paper(context: Context, { sessionId, entered }: Sent): Promise<Outcome> {
    const turn = turnIn(entered)
    const width = (await listStatements(context, sessionId)).length
    const { ballots, problem } = readBallots(entered['ballots'] ?? '', width)
    if (!ballots) return { problems: { ballots: problem } }
    return {
      saving: keepVoteSheet(context, { sessionId, turn, revision: Number(entered['revision']), ballots }),
    }
  },
  async one(context: Context, { sessionId, entered }: Sent): Promise<Outcome> {
    const statements = await listStatements(context, sessionId)
    const marks = statements.map(({ id }) => answers.find((mark) => mark === entered[`mark-${id}`]))
    if (marks.every((mark) => mark === undefined))
      return { problems: { one: '1つ以上の考えに答えてください' } }
    return { saving: addBallot(context, { sessionId, turn: turnIn(entered), marks }) }
  },
}

const answers: readonly NonNullable<Mark>[] = ['agree', 'disagree', 'pass']

type State = { entered?: Entered; problems?: Problems; isStale?: boolean }

async function screen(context: Context, sessionId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'read-voices')
  const { session, statements, sheets } = await votesIn(context, sessionId)
  return {
    title: '考えへの賛否',
    crumbs: [sessionsCrumb, sessionCrumb(session)],
    body: (
      <>
        <FormHead problems={state.problems ?? {}} />
        {state.isStale && (
          <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。">
            <p>いまの内容を確かめて、もう一度保存してください。</p>
          </Banner>
        )}
        <h1>考えへの賛否</h1>
        <VotesView
          session={session}
          statements={statements}
          revision={statementsRevision(statements)}
          sheets={sheets}
          result={voteResult(statements, sheets)}
          form={{ entered: state.entered ?? {}, problems: state.problems ?? {} }}
          turn={turnIn(state.entered ?? {})}
          mayEdit={mayDo(context.actor, permissions, 'edit-sessions')}
        />
        <AboutScreen>
          <p>
            用紙には番号だけを書き、氏名は書きません。同じ番号の人が2回目に答えたときは、2つの数え方で合計が変わるので、表にはいつも数え方を書きます。公開するときは、5人に満たない数と、引き算でわかる数を出しません。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

async function votesIn(context: Context, sessionId: string) {
  const session = await getSession(context, sessionId)
  const [statements, sheets] = await Promise.all([
    listStatements(context, sessionId),
    listVoteSheets(context, sessionId),
  ])
  return { session, statements, sheets }
}

export const sessionVotesWorkbook = page('/staff/sessions/:sessionId/votes.xlsx', {
  audience: 'staff',
  async show(context, { params }): Promise<Download> {
    const { session, statements, sheets } = await votesIn(context, params.sessionId)
    const name = fileNameOf(session, '考えへの賛否（庁内用）')
    const result = voteResult(statements, sheets)
    const file = await writeWorkbook(voteSheets({ title: session.title, statements, sheets, result }), {
      createdAt: context.now,
      title: name,
    })
    return { file, contentType: xlsxType, fileName: `${name}.xlsx` }
  },
})
