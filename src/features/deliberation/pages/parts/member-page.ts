import { cookieIn } from '#src/platform/auth/cookies.ts'
import type { Context } from '#src/platform/context.ts'
import { type Download, page, type Screen, type SeeOther, type Visit } from '#src/platform/page.ts'
import type { Membership } from '../../core/bodies.ts'
import { noteUse } from '../../store/commands-access.ts'
import { findMemberOfSession } from '../../store/queries-access.ts'

type Outcome = Promise<Screen | SeeOther | Download>
type MemberPage<Path extends string> = {
  show: (context: Context, visit: Visit<Path>) => Outcome
  submit?: (context: Context, visit: Visit<Path>, form: FormData) => Outcome
}

export const enterAddress = '/members/enter'

/**
 * A page for members without a municipal account: it acts as the membership of the session. Whoever has no session is sent to
 * the words that say how to come in. Search engines leave these pages out.
 */
export function memberPage<Path extends string>(path: Path, { show, submit }: MemberPage<Path>) {
  const away = { seeOther: enterAddress }
  return page(path, {
    audience: 'anyone',
    async show(context, visit) {
      const own = await asMember(context, visit)
      return own ? unlisted(await show(own, visit)) : away
    },
    ...(submit && {
      async submit(context: Context, visit: Visit<Path>, form: FormData) {
        const own = await asMember(context, visit)
        return own ? unlisted(await submit(own, visit, form)) : away
      },
    }),
  })
}

const unlisted = (outcome: Screen | SeeOther | Download) =>
  'body' in outcome ? { ...outcome, isUnlisted: true } : outcome

async function asMember(context: Context, { auth, request }: Visit): Promise<Context | undefined> {
  const token = cookieIn(auth, request, 'member')
  const session = token ? await findMemberOfSession(context, token) : undefined
  if (!session) return undefined
  await noteUse(context, session)
  return { ...context, actor: memberActor(session.member) }
}

const memberActor = ({ id, name }: Membership) => ({ id, name, roles: ['member' as const] })
