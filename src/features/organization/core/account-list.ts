import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { type Account, accountStates } from './account.ts'
import { rolesInWords } from './account-roles.ts'

/** `state` and `role` are empty for all of them. */
export type AccountFilter = { words: string; role: string; state: string }

const searched = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

/** The accounts whose name or address holds the words, in that role and state. */
export const filterAccounts = (
  accounts: readonly Account[],
  { words, role, state }: AccountFilter,
): Account[] =>
  accounts.filter(
    (account) =>
      searched(account.name + account.email).includes(searched(words)) &&
      (role === '' || account.roles.some((held) => held === role)) &&
      (state === '' || account.state === state),
  )

/** The list as a table to save: with the names of units, and days of Asia/Tokyo. */
export function accountTable(
  accounts: readonly Account[],
  unitNames: ReadonlyMap<string, string>,
): string[][] {
  const rows = accounts.map((account) => [
    account.name,
    account.email,
    rolesInWords(account.roles),
    unitNames.get(account.unitId ?? '') ?? '',
    accountStates[account.state],
    account.twoStepsSince ? 'あり' : 'なし',
    account.lastSignInAt ? tokyoDay(new Date(account.lastSignInAt)) : '',
  ])
  return [['氏名', 'メールアドレス', '役割', '所属', '状態', '二段階認証', '最後にサインインした日'], ...rows]
}
