import { listPublicPlaces } from '#src/features/deliberation/store/queries-places.ts'
import { type LedgerKind, ledgerKinds } from '#src/features/plan/core/diff/ledger-entries.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import type { PublicPlaces } from './parts/decided-by.tsx'
import { homeCrumb, planCrumb, publicScreen, withPublicPlan } from './parts/public-page.tsx'

/** 変更台帳: dropped indicators and weakened targets, with the reason. What stands here is never taken away. */
export const ledgerPage = page('/plan/ledger', {
  audience: 'public',
  show: (context) =>
    withPublicPlan(context, async (shown) => {
      const refs = shown.plan.decisions.flatMap(({ ref }) => ref ?? [])
      return publicScreen(shown, {
        title: '変更台帳',
        crumbs: [homeCrumb, planCrumb],
        body: <Ledger shown={shown} places={await listPublicPlaces(context, refs)} />,
      })
    }),
})

type Entry = PlanDocument['ledger'][number]

function Ledger({ shown, places }: { shown: PublicPlan; places: PublicPlaces }) {
  const entries = [...shown.plan.ledger].sort((a, b) =>
    a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1,
  )
  return (
    <div class="l-flow">
      <h1>変更台帳</h1>
      <p class="sb-lead l-measure">
        引き下げた目標、やめた指標、変えた算出方法などを、理由とともに残します。ここに載ったものは消しません。
      </p>
      {entries.length === 0 ? (
        <EmptyState title="まだ記録はありません。">
          <p>目標の引下げや指標の廃止があると、版をつくるときにここへ加わります。</p>
        </EmptyState>
      ) : (
        <ScrollFrame label="変更台帳">
          <table class="dads-table dads-table--wide">
            <caption>変更台帳（{entries.length}件、新しい順）</caption>
            <thead>
              <tr>
                <th scope="col">日付</th>
                <th scope="col">種類</th>
                <th scope="col">対象</th>
                <th scope="col">前</th>
                <th scope="col">後</th>
                <th scope="col">理由</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <EntryRow key={entry.id} shown={shown} entry={entry} places={places} />
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      )}
    </div>
  )
}

type EntryProps = { shown: PublicPlan; entry: Entry; places: PublicPlaces }

function EntryRow({ shown, entry, places }: EntryProps) {
  const { date, kind, from, to, reason, decisionId } = entry
  const decision = shown.plan.decisions.find(({ id }) => id === decisionId)
  const place = places.get(decision?.ref ?? '')
  return (
    <tr>
      <td class="is-nowrap">{eraDayDual(date)}</td>
      <td class="is-nowrap">{ledgerKinds[kind as LedgerKind] ?? kind}</td>
      <th scope="row">
        <Subject shown={shown} entry={entry} />
      </th>
      <td>
        <del class="sb-del">
          <span class="vh">前の値：</span>
          {from}
        </del>
      </td>
      <td>{to || <NoValue words="なし" />}</td>
      <td>
        {reason || <NoValue words="理由の記載なし" />}
        {decision && (
          <span class="sb-sub">（{place ? <a href={place.href}>{decision.title}</a> : decision.title}）</span>
        )}
      </td>
    </tr>
  )
}

/** The name as it is today, or as it was when it went. */
function Subject({ shown, entry: { subjectId, from } }: Omit<EntryProps, 'places'>) {
  const indicator = shown.plan.indicators.find(({ id }) => id === subjectId)
  if (indicator) return <a href={`/indicators/${indicator.id}`}>{indicator.name}</a>
  const item = shown.items.get(subjectId)
  return item ? <a href={`/plan/items/${item.id}`}>{item.title}</a> : <span>{from}</span>
}
