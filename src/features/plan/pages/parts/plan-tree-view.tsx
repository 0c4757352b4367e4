import { AboutScreen, Badge, EmptyState, NumberMark } from '#src/ui/parts.tsx'
import { itemStatusLabels } from '../../core/labels.ts'
import type { PlanNode } from '../../core/plan-tree.ts'
import { itemAddress, planAddress, workbookAddress } from './addresses.ts'
import { type FindingCount, fits, isFiltering } from './plan-outline.ts'
import { TreeFilter } from './plan-tree-filter.tsx'
import { AddForm, MoveForm, RenameForm } from './plan-tree-forms.tsx'
import type { TreeProps } from './plan-tree-props.ts'

export function PlanTreeView(props: TreeProps) {
  const { plan, tree, filter, mayChange, deletedCount, opened } = props
  const shown = tree.filter((node) => (!filter.field || node.item.id === filter.field) && fits(node, filter))
  const visionId = plan.concept.vision.id
  return (
    <>
      <div class="sb-title">
        <h1>体系と施策</h1>
        <div class="l-cluster">
          {mayChange && (
            <a class="dads-button dads-button--secondary" href={`?open=add:${visionId}#${visionId}`}>
              {plan.labels.policy}を追加
            </a>
          )}
          <a class="dads-button dads-button--quiet" href={workbookAddress(plan.planId)}>
            Excelで直す
          </a>
          <a class="dads-button dads-button--quiet" href="/staff/plans/all">
            ほかの計画
          </a>
        </div>
      </div>
      <TreeFilter {...props} />
      {tree.length === 0 && (
        <EmptyState title={`まだ${plan.labels.policy}がありません。`}>
          <p>
            右上の「{plan.labels.policy}を追加」から始めます。そのあと、{plan.labels.measure}
            を1つずつ加えます。
          </p>
        </EmptyState>
      )}
      {tree.length > 0 && shown.length === 0 && (
        <p class="l-gap">
          合うものがありません。<a href={planAddress(plan.planId)}>絞り込みをやめる</a>
        </p>
      )}
      {opened?.act === 'add' && opened.id === visionId && (
        <AddForm plan={plan} parentId={visionId} kind="policy" opened={opened} />
      )}
      <tree-drag>
        <ul class="sb-tree l-gap">
          {shown.map((node) => (
            <Row key={node.item.id} node={node} tree={props} />
          ))}
        </ul>
        <form method="post" class="vh" data-drag-form aria-hidden="true">
          <input type="hidden" name="act" value="to" />
          <input type="hidden" name="itemId" />
          <input type="hidden" name="parentId" />
          <input type="hidden" name="position" />
        </form>
      </tree-drag>
      {deletedCount > 0 && (
        <p class="l-gap">
          <a href={`${planAddress(plan.planId)}/deleted`}>削除したもの（{deletedCount}件）</a>
        </p>
      )}
      <AboutScreen>
        <p>
          番号は順番から付くので、動かすと付け直されます。アドレスと履歴は変わりません。スクリプトが使えるときは、行の左の「⠿」をつかんで動かすこともできます。
        </p>
      </AboutScreen>
    </>
  )
}

type RowProps = { node: PlanNode; tree: TreeProps }

function Row({ node, tree }: RowProps) {
  const { item, children } = node
  const { opened, numbers, filter } = tree
  const open = opened?.id === item.id ? opened : undefined
  const shown = isFiltering(filter) ? children.filter((child) => fits(child, filter)) : children
  const childKind = item.kind === 'policy' ? 'measure' : 'program'
  return (
    <li data-item={item.id} data-kind={item.kind} data-parent={item.parentId ?? ''}>
      <div
        id={item.id}
        class={`sb-tree__row${item.kind === 'policy' ? ' sb-tree__row--policy' : ''}${open ? ' is-open' : ''}`}
      >
        {item.kind === 'policy' ? (
          <NumberMark number={numbers.get(item.id) ?? ''}>
            <a href={itemAddress(tree.plan.planId, item.id)}>{item.title || '（名前なし）'}</a>
          </NumberMark>
        ) : (
          <>
            <span class="sb-tree__no">{numbers.get(item.id)}</span>
            <a href={itemAddress(tree.plan.planId, item.id)}>{item.title || '（名前なし）'}</a>
          </>
        )}
        <RowMeta node={node} tree={tree} />
      </div>
      {open?.act === 'move' && <MoveForm node={node} tree={tree} />}
      {open?.act === 'rename' && <RenameForm item={item} tree={tree} opened={open} />}
      {open?.act === 'add' && <AddForm plan={tree.plan} parentId={item.id} kind={childKind} opened={open} />}
      {shown.length > 0 && item.kind === 'policy' && (
        <ul>
          {shown.map((child) => (
            <Row key={child.item.id} node={child} tree={tree} />
          ))}
        </ul>
      )}
      {shown.length > 0 && item.kind === 'measure' && (
        <details class="dads-disclosure sb-tree__programs" open={isFiltering(filter)}>
          <summary>
            <span>
              {tree.plan.labels.program} {shown.length}件
            </span>
          </summary>
          <ul>
            {shown.map((child) => (
              <Row key={child.item.id} node={child} tree={tree} />
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

const statusTones = { draft: undefined, submitted: 'info', returned: 'warn', accepted: 'ok' } as const

function RowMeta({ node: { item }, tree }: RowProps) {
  const { plan, counts, unitNames, mayChange } = tree
  const openLink = (act: string, label: string) => (
    <a href={`?open=${act}:${item.id}#${item.id}`}>
      {label}
      <span class="vh">：{item.title}</span>
    </a>
  )
  const childLabel = item.kind === 'policy' ? plan.labels.measure : plan.labels.program
  return (
    <span class="sb-tree__meta">
      {item.kind === 'measure' && (
        <>
          <span class="sb-tree__unit">{item.lead ? (unitNames.get(item.lead) ?? '') : '主管課なし'}</span>
          <span class="sb-tree__find num">
            <Findings count={counts.get(item.id)} />
          </span>
          <span class="sb-tree__state">
            {statusTones[item.status] ? (
              <Badge tone={statusTones[item.status] ?? 'quiet'}>{itemStatusLabels[item.status]}</Badge>
            ) : (
              <Badge>{itemStatusLabels[item.status]}</Badge>
            )}
          </span>
        </>
      )}
      {mayChange && item.kind !== 'program' && openLink('add', `${childLabel}を追加`)}
      {mayChange && openLink('move', '動かす')}
      {mayChange && openLink('rename', '改名')}
    </span>
  )
}

export function Findings({ count }: { count: FindingCount | undefined }) {
  if (!count) return <>指摘なし</>
  return (
    <>
      {count.errors > 0 && <b class="sb-due--late">止まる{count.errors}</b>}
      {count.errors > 0 && count.warnings > 0 && '　'}
      {count.warnings > 0 && `注意${count.warnings}`}
    </>
  )
}
