import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { ItemKind, PlanItem } from '#src/formats/plan-item.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import { mayHold } from '../../core/allowed-parents.ts'
import type { PlanNode } from '../../core/plan-tree.ts'
import { planAddress } from './addresses.ts'
import type { Opened, TreeProps } from './plan-tree-props.ts'

/** Moving without scripts: one up, one down, or to another parent. */
export function MoveForm({ node: { item }, tree }: { node: PlanNode; tree: TreeProps }) {
  const { plan, numbers } = tree
  const holders = holdersFor(plan, item).map(({ id, title }) => ({
    id,
    title,
    number: numbers.get(id) ?? '',
  }))
  const indicators = plan.indicators.filter(({ itemId }) => itemId === item.id).length
  const evidence = plan.evidence.filter(({ from }) => from.startsWith(item.id)).length
  return (
    <form class="sb-tree__form" method="post" action={planAddress(plan.planId)}>
      <p>
        <b>
          「{numbers.get(item.id)} {item.title}」を動かす
        </b>
      </p>
      <input type="hidden" name="itemId" value={item.id} />
      <div class="l-cluster">
        <button
          class="dads-button dads-button--secondary dads-button--small"
          name="act"
          value="up"
          type="submit"
        >
          ↑ 1つ上へ
        </button>
        <button
          class="dads-button dads-button--secondary dads-button--small"
          name="act"
          value="down"
          type="submit"
        >
          ↓ 1つ下へ
        </button>
        {holders.length > 1 && (
          <>
            <label>
              移す先
              <select name="parentId" class="dads-input dads-input--short">
                {holders.map(({ id, title, number }) => (
                  <option key={id} value={id} selected={id === item.parentId}>
                    {number} {title}
                  </option>
                ))}
              </select>
            </label>
            <button class="dads-button dads-button--small" name="act" value="to" type="submit">
              移す
            </button>
          </>
        )}
        <a href={planAddress(plan.planId)}>閉じる</a>
        <a href={`${planAddress(plan.planId)}/delete/${item.id}`}>
          削除<span class="vh">：{item.title}</span>
        </a>
      </div>
      <p class="sb-sub">
        つながっているもの：指標 {indicators}本、根拠 {evidence}件。どれも付いて動きます。
      </p>
    </form>
  )
}

function holdersFor(plan: PlanDocument, item: PlanItem): { id: string; title: string }[] {
  const vision = mayHold('vision', item.kind, plan.policyDepth) ? [plan.concept.vision] : []
  const others = plan.items.filter(
    (one) => one.id !== item.id && one.parentId !== item.id && mayHold(one.kind, item.kind, plan.policyDepth),
  )
  return [...vision, ...others]
}

export function RenameForm({ item, tree, opened }: { item: PlanItem; tree: TreeProps; opened: Opened }) {
  const { entered, problems } = opened
  return (
    <form class="sb-tree__form" method="post" action={planAddress(tree.plan.planId)}>
      <ProblemSummary problems={problems} />
      <input type="hidden" name="act" value="rename" />
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="revision" value={entered['revision']} />
      <TextField name="title" label="名前" value={entered['title']} problem={problems['title']} required />
      <TextField
        name="titleKana"
        label="よみ"
        support="索引の順番に使います。ひらがなで書きます。"
        value={entered['titleKana']}
        problem={problems['titleKana']}
        optional
      />
      <div class="l-cluster">
        <button class="dads-button dads-button--small" type="submit">
          改める
        </button>
        <a href={planAddress(tree.plan.planId)}>やめる</a>
      </div>
    </form>
  )
}

type AddProps = { plan: PlanDocument; parentId: string; kind: ItemKind; opened: Opened }

export function AddForm({ plan, parentId, kind, opened }: AddProps) {
  const { entered, problems } = opened
  return (
    <form class="sb-tree__form" method="post" action={planAddress(plan.planId)} id={`add-${parentId}`}>
      <ProblemSummary problems={problems} />
      <input type="hidden" name="act" value="add" />
      <input type="hidden" name="parentId" value={parentId} />
      <input type="hidden" name="kind" value={kind} />
      <TextField
        name="title"
        label={`追加する${plan.labels[kind]}の名前`}
        value={entered['title']}
        problem={problems['title']}
        required
      />
      <TextField name="titleKana" label="よみ" value={entered['titleKana']} optional />
      <div class="l-cluster">
        <button class="dads-button dads-button--small" type="submit">
          追加する
        </button>
        <a href={planAddress(plan.planId)}>やめる</a>
      </div>
    </form>
  )
}
