import { writeCsv } from '#src/lib/csv/csv.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { type AccountFilter, accountTable, filterAccounts } from '../core/account-list.ts'
import { listAccounts } from '../store/account-queries.ts'
import { listUnits } from '../store/queries.ts'
import { surroundingsOf } from './account-choices.ts'
import { AccountList } from './account-list-view.tsx'

/** アカウント: who may sign in, in which roles, and whom to look at after a transfer. */
export const accountListPage = page('/staff/accounts', {
  audience: 'staff',
  async show(context, { url }) {
    const all = await listAccounts(context)
    const filter = filterIn(url)
    const view = { filter, total: all.length, found: filterAccounts(all, filter) }
    const number = Number(url.searchParams.get('page') ?? '1')
    const surroundings = await surroundingsOf(context)
    return {
      title: 'アカウント',
      body: <AccountList {...view} {...surroundings} number={number} actorId={context.actor.id} />,
    }
  },
})

/** The accounts of the list as a table to save. */
export const accountListCsv = page('/staff/accounts.csv', {
  audience: 'staff',
  async show(context, { url }) {
    const found = filterAccounts(await listAccounts(context), filterIn(url))
    return {
      file: writeCsv(accountTable(found, await unitNames(context))),
      contentType: 'text/csv; charset=utf-8',
      fileName: `アカウント-${tokyoDay(context.now)}.csv`,
    }
  },
})

const unitNames = async (context: Context) =>
  new Map((await listUnits(context)).map(({ id, name }) => [id, name]))

function filterIn({ searchParams }: URL): AccountFilter {
  const asked = (name: string) => (searchParams.get(name) ?? '').slice(0, 100)
  return { words: asked('words'), role: asked('role'), state: asked('state') }
}
