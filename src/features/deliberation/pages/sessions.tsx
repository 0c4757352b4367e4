import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { EmptyState, Section } from '#src/ui/parts.tsx'
import { clashWords, findClash, sessionForm } from '../core/assembly-session.ts'
import type { Body } from '../core/bodies.ts'
import { permissions } from '../core/permissions.ts'
import { enterSession } from '../store/commands-sessions.ts'
import { listBodies } from '../store/queries.ts'
import { listSessions } from '../store/queries-sessions.ts'
import { billsCrumb, meetingsCrumb } from './parts/deliberation-tabs.tsx'
import { SessionFields, SessionTable } from './parts/session-view.tsx'

const here = '/staff/bills/sessions'

/** 議会の会期: when the assembly sits, entered ahead, so that deadlines can keep clear of it. */
export const sessionsPage = page(here, {
  audience: 'staff',
  show: (context) => screen(context, {}, {}),
  async submit(context, _visit, form) {
    const read = readForm(sessionForm, form)
    if (read.problems) return { ...(await screen(context, read.entered, read.problems)), status: 422 }
    const clash = findClash(await listSessions(context), read.values)
    if (clash)
      return { ...(await screen(context, read.entered, { startsOn: clashWords(clash) })), status: 422 }
    await enterSession(context, read.values)
    return { seeOther: `${here}?notice=added` }
  },
})

export const assembliesOf = (bodies: readonly Body[]) => bodies.filter(({ kind }) => kind === 'assembly')

async function screen(context: Context, entered: Entered, problems: Problems): Promise<Screen> {
  authorize(context, permissions, 'read-meetings')
  const sessions = await listSessions(context)
  const assemblies = assembliesOf(await listBodies(context))
  const mayKeep = mayDo(context.actor, permissions, 'keep-bills')
  return {
    title: '議会の会期',
    crumbs: [meetingsCrumb, billsCrumb],
    body: (
      <>
        <FormHead problems={problems} />
        <div class="sb-title">
          <h1>議会の会期</h1>
        </div>
        <p class="l-gap l-measure">
          会期は公開され、会議の予定表にも載ります。作業や依頼の期限を決めるときの目安にしてください。
        </p>
        <div class="l-gap">
          {sessions.length === 0 ? (
            <EmptyState title="まだ会期がありません。">
              <p>定例会と臨時会の日程が決まったら、ここに登録します。</p>
            </EmptyState>
          ) : (
            <SessionTable
              sessions={sessions}
              caption={`会期（${sessions.length}件、新しい順）`}
              today={tokyoDay(context.now)}
              {...(mayKeep ? { addressOf: (id: string) => `${here}/${id}` } : {})}
            />
          )}
        </div>
        {mayKeep && (
          <Section id="enter" title="会期を登録する">
            {assemblies.length === 0 ? (
              <p>
                先に、種類が「議会」の<a href="/staff/bodies/new">会議体を加えます</a>。
              </p>
            ) : (
              <form method="post" class="sb-form" aria-label="会期" action="#error-summary">
                <SessionFields assemblies={assemblies} entered={entered} problems={problems} />
                <button class="dads-button" type="submit">
                  会期を登録する
                </button>
              </form>
            )}
          </Section>
        )}
      </>
    ),
  }
}
