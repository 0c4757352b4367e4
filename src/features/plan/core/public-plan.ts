import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Measure, PlanItem } from '#src/formats/plan-item.ts'
import type { EvidenceLink, PlanUnit } from '#src/formats/plan-parts.ts'
import type { BindingResolver } from '#src/lib/text/binding.ts'
import { type MarkdownBlock, parseMarkdown } from '#src/lib/text/markdown.ts'
import { bindingsOf } from './bindings.ts'
import { numbersOf } from './numbering.ts'
import { type PlanNode, treeOf } from './plan-tree.ts'

/** What the public may see of a version, with what its pages look up prepared once. */
export type PublicPlan = {
  plan: PlanDocument
  tree: PlanNode[]
  numbers: Map<string, string>
  resolve: BindingResolver
  /** Parses a text of the plan the first time it is shown, and never again. */
  read: (text: string) => MarkdownBlock[]
  /** The items that stand somewhere in the tree: from each, the way up ends at the vision. */
  items: Map<string, PlanItem>
  children: Map<string, PlanItem[]>
  /** The measures in the order of the plan, for reading on. */
  measures: Measure[]
  /** By the item they belong to; those of the vision are the overall goals. */
  indicators: Map<string, Indicator[]>
  /** By the paragraph, item or indicator they speak for; what was superseded is left out. */
  evidence: Map<string, EvidenceLink[]>
  units: Map<string, PlanUnit>
  publishedOn: string
  hash: string
}

/** Takes away what is for staff only and prepares the look-ups. Pure: the same version gives the same pages. */
export function publicPlan(
  document: PlanDocument,
  { publishedOn, hash }: { publishedOn: string; hash: string },
): PublicPlan {
  const plan = withoutInternals(document)
  const tree = treeOf(plan)
  const children = new Map<string, PlanItem[]>()
  const items = new Map<string, PlanItem>()
  const measures: Measure[] = []
  const walk = (nodes: readonly PlanNode[]) => {
    for (const node of nodes) {
      items.set(node.item.id, node.item)
      if (node.item.kind === 'measure') measures.push(node.item)
      children.set(
        node.item.id,
        node.children.map(({ item }) => item),
      )
      walk(node.children)
    }
  }
  walk(tree)
  return {
    plan,
    tree,
    children,
    measures,
    numbers: numbersOf(plan),
    resolve: bindingsOf(plan),
    read: readOnce(),
    items,
    indicators: groupedBy(inOrder(plan.indicators), ({ itemId }) => itemId),
    evidence: groupedBy(
      plan.evidence.filter(({ supersededBy }) => supersededBy === undefined),
      ({ from }) => from,
    ),
    units: new Map(plan.units.map((unit) => [unit.id, unit])),
    publishedOn,
    hash,
  }
}

/** Parsing costs more than all the rest of a page, and a version never changes. */
function readOnce(): PublicPlan['read'] {
  const known = new Map<string, MarkdownBlock[]>()
  return (text) => {
    const blocks = known.get(text) ?? parseMarkdown(text)
    known.set(text, blocks)
    return blocks
  }
}

const inOrder = (indicators: readonly Indicator[]) =>
  [...indicators].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

function groupedBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return groups
}

/** Notes, the state of the work, who added what, and projects the city does not publish stay inside. */
function withoutInternals(document: PlanDocument): PlanDocument {
  const items = document.items.map((item) => ({ ...item, notes: '', status: 'accepted' as const }))
  const projects = document.publish === 'none' ? [] : document.projects
  const bare = projects.map((project) =>
    document.publish === 'list' ? { ...project, budget: [], hours: [], summary: '' } : project,
  )
  const evidence = document.evidence.map(({ addedBy: _, ...link }) => link)
  return { ...document, items, projects: bare, evidence }
}
