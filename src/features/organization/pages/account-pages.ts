import type { MountedPage } from '#src/platform/page.ts'
import { accountPage } from './account-edit.tsx'
import { accountLinkPage } from './account-link.tsx'
import { accountListCsv, accountListPage } from './account-list.tsx'
import { newAccountPage } from './account-new.tsx'
import { ownAccountPage } from './account-own.tsx'
import { accountSignInsPage } from './account-sign-ins.tsx'
import { accountStatePage } from './account-state.tsx'
import { ownSessionsPage } from './own-sessions.tsx'
import { secondFactorPage } from './second-factor.tsx'
import { signInPage } from './sign-in.tsx'
import { signInCodePage } from './sign-in-code.tsx'
import { signInLinkPage } from './sign-in-link.tsx'
import { signOutPage } from './sign-out.tsx'

/** Sign-in and accounts. The fixed address `new` stands before the one with an id. */
export const accountPages: readonly MountedPage[] = [
  signInPage,
  signOutPage,
  signInLinkPage,
  signInCodePage,
  ownAccountPage,
  ownSessionsPage,
  secondFactorPage,
  accountListPage,
  accountListCsv,
  newAccountPage,
  accountPage,
  accountLinkPage,
  accountStatePage,
  accountSignInsPage,
]
