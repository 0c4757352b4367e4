import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { permissions } from '../core/permissions.ts'
import { sessionForm } from '../core/session-forms.ts'
import { changeSession } from '../store/commands/sessions.ts'
import { getSession } from '../store/queries/sessions.ts'
import { enteredOfSession, SessionFields, sessionLabels } from './parts/session-fields.tsx'
import { sessionCrumb, sessionsCrumb } from './parts/session-parts.tsx'
import { versionChoices } from './parts/version-choices.ts'

/** 参加の場を直す: day, place and how to take part. The kind stays. */
export const editSessionPage = page('/staff/sessions/:sessionId/edit', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.sessionId, {}),
  async submit(context, { params: { sessionId } }, form) {
    authorize(context, permissions, 'edit-sessions')
    const { kind } = await getSession(context, sessionId)
    form.set('kind', kind)
    const read = readForm(sessionForm, form)
    if (read.problems)
      return {
        ...(await screen(context, sessionId, { entered: read.entered, problems: read.problems })),
        status: 422,
      }
    const { kind: _, ...content } = read.values
    const revision = Number(enteredIn(form)['revision'])
    const outcome = await unlessStale(changeSession(context, { sessionId, revision, content }))
    if (outcome.isStale)
      return { ...(await screen(context, sessionId, { entered: read.entered, isStale: true })), status: 409 }
    return { seeOther: `/staff/sessions/${sessionId}?notice=saved` }
  },
})

type State = { entered?: Entered; problems?: Problems; isStale?: boolean }

async function screen(context: Context, sessionId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'edit-sessions')
  const session = await getSession(context, sessionId)
  const [{ districts }, versions] = await Promise.all([getMunicipality(context), versionChoices(context)])
  const saved = enteredOfSession(session)
  const entered = state.entered ?? saved
  return {
    title: '参加の場を直す',
    crumbs: [sessionsCrumb, sessionCrumb(session)],
    body: (
      <>
        <FormHead problems={state.problems ?? {}} rows={state.isStale ? rowsOf(saved, entered) : undefined} />
        <h1>参加の場を直す</h1>
        <form method="post" class="sb-form">
          <input type="hidden" name="revision" value={session.revision} />
          <SessionFields
            entered={entered}
            problems={state.problems ?? {}}
            districts={districts}
            versions={versions}
          />
          <button class="dads-button" type="submit">
            保存する
          </button>
        </form>
      </>
    ),
  }
}

const rowsOf = (saved: Entered, entered: Entered): VersionRow[] =>
  Object.entries(sessionLabels).map(([name, label]) => ({
    label,
    saved: saved[name] ?? '',
    typed: entered[name] ?? '',
  }))
