import type { Context } from '#src/platform/context.ts'
import { EmptyState } from '#src/ui/parts.tsx'
import { comparisonAddress, importAddress } from './addresses.ts'
import { StatisticsTabs } from './statistics-tabs.tsx'

export function NothingToCompare({ actor }: { actor: Context['actor'] }) {
  return (
    <>
      <div class="sb-title">
        <h1>都市間比較</h1>
      </div>
      <StatisticsTabs actor={actor} current={comparisonAddress} />
      <EmptyState title="くらべる資料がまだありません。">
        <p>
          SSDSE-A（統計センターの市区町村のデータ）を<a href={importAddress}>取り込む</a>
          と、全国の市とくらべられます。
        </p>
      </EmptyState>
    </>
  )
}
