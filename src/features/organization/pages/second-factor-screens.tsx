import { secretToShow } from '#src/platform/auth/second-factor.ts'
import type { Context } from '#src/platform/context.ts'
import type { Problems } from '#src/platform/form.ts'
import type { Screen, Visit } from '#src/platform/page.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import type { Account } from '../core/account.ts'
import type { SecondFactor } from '../core/second-factor.ts'
import { getOwnAccount } from '../store/account-queries.ts'
import { getOwnSecondFactor } from '../store/second-factor-queries.ts'
import { RecoveryCodes } from './recovery-codes-view.tsx'
import { SecondFactorOn } from './second-factor-on-view.tsx'
import { ConfirmApp, StartSetUp } from './second-factor-set-up-view.tsx'

const crumbs = [{ label: '自分のアカウント', href: '/staff/account' }]

/** 二段階認証 as it stands: off, begun, or on. With problems it is the form that came back. */
export async function secondFactorScreen(
  context: Context,
  visit: Visit,
  problems: Problems = {},
): Promise<Screen> {
  const account = await getOwnAccount(context)
  const own = await getOwnSecondFactor(context)
  return {
    title: '二段階認証',
    crumbs,
    ...(Object.keys(problems).length > 0 ? { status: 422 as const } : {}),
    body: (
      <>
        <ProblemSummary problems={problems} />
        <h1>二段階認証</h1>
        {await partOf(visit, { account, own, problems })}
      </>
    ),
  }
}

type State = { account: Account; own: SecondFactor; problems: Problems }

async function partOf({ auth }: Visit, { account, own, problems }: State) {
  if (own.state === 'on') return <SecondFactorOn account={account} own={own} problems={problems} />
  const shown =
    own.state === 'begun' ? await secretToShow(auth, { kept: own.secret, account: account.email }) : undefined
  return shown ? (
    <ConfirmApp {...shown} problems={problems} />
  ) : (
    <StartSetUp account={account} problems={problems} />
  )
}

/** Ten codes, shown once: their hashes are all that is kept. */
export const recoveryCodesScreen = (codes: readonly string[], { isNew }: { isNew: boolean }): Screen => ({
  title: '予備コード',
  crumbs: [...crumbs, { label: '二段階認証', href: '/staff/account/second-factor' }],
  body: <RecoveryCodes codes={codes} isNew={isNew} />,
})
