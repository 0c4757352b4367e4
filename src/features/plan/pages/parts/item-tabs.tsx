import { Badge } from '#src/ui/parts.tsx'
import { itemStatusLabels } from '../../core/labels.ts'
import { comparisonAddress, itemAddress } from './addresses.ts'
import type { ItemFrame } from './item-frame.tsx'

const tabs = [
  ['', '内容'],
  ['/indicators', '成果指標'],
  ['/links', '役割・つながり'],
  ['/evidence', '根拠'],
] as const
export type ItemTab = (typeof tabs)[number][0]

/** Title of the item, its state, and the parts of a measure as links. */
export function ItemHead({ frame, tab }: { frame: ItemFrame; tab: ItemTab }) {
  const { plan, edited, number } = frame
  const { item } = edited
  return (
    <>
      <div class="sb-title">
        <h1>
          {number} {item.title || '（名前なし）'}
        </h1>
        <div class="l-cluster">
          <Badge tone={item.status === 'accepted' ? 'ok' : 'quiet'}>{itemStatusLabels[item.status]}</Badge>
          {frame.isPublic && (
            <>
              <a href={`${comparisonAddress(plan.planId)}#changes-${item.id}`}>前の版とくらべる</a>
              <a href={`/plan/items/${item.id}`}>公開の見え方</a>
            </>
          )}
          <a href={`/staff/plans/${plan.planId}?open=rename:${item.id}#${item.id}`}>名前を改める</a>
        </div>
      </div>
      {item.kind === 'measure' && (
        <nav class="dads-tab" aria-label={`${plan.labels.measure}の欄`}>
          {tabs.map(([path, label]) => (
            <a
              key={path}
              href={`${itemAddress(plan.planId, item.id)}${path}`}
              aria-current={path === tab ? 'page' : undefined}
            >
              {label}
            </a>
          ))}
        </nav>
      )}
      {!frame.mayEdit && (
        <p class="sb-sub l-gap">
          読むだけの画面です。直せるのは、主管課・関係課の入力担当と、企画担当（事務局）です。
        </p>
      )}
    </>
  )
}
