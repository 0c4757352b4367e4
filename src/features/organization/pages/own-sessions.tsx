import { sessionOf } from '#src/platform/auth.ts'
import { asOwner } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { endOtherSessions, endOwnSession } from '../store/session-commands.ts'
import { listOwnSessions } from '../store/session-queries.ts'
import { OwnSessions } from './own-sessions-view.tsx'

/** サインインしている機械: the person's own sessions, to end one or all the others. */
export const ownSessionsPage = page('/staff/account/sessions', {
  audience: 'staff',
  async show(context, { auth, request }) {
    const sessions = await listOwnSessions(asOwner(context))
    const here = (await sessionOf(auth, request, context.now))?.sessionId
    return {
      title: 'サインインしている機械',
      crumbs: [{ label: '自分のアカウント', href: '/staff/account' }],
      body: <OwnSessions sessions={sessions} here={here} now={context.now} />,
    }
  },
  async submit(context, { auth, request }, form) {
    const session = form.get('session')
    if (typeof session === 'string') {
      await endOwnSession(asOwner(context), { session })
      return { seeOther: '/staff/account/sessions?notice=session-ended' }
    }
    const here = (await sessionOf(auth, request, context.now))?.sessionId ?? ''
    await endOtherSessions(asOwner(context), { session: here })
    return { seeOther: '/staff/account/sessions?notice=sessions-ended' }
  },
})
