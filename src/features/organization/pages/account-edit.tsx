import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, type Problems, problemsOf } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { type Account, accountForm } from '../core/account.ts'
import { rolesInWords } from '../core/account-roles.ts'
import type { Surroundings } from '../core/account-standing.ts'
import { changeAccount } from '../store/account-change-commands.ts'
import { getAccount } from '../store/account-queries.ts'
import { choicesOf, enteredAccount, enteredOf, surroundingsOf } from './account-choices.ts'
import { AccountEditor } from './account-edit-view.tsx'

/** One account: whose it is, its unit and roles. */
export const accountPage = page('/staff/accounts/:accountId', {
  audience: 'staff',
  async show(context, { params }) {
    const account = await getAccount(context, params.accountId)
    return screen(context, { account, entered: enteredOf(account), problems: {} })
  },
  async submit(context, { params: { accountId } }, form) {
    const account = await getAccount(context, accountId)
    const entered = enteredAccount(form)
    const read = accountForm.safeParse({ ...entered })
    if (!read.success) {
      return {
        ...(await screen(context, { account, entered, problems: problemsOf(read.error) })),
        status: 422,
      }
    }
    const change = { accountId, revision: Number(entered['revision']), content: read.data }
    const outcome = await unlessStale(changeAccount(context, change))
    if (!outcome.isStale) return { seeOther: `/staff/accounts/${accountId}?notice=saved` }
    const now = await getAccount(context, accountId)
    const typed = { ...now, ...read.data }
    return { ...(await screen(context, { account: now, typed, entered, problems: {} })), status: 409 }
  },
})

type State = { account: Account; typed?: Account; entered: Entered; problems: Problems }

async function screen(context: Context, { account, typed, entered, problems }: State): Promise<Screen> {
  const surroundings = await surroundingsOf(context)
  const isOwn = account.id === context.actor.id
  return {
    title: account.name,
    crumbs: [{ label: 'アカウント', href: '/staff/accounts' }],
    body: (
      <AccountEditor
        account={account}
        isOwn={isOwn}
        surroundings={surroundings}
        versions={typed && versionRows(surroundings, account, typed)}
        entered={entered}
        problems={problems}
        {...choicesOf(surroundings, entered['unitId'])}
        rolesFixed={
          isOwn ? '自分の役割は、自分では変えられません。ほかのシステム管理の人に頼んでください。' : undefined
        }
      />
    ),
  }
}

function versionRows({ units, people }: Surroundings, saved: Account, typed: Account): VersionRow[] {
  const names = new Map([...units, ...people].map(({ id, name }) => [id, name]))
  const rowsOf = ({ name, roles, unitId, personId }: Account) => [
    { label: '氏名', words: name },
    { label: '役割', words: rolesInWords(roles) },
    { label: '所属', words: names.get(unitId ?? '') ?? '' },
    { label: '職員', words: names.get(personId ?? '') ?? '' },
  ]
  const typedRows = rowsOf(typed)
  return rowsOf(saved).map(({ label, words }, at) => ({
    label,
    saved: words,
    typed: typedRows[at]?.words ?? '',
  }))
}
