import { Disclosure } from '#src/ui/parts.tsx'
import type { Quotable } from '../../core/quotable.ts'
import { dataPointsAddress } from './addresses.ts'

/** The numbers a text can quote, with the mark to write; scripts offer the same while typing (`bound-numbers`). */
export function QuotablesAside({ planId, quotables }: { planId: string; quotables: readonly Quotable[] }) {
  return (
    <Disclosure label={`本文に差し込める数（${quotables.length}）`}>
      <p class="sb-sub">記号を本文に写すと、計画書でも公開サイトでも、いまの値になります。</p>
      <ul class="sb-list">
        {quotables.map(({ label, shown, code }) => (
          <li key={code} data-quote={code} data-label={label} data-shown={shown}>
            {label}：{shown}
            <br />
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={dataPointsAddress(planId)}>統計値を加える・直す</a>
      </p>
    </Disclosure>
  )
}
