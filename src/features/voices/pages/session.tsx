import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen, Banner } from '#src/ui/parts.tsx'
import { participantCounts } from '../core/participants.ts'
import { permissions } from '../core/permissions.ts'
import { sessionKindLabels, sessionStateLabels, sessionStateOn } from '../core/session.ts'
import { outcomeForm } from '../core/session-forms.ts'
import { takeOverNotes } from '../store/commands/notes.ts'
import { announceSession, cancelSession, publishSession, recordOutcome } from '../store/commands/sessions.ts'
import { countNotes, getSession, listSessionTables, listSteps } from '../store/queries/sessions.ts'
import { dayWords, sessionsCrumb } from './parts/session-parts.tsx'
import { SessionView } from './parts/session-view.tsx'

/** One session from its time plan to its published report: what is there, and what comes next. */
export const sessionPage = page('/staff/sessions/:sessionId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.sessionId, {}),
  async submit(context, { params: { sessionId } }, form) {
    const entered = enteredIn(form)
    const known = { sessionId, revision: Number(entered['revision']) }
    const here = `/staff/sessions/${sessionId}`
    if (entered['act'] === 'take-over') {
      await takeOverNotes(context, { sessionId })
      return { seeOther: `${here}?notice=taken-over` }
    }
    const act = changes[entered['act'] as keyof typeof changes]
    if (act) {
      const outcome = await unlessStale(act(context, known))
      return outcome.isStale ? staleScreen(context, sessionId, {}) : { seeOther: `${here}?notice=saved` }
    }
    const read = readForm(outcomeForm, form)
    if (read.problems)
      return { ...(await screen(context, sessionId, { entered, problems: read.problems })), status: 422 }
    const outcome = await unlessStale(recordOutcome(context, { ...known, outcome: read.values }))
    return outcome.isStale
      ? staleScreen(context, sessionId, { entered })
      : { seeOther: `${here}?notice=saved` }
  },
})

type Known = { sessionId: string; revision: number }

const changes = {
  announce: (context: Context, known: Known) => announceSession(context, { ...known, isPublic: true }),
  unannounce: (context: Context, known: Known) => announceSession(context, { ...known, isPublic: false }),
  cancel: (context: Context, known: Known) => cancelSession(context, { ...known, isCancelled: true }),
  revive: (context: Context, known: Known) => cancelSession(context, { ...known, isCancelled: false }),
  publish: (context: Context, known: Known) => publishSession(context, { ...known, isPublic: true }),
  unpublish: (context: Context, known: Known) => publishSession(context, { ...known, isPublic: false }),
}

type State = { entered?: Entered; problems?: Problems; isStale?: boolean }

const staleScreen = async (context: Context, sessionId: string, state: State): Promise<Screen> => ({
  ...(await screen(context, sessionId, { ...state, isStale: true })),
  status: 409,
})

async function screen(context: Context, sessionId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'read-sessions')
  const session = await getSession(context, sessionId)
  const [steps, tables, counts] = await Promise.all([
    listSteps(context, sessionId),
    listSessionTables(context, sessionId),
    countNotes(context),
  ])
  const may = (action: keyof typeof permissions) => mayDo(context.actor, permissions, action)
  const counted = counts.get(sessionId) ?? { notes: 0, taken: 0 }
  const sessionState = sessionStateOn(session, tokyoDay(context.now))
  return {
    title: session.title,
    crumbs: [sessionsCrumb],
    facts: [
      { label: '種類', value: sessionKindLabels[session.kind] },
      { label: '日時', value: dayWords(session) },
      { label: '状態', value: sessionStateLabels[sessionState] },
      { label: '参加', value: participantCounts(session) || 'まだ書かれていません' },
      { label: '記録', value: `${counted.notes}件（声に入れた ${counted.taken}件）` },
    ],
    body: (
      <>
        <FormHead problems={state.problems ?? {}} />
        {state.isStale && (
          <Banner
            tone="warn"
            title="ほかの人が先に保存しました。いまの内容を確かめて、もう一度保存してください。"
          />
        )}
        <SessionView
          session={session}
          steps={steps}
          tables={tables}
          counts={counted}
          state={sessionState}
          today={tokyoDay(context.now)}
          form={{ entered: state.entered, problems: state.problems ?? {} }}
          may={{
            read: may('read-voices'),
            edit: may('edit-sessions'),
            keyIn: may('take-in-voice'),
            takeOver: may('sort-voices') && may('take-in-voice'),
            announce: may('announce-session'),
            publish: may('publish-session'),
          }}
        />
        <AboutScreen>
          <p>
            記録は、書かれたとおり・話されたとおりに残します。「市民の声に入れる」と、1件ずつ受付番号が付き、分類と公開の確認に進みます。公開の報告に載るのは、1人が個人情報を伏せ、別の人が公開を決めた文だけです。
          </p>
        </AboutScreen>
      </>
    ),
  }
}
