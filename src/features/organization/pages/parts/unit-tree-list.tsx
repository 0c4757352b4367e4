import type { ComponentChildren } from 'preact'
import type { UnitNode } from '../../core/unit-tree.ts'
import { type OrganizationUnit, unitKindLabels } from '../../core/units.ts'
import { unitAddress } from './change-words.ts'

type TreeProps = {
  nodes: readonly UnitNode[]
  /** What stands at the end of a row. */
  metaOf: (node: UnitNode) => ComponentChildren
  /** Says where the tree stands, for those who hear it. */
  label?: string
}

/** Units as a tree of links. */
export function UnitTreeList({ nodes, metaOf, label }: TreeProps) {
  if (nodes.length === 0) return null
  return (
    <ul class={label ? 'sb-tree' : undefined} aria-label={label}>
      {nodes.map((node) => (
        <li key={node.unit.id}>
          <div class="sb-tree__row">
            <span class="sb-tree__no">{unitKindLabels[node.unit.kind]}</span>
            <a href={unitAddress(node.unit.id)}>{node.unit.name}</a>
            <span class="sb-tree__meta">{metaOf(node)}</span>
          </div>
          <UnitTreeList nodes={node.children} metaOf={metaOf} />
        </li>
      ))}
    </ul>
  )
}

/** Links to units, one after the other. */
export function UnitLinks({ units }: { units: readonly Pick<OrganizationUnit, 'id' | 'name'>[] }) {
  if (units.length === 0) return <>ありません</>
  return (
    <ul class="l-cluster l-cluster--wide">
      {units.map(({ id, name }) => (
        <li key={id}>
          <a href={unitAddress(id)}>{name}</a>
        </li>
      ))}
    </ul>
  )
}
