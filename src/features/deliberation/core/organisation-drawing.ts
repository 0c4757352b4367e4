import type { OrganisationNode } from './organisation.ts'

export type OrganisationBox = {
  node: OrganisationNode
  x: number
  y: number
  width: number
  height: number
  lines: string[]
  /** What it answers for, in smaller letters below a line. */
  details: string[]
}
export type OrganisationDrawing = {
  width: number
  height: number
  boxes: OrganisationBox[]
  /** SVG paths of the lines between the boxes. */
  links: string[]
  labels: { x: number; y: number; text: string }[]
}

export const fontSize = 14
export const lineHeight = 20
export const detailSize = 12
export const detailHeight = 18
export const padding = 10
const gap = 18
const levelGap = 64
const widest = 210

/** Level under level, everybody of a level in one row; for paper and wide screens. */
export function drawWide(nodes: readonly OrganisationNode[], width = 1060): OrganisationDrawing {
  const boxes = new Map<string, OrganisationBox>()
  const depths = [...new Set(nodes.map(({ depth }) => depth))]
  let y = 0
  for (const depth of depths) {
    const row = nodes.filter((node) => node.depth === depth)
    const boxWidth = Math.min(widest, (width - gap * (row.length - 1)) / row.length)
    const left = (width - boxWidth * row.length - gap * (row.length - 1)) / 2
    const made = row.map((node, place) =>
      box(node, { x: left + place * (boxWidth + gap), y, width: boxWidth }),
    )
    const height = Math.max(...made.map((one) => one.height))
    for (const one of made) boxes.set(one.node.id, { ...one, height })
    y += height + levelGap
  }
  const all = [...boxes.values()]
  return {
    width,
    height: Math.max(0, y - levelGap) + 2,
    boxes: all,
    links: all.flatMap((child) => linksAbove(child, boxes)),
    labels: labelsOf(all),
  }
}

function box(
  node: OrganisationNode,
  { x, y, width }: { x: number; y: number; width: number },
): OrganisationBox {
  const lines = wrapped(node.name, Math.max(2, Math.floor((width - 2 * padding) / fontSize)))
  const shown = node.note ? [...lines, node.note] : lines
  const details = detailsOf(node, Math.floor((width - 2 * padding) / detailSize))
  const below = details.length > 0 ? details.length * detailHeight + padding : 0
  const height = shown.length * lineHeight + 2 * padding + below
  return { node, x, y, width, height, lines: shown, details }
}

/** Each policy with the departments that lead it, and each unit, broken where the box ends. */
function detailsOf({ answersFor }: OrganisationNode, longest: number): string[] {
  if (!answersFor) return []
  const { policies, units } = answersFor
  const led = policies.flatMap(({ words, departments }) =>
    departments.length > 0 ? [words, `（${departments.join('、')}）`] : [words],
  )
  return [...led, ...units].flatMap((text) => broken(text, longest))
}

/** Broken after a 、 where a line ends; what is longer than a line by itself is cut. */
function broken(text: string, longest: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of text.split(/(?<=、)/)) {
    if (line && [...line, ...part].length > longest) {
      lines.push(line)
      line = ''
    }
    const signs = [...line, ...part]
    while (signs.length > longest) lines.push(signs.splice(0, longest).join(''))
    line = signs.join('')
  }
  return [...lines, line]
}

function wrapped(name: string, longest: number): string[] {
  const signs = [...name]
  const count = Math.ceil(signs.length / longest)
  const even = Math.ceil(signs.length / count)
  return Array.from({ length: count }, (_, line) => signs.slice(line * even, (line + 1) * even).join(''))
}

/** From each one above down to the middle of the way, across, and down to the child. */
function linksAbove(child: OrganisationBox, boxes: ReadonlyMap<string, OrganisationBox>): string[] {
  const to = { x: child.x + child.width / 2, y: child.y }
  return child.node.parentIds.flatMap((id) => {
    const parent = boxes.get(id)
    if (!parent) return []
    const from = { x: parent.x + parent.width / 2, y: parent.y + parent.height }
    const middle = to.y - levelGap / 2
    return [`M${round(from.x)} ${round(from.y)}V${round(middle)}H${round(to.x)}V${round(to.y)}`]
  })
}

/** The relation once for neighbours who share it: over the middle of them. */
function labelsOf(boxes: readonly OrganisationBox[]): OrganisationDrawing['labels'] {
  const groups = new Map<string, OrganisationBox[]>()
  for (const one of boxes) {
    if (!one.node.relation) continue
    const key = `${one.node.depth} ${one.node.relation} ${one.node.parentIds.join()}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map((group) => {
    const [first, last] = [group[0], group.at(-1)]
    const left = first ? first.x : 0
    const right = last ? last.x + last.width : 0
    return { x: round((left + right) / 2), y: (first?.y ?? 0) - 10, text: first?.node.relation ?? '' }
  })
}

const narrowWidth = 340
const indent = 22
const narrowGap = 14

/** One under the other, set in by depth; for narrow screens. */
export function drawNarrow(nodes: readonly OrganisationNode[]): OrganisationDrawing {
  const boxes: OrganisationBox[] = []
  let y = 0
  for (const node of inTreeOrder(nodes)) {
    const x = node.depth * indent
    const name = node.relation
      ? { ...node, note: [node.relation, node.note].filter(Boolean).join('　') }
      : node
    const made = box(name, { x, y, width: narrowWidth - x - 2 })
    boxes.push({ ...made, node })
    y += made.height + narrowGap
  }
  const links = boxes.flatMap((child) => {
    const parent = boxes.find(({ node }) => node.id === child.node.parentIds.at(-1))
    if (!parent) return []
    const x = parent.x + indent / 2
    return [`M${x} ${parent.y + parent.height}V${round(child.y + child.height / 2)}H${child.x}`]
  })
  return { width: narrowWidth, height: Math.max(0, y - narrowGap) + 2, boxes, links, labels: [] }
}

/** Everybody after the first one above; who has several above stands after the last of them. */
export function inTreeOrder(nodes: readonly OrganisationNode[]): OrganisationNode[] {
  const below = (id: string): OrganisationNode[] =>
    nodes.filter(({ parentIds }) => parentIds.at(-1) === id).flatMap((node) => [node, ...below(node.id)])
  return nodes.filter(({ parentIds }) => parentIds.length === 0).flatMap((node) => [node, ...below(node.id)])
}

const round = (value: number) => Math.round(value * 10) / 10
