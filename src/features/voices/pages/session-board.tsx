import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { committedHere } from '#src/platform/database/transaction.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen, Banner, EmptyState } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { noteWords, takesNotes } from '../core/session.ts'
import { boardSeqOf, getSession, listNotes, listSessionTables, listSteps } from '../store/queries/sessions.ts'
import { BoardColumns, RecordList, StepTabs } from './parts/board-view.tsx'
import { AddNoteForm } from './parts/note-form.tsx'
import { sessionCrumb, sessionsCrumb } from './parts/session-parts.tsx'
import { type NoteOutcome, submitNote } from './parts/submit-notes.ts'

/** ボード・記録: what was written or said, by question; several people work at it at once. */
export const sessionBoardPage = page('/staff/sessions/:sessionId/board', {
  audience: 'staff',
  show: (context, { params, url }) => screen(context, params.sessionId, { url }),
  async submit(context, { params: { sessionId }, url }, form) {
    const outcome = await submitNote(context, sessionId, form)
    if (!outcome) return { seeOther: `${url.pathname}${url.search}` }
    return { ...(await screen(context, sessionId, { url, outcome })), status: outcome.isStale ? 409 : 422 }
  },
})

type State = { url: URL; outcome?: NoteOutcome }

async function screen(context: Context, sessionId: string, { url, outcome }: State): Promise<Screen> {
  authorize(context, permissions, 'read-voices')
  const session = await getSession(context, sessionId)
  const [all, tables, notes] = await Promise.all([
    listSteps(context, sessionId),
    listSessionTables(context, sessionId),
    listNotes(context, sessionId),
  ])
  const steps = all.filter(takesNotes)
  const isBoard = session.kind === 'world-cafe'
  const chosen = steps.find(({ id }) => id === url.searchParams.get('step')) ?? steps[0]
  const mayEdit = mayDo(context.actor, permissions, 'sort-voices')
  const here = `/staff/sessions/${sessionId}/board`
  const title = isBoard ? '付箋のボード' : '記録'
  const changed = { notes, tables, mayEdit, outcome }
  return {
    title,
    crumbs: [sessionsCrumb, sessionCrumb(session)],
    body: (
      <>
        <FormHead problems={outcome && !outcome.noteId ? outcome.problems : {}} />
        {outcome?.isStale && (
          <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。">
            <p>いまの文は{notes.find(({ id }) => id === outcome.noteId)?.text ?? '消されています'}です。</p>
          </Banner>
        )}
        <div class="sb-title">
          <h1>{title}</h1>
          <a href={`/staff/sessions/${sessionId}/add`}>まとめて貼り付ける</a>
        </div>
        {!chosen ? (
          <EmptyState title="まだ問いがありません。">
            <p>
              <a href={`/staff/sessions/${sessionId}/plan`}>進行に問いを加えてください</a>
            </p>
          </EmptyState>
        ) : (
          <shared-board data-changes={`${here}/feed`}>
            {isBoard && <StepTabs steps={steps} chosen={chosen} notes={notes} here={here} />}
            {mayEdit && (
              <AddNoteForm
                session={session}
                steps={isBoard ? [chosen] : steps}
                tables={tables}
                entered={outcome && !outcome.noteId ? outcome.entered : {}}
                problems={outcome && !outcome.noteId ? outcome.problems : {}}
              />
            )}
            <p class="sb-sub" data-board-state="" role="status" />
            <div data-board="" data-seq={session.boardSeq}>
              {isBoard ? (
                <BoardColumns {...changed} step={chosen} />
              ) : (
                <RecordList {...changed} steps={steps} word={noteWords[session.kind]} />
              )}
            </div>
          </shared-board>
        )}
        <AboutScreen>
          <p>
            {isBoard
              ? '付箋は、書かれたとおりに打ちます。見出しは人が付けるもので、付箋の文とは別に残ります。つかんで動かすほか、左右の矢印キー、「見出しへ移す」でも動かせます。ほかの人の変更は、数秒で映ります。'
              : '話されたとおりに書きます。話した人は A、B… と書き、氏名は書きません。庁内だけの発言は、公開されません。'}
          </p>
        </AboutScreen>
      </>
    ),
  }
}

const restMilliseconds = 250
/** How many rests pass before the database is asked for changes of other processes. */
const restsBetweenLooks = 8

/** Tells open boards when a note has changed, by the number the board then has. */
export const boardChanges = page('/staff/sessions/:sessionId/board/feed', {
  audience: 'staff',
  async show(context, { params: { sessionId } }) {
    authorize(context, permissions, 'read-voices')
    const first = await boardSeqOf(context, sessionId)
    return {
      async feed(send, closed) {
        let [told, seen, rests] = [first, committedHere(), 0]
        await send(String(first))
        while (!closed.aborted) {
          await rest(closed)
          rests += 1
          const commits = committedHere()
          if (closed.aborted || (commits === seen && rests < restsBetweenLooks)) continue
          ;[seen, rests] = [commits, 0]
          const seq = await boardSeqOf(context, sessionId)
          if (seq !== told) await send(String(seq))
          told = seq
        }
      },
    }
  },
})

const rest = (closed: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(done, restMilliseconds)
    function done() {
      clearTimeout(timer)
      closed.removeEventListener('abort', done)
      resolve()
    }
    closed.addEventListener('abort', done)
  })
