import { ChangedWords } from '#src/features/plan/views/change-list.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import type { ViewChange } from '../core/view-change.ts'

/** 反映したところ: the place of the plan, and what differs there from the version that was laid. */
export function ViewChangeWords({ change, href }: { change: ViewChange; href?: string }) {
  const { place, versionLabel, differences } = change
  return (
    <div class="l-flow">
      <p>
        計画の直したところ：{href ? <a href={href}>{place}</a> : place}（{versionLabel}）
      </p>
      {differences.length > 0 && (
        <Disclosure label={`変更前と変更後（${differences.length}件）`} open={differences.length === 1}>
          <ul class="sb-list">
            {differences.map(({ sentence, before, after }) => (
              <li key={sentence + after}>
                {sentence}
                {before !== after && (
                  <p class="sb-box l-measure sb-prewrap">
                    <ChangedWords before={before} after={after} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
