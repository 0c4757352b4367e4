import { signOut } from '#src/platform/auth/sign-in.ts'
import { page } from '#src/platform/page.ts'
import { recordSignOut } from '../store/account-traces.ts'

/** ログアウト: the session ends on the server too; a cookie kept from before is worth nothing. */
export const signOutPage = page('/sign-out', {
  audience: 'anyone',
  show: async () => ({ seeOther: '/sign-in' }),
  async submit(context, { auth, request }) {
    const cookies = await signOut(auth, request)
    if (context.actor.id !== 'public') await recordSignOut(context)
    return { seeOther: '/sign-in?signed-out=1', cookies }
  },
})
