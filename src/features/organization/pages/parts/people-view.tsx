import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { EmptyState, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { isHeldOn, type Person, type Post, postKindLabels } from '../../core/people.ts'
import { unitNameOn } from '../../core/succession.ts'
import type { OrganizationUnit } from '../../core/units.ts'
import { unitChoices } from '../../views/unit-choices.ts'

const pageSize = 50

type FilterProps = {
  units: readonly OrganizationUnit[]
  today: string
  words: string
  unitId: string
  total: number
  found: readonly Person[]
}

export function PeopleFilterForm({ units, today, words, unitId, total, found }: FilterProps) {
  return (
    <form class="sb-filter l-gap" method="get">
      <label>
        氏名・よみ
        <input name="words" type="text" value={words} />
      </label>
      <label>
        所属
        <select name="unit">
          <option value="">すべて</option>
          {unitChoices(units, today, [unitId]).map(({ value, label }) => (
            <option key={value} value={value} selected={value === unitId}>
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

type ListProps = FilterProps & { number: number; mayChange: boolean }

export function PeopleList(props: ListProps) {
  const { total, found, words, unitId } = props
  if (total === 0) return <NoPeople mayChange={props.mayChange} />
  if (found.length === 0) {
    return (
      <div class="l-gap">
        <EmptyState title="この条件に合う職員はいません。">
          <p>
            <a href="/staff/organization/people">絞り込みをやめる</a>
          </p>
        </EmptyState>
      </div>
    )
  }
  const last = Math.ceil(found.length / pageSize)
  const number = Math.min(Math.max(1, Math.trunc(props.number) || 1), last)
  const query = (page?: number) =>
    new URLSearchParams({ words, unit: unitId, ...(page ? { page: String(page) } : {}) }).toString()
  return (
    <div class="l-gap l-flow">
      <PeopleTable {...props} shown={found.slice((number - 1) * pageSize, number * pageSize)} />
      <nav class="l-cluster l-cluster--wide" aria-label="一覧のページ">
        <span>
          {(number - 1) * pageSize + 1}〜{Math.min(number * pageSize, found.length)}人（{found.length}人中）
        </span>
        {number > 1 && <a href={`?${query(number - 1)}`}>前の{pageSize}人</a>}
        {number < last && <a href={`?${query(number + 1)}`}>次の{pageSize}人</a>}
        <a href={`/staff/organization/people.csv?${query()}`}>この{found.length}人をCSVで保存</a>
      </nav>
    </div>
  )
}

function NoPeople({ mayChange }: { mayChange: boolean }) {
  return (
    <div class="l-gap">
      <EmptyState title="まだ職員が登録されていません。">
        {mayChange ? (
          <p>
            <a href="/staff/organization/people/new">1人ずつ加える</a>か、
            <a href="/staff/organization/import?kind=people">CSVでまとめて取り込みます</a>。
          </p>
        ) : (
          <p>企画（事務局）かシステム管理が登録すると、ここに並びます。</p>
        )}
      </EmptyState>
    </div>
  )
}

function PeopleTable({ shown, units, today }: ListProps & { shown: readonly Person[] }) {
  return (
    <ScrollFrame label="職員の一覧">
      <table class="dads-table">
        <caption>
          職員<small>職は、{eraDay(today)}のもの</small>
        </caption>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">よみ</th>
            <th scope="col">いまの所属と職</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, name, kana, posts }) => {
            const held = posts.filter((post) => isHeldOn(post, today))
            return (
              <tr key={id}>
                <th scope="row">
                  <a href={`/staff/organization/people/${id}`}>{name}</a>
                </th>
                <td>{kana || <NoValue words="よみなし" />}</td>
                <td>
                  {held.length === 0 && <NoValue words="いまの職なし" />}
                  {held.map((post) => (
                    <div key={`${post.unitId}${post.title}`}>{postInWords(post, units, today)}</div>
                  ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

/** こども課 係長（兼務、令和8年4月1日から） */
function postInWords(post: Post, units: readonly OrganizationUnit[], today: string): string {
  const unit = post.unitId ? (unitNameOn(units, post.unitId, today) ?? '') : '（市全体）'
  const kind = post.kind === 'regular' ? '' : `${postKindLabels[post.kind]}、`
  return `${unit} ${post.title}（${kind}${eraDay(post.validFrom)}から）`
}
