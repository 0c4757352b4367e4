import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { guardedRoles, roleLabels } from '#src/lib/permissions.ts'
import { AboutScreen, Badge, EmptyState, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { type Account, accountStates } from '../core/account.ts'
import type { AccountFilter } from '../core/account-list.ts'
import { givenRoles, rolesInWords } from '../core/account-roles.ts'
import { type Surroundings, standingRemarks } from '../core/account-standing.ts'

const pageSize = 50

type Props = Surroundings & {
  filter: AccountFilter
  total: number
  found: readonly Account[]
  number: number
  actorId: string
}

export function AccountList(props: Props) {
  const { found } = props
  const last = Math.max(1, Math.ceil(found.length / pageSize))
  const number = Math.min(Math.max(1, Math.trunc(props.number) || 1), last)
  const shown = found.slice((number - 1) * pageSize, number * pageSize)
  return (
    <>
      <div class="sb-title">
        <h1>アカウント</h1>
        <a class="dads-button" href="/staff/accounts/new">
          アカウントをつくる
        </a>
      </div>
      <FilterForm {...props} />
      <div class="l-gap l-flow">
        {shown.length > 0 ? <AccountRows {...props} shown={shown} /> : <NobodyFits />}
        <Paging {...props} number={number} last={last} />
      </div>
      <AboutScreen>
        <p>
          サインインできる人の一覧です。役割は1人がいくつ持ってもかまいませんが、版をつくる人と公開する人は、別の人にします。
        </p>
        <p>
          異動や退職のときは、アカウントを開いて止めてください。使用中のサインインも、その場で終わります。記録が残るように、アカウントは消さずに止めます。
        </p>
      </AboutScreen>
    </>
  )
}

function FilterForm({ filter, total, found }: Props) {
  return (
    <form class="sb-filter l-gap" method="get">
      <label>
        氏名・メールアドレス
        <input name="words" type="text" value={filter.words} />
      </label>
      <label>
        役割
        <select name="role">
          <option value="">すべて</option>
          {givenRoles.map((role) => (
            <option key={role} value={role} selected={role === filter.role}>
              {roleLabels[role]}
            </option>
          ))}
        </select>
      </label>
      <label>
        状態
        <select name="state">
          <option value="">すべて</option>
          {Object.entries(accountStates).map(([state, label]) => (
            <option key={state} value={state} selected={state === filter.state}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button class="dads-button dads-button--secondary dads-button--small" type="submit">
        絞り込む
      </button>
      <span class="sb-filter__count">
        {total}人中 {found.length}人
      </span>
    </form>
  )
}

const NobodyFits = () => (
  <EmptyState title="この条件に合うアカウントはありません。">
    <p>
      <a href="/staff/accounts">絞り込みをやめる</a>
    </p>
  </EmptyState>
)

function Paging({ filter, found, number, last }: Props & { last: number }) {
  const address = (at: number) => `?${new URLSearchParams({ ...filter, page: String(at) })}`
  return (
    <nav class="l-cluster l-cluster--wide" aria-label="一覧のページ">
      {last > 1 && (
        <span>
          {number}／{last}ページ
        </span>
      )}
      {number > 1 && <a href={address(number - 1)}>前の{pageSize}人</a>}
      {number < last && <a href={address(number + 1)}>次の{pageSize}人</a>}
      <a href={`/staff/accounts.csv?${new URLSearchParams(filter)}`}>この{found.length}人をCSVで保存</a>
    </nav>
  )
}

function AccountRows({ shown, actorId, ...surroundings }: Props & { shown: readonly Account[] }) {
  const unitNames = new Map(surroundings.units.map(({ id, name }) => [id, name]))
  return (
    <ScrollFrame label="アカウントの一覧">
      <table class="dads-table dads-table--wide">
        <caption>サインインできる人</caption>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">役割</th>
            <th scope="col">所属</th>
            <th scope="col">状態</th>
            <th scope="col">最後のサインイン</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((account) => (
            <tr key={account.id}>
              <th scope="row">
                <a href={`/staff/accounts/${account.id}`}>{account.name}</a>
                {account.id === actorId && '（自分）'}
                <div class="sb-sub">{account.email}</div>
              </th>
              <td>{rolesInWords(account.roles)}</td>
              <td>{unitNames.get(account.unitId ?? '') ?? <NoValue words="なし" />}</td>
              <td>
                <StateBadge state={account.state} />
                {isWaiting(account) && <div class="sb-sub">二段階認証の設定待ち</div>}
                {standingRemarks(account, surroundings).map((remark) => (
                  <div key={remark} class="sb-sub">
                    要確認：{remark}
                  </div>
                ))}
              </td>
              <td>{lastSignIn(account) ?? <NoValue words="まだありません" />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

/** Roles of the account give no rights before it signs in in two steps. */
const isWaiting = ({ state, roles, twoStepsSince }: Account) =>
  state !== 'disabled' && !twoStepsSince && roles.some((role) => guardedRoles.includes(role))

const tones = { active: 'ok', invited: 'info', disabled: 'quiet' } as const

export const StateBadge = ({ state }: Pick<Account, 'state'>) => (
  <Badge tone={tones[state]}>{accountStates[state]}</Badge>
)

/** 令和8年4月1日 */
export const lastSignIn = ({ lastSignInAt }: Account) =>
  lastSignInAt ? eraDay(tokyoDay(new Date(lastSignInAt))) : undefined
