import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import {
  type AssemblySession,
  clashWords,
  findClash,
  sessionForm,
  sessionKindLabels,
} from '../core/assembly-session.ts'
import { permissions } from '../core/permissions.ts'
import { changeSession, removeSession } from '../store/commands-sessions.ts'
import { listBodies } from '../store/queries.ts'
import { getSession, listSessions } from '../store/queries-sessions.ts'
import { billsCrumb, meetingsCrumb, sessionsCrumb } from './parts/deliberation-tabs.tsx'
import { SessionFields } from './parts/session-view.tsx'
import { assembliesOf } from './sessions.tsx'

const list = '/staff/bills/sessions'

/** One session (会期): its days as they were set or extended; one entered by mistake is removed. */
export const sessionPage = page(`${list}/:sessionId`, {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.sessionId, {}),
  async submit(context, { params: { sessionId } }, form) {
    const outcome = await (form.get('act') === 'remove' ? remove : change)(context, sessionId, form)
    if ('seeOther' in outcome) return outcome
    const { status, ...state } = outcome
    return { ...(await screen(context, sessionId, state)), status }
  },
})

type State = { entered?: Entered; problems?: Problems; rows?: readonly VersionRow[] }
type Back = State & { status: 409 | 422 }

async function remove(context: Context, sessionId: string, form: FormData): Promise<SeeOther | Back> {
  const revision = Number(enteredIn(form)['revision'])
  const outcome = await unlessStale(removeSession(context, { sessionId, revision }))
  return outcome.isStale ? { status: 409, rows: [] } : { seeOther: `${list}?notice=removed` }
}

async function change(context: Context, sessionId: string, form: FormData): Promise<SeeOther | Back> {
  const read = readForm(sessionForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  const clash = findClash(await listSessions(context), read.values, sessionId)
  if (clash) return { status: 422, entered, problems: { startsOn: clashWords(clash) } }
  const given = { sessionId, revision: Number(entered['revision']), content: read.values }
  const outcome = await unlessStale(changeSession(context, given))
  if (!outcome.isStale) return { seeOther: `${list}?notice=saved` }
  return { status: 409, entered, rows: rowsOf(await getSession(context, sessionId), read.values) }
}

function rowsOf(saved: AssemblySession, typed: Omit<AssemblySession, 'id' | 'revision'>): VersionRow[] {
  return [
    { label: '種類', saved: sessionKindLabels[saved.kind], typed: sessionKindLabels[typed.kind] },
    { label: '会期の名前', saved: saved.name, typed: typed.name },
    { label: '開会の日', saved: saved.startsOn, typed: typed.startsOn },
    { label: '閉会の日', saved: saved.endsOn, typed: typed.endsOn },
  ]
}

async function screen(context: Context, sessionId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'keep-bills')
  const { revision, ...saved } = await getSession(context, sessionId)
  const problems = state.problems ?? {}
  const hidden = <input type="hidden" name="revision" value={revision} />
  return {
    title: saved.name,
    crumbs: [meetingsCrumb, billsCrumb, sessionsCrumb],
    body: (
      <>
        <FormHead problems={problems} rows={state.rows} />
        <div class="sb-title">
          <h1>{saved.name}</h1>
        </div>
        <form method="post" class="sb-form l-gap" aria-label="会期" action="#error-summary">
          {hidden}
          <SessionFields
            assemblies={assembliesOf(await listBodies(context))}
            entered={{ ...saved, ...state.entered }}
            problems={problems}
          />
          <div class="l-cluster">
            <button class="dads-button" type="submit" name="act" value="change">
              保存する
            </button>
            <a href={list}>やめる</a>
          </div>
        </form>
        <div class="l-gap">
          <Disclosure label="まちがえて登録したとき">
            <form method="post" class="l-flow" aria-label="会期を消す">
              {hidden}
              <p>会期を消すと、予定表からもなくなります。議案の記録は変わりません。</p>
              <button class="dads-button dads-button--secondary" type="submit" name="act" value="remove">
                「{saved.name}」を消す
              </button>
            </form>
          </Disclosure>
        </div>
      </>
    ),
  }
}
