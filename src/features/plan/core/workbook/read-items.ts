import type { PlanDocument } from '#src/formats/plan-document.ts'
import {
  type Direction,
  type Measure,
  type Paragraph,
  type PlanItem,
  planItem,
} from '#src/formats/plan-item.ts'
import type { HeadingRow, HeadingTable } from '#src/lib/table/heading-rows.ts'
import { goalExists, sdgTaxonomyId } from '#src/lib/taxonomy/sdgs.ts'
import { mayHold } from '../allowed-parents.ts'
import { blocksOf } from '../forms/entered.ts'
import { matchParagraphs, paragraphNumbers } from '../forms/paragraphs.ts'
import { numbersOf } from '../numbering.ts'
import { itemHeaders as h } from './item-sheet.ts'
import type { SheetReading } from './sheet-reading.ts'

type Placed = { row: HeadingRow; id: string; kind: PlanItem['kind']; old: PlanItem | undefined }

/** The items as the sheet has them, behind them those without a row. Fills `itemIds`. */
export function readItems(table: HeadingTable | undefined, reading: SheetReading): PlanItem[] {
  const { base, itemIds, notes } = reading
  if (!table) {
    for (const [id, number] of numbersOf(base)) itemIds.set(number, id)
    return base.items
  }
  const placed = table.rows.flatMap((row) => placedRow(row, reading))
  const seen = new Set(placed.map(({ id }) => id))
  const left = base.items.filter(({ id }) => !seen.has(id))
  const numbers = numbersOf(base)
  for (const { id } of left) {
    const number = numbers.get(id)
    if (number && !itemIds.has(number)) itemIds.set(number, id)
  }
  const items = placed.flatMap((one) => itemOf(one, { reading, placed }) ?? [])
  if (left.length > 0) notes.push(`体系：シートに行がない${left.length}件は、そのまま残します`)
  return [...inRowOrder(items, { base, left }), ...left]
}

/** Rows give the order; where siblings have no row, the known ones keep theirs and the others come last. */
function inRowOrder(
  items: readonly PlanItem[],
  { base, left }: { base: PlanDocument; left: readonly PlanItem[] },
) {
  const before = new Map(base.items.map((item) => [item.id, item]))
  const counts = new Map<string | null, number>()
  const isPartly = new Set(left.map(({ parentId }) => parentId))
  for (const { parentId, order } of base.items)
    if (isPartly.has(parentId)) counts.set(parentId, Math.max(counts.get(parentId) ?? 0, order))
  return items.map((item) => {
    const { id, parentId } = item
    const old = before.get(id)
    if (isPartly.has(parentId) && old?.parentId === parentId) return { ...item, order: old.order }
    const order = (counts.get(parentId) ?? 0) + 1
    counts.set(parentId, order)
    return { ...item, order }
  })
}

/** What a row is: known by its id, or new. Its number is what other rows call it. */
function placedRow(row: HeadingRow, { base, itemIds, newId }: SheetReading): Placed[] {
  const id = row.text(h.id)
  const old = id ? base.items.find((item) => item.id === id) : undefined
  if (id && !old)
    row.issue(h.id, `「${id}」という id の項目は、この計画にありません。新しい行は id を空けてください`)
  const word = row.text(h.kind) ?? ''
  const kind =
    kinds.find((one) => base.labels[one] === word || one === word) ?? (word === '' ? old?.kind : undefined)
  if (!kind) {
    row.issue(
      h.kind,
      `種別は「${kinds.map((one) => base.labels[one]).join('」「')}」のどれかを書いてください`,
    )
    return []
  }
  if (old && old.kind !== kind) row.issue(h.kind, `「${old.title}」の種別は変えられません`)
  const number = (row.text(h.number) ?? '').normalize('NFKC')
  const newKinds = { policy: 'po', measure: 'me', program: 'pr' }
  const own = old?.id ?? newId(newKinds[kind])
  if (number === '') row.issue(h.number, '番号を書いてください')
  else if (itemIds.has(number)) row.issue(h.number, `番号「${number}」がほかの行と同じです`)
  else itemIds.set(number, own)
  return [{ row, id: own, kind, old }]
}

const kinds = ['policy', 'measure', 'program'] as const

type Tree = { reading: SheetReading; placed: readonly Placed[] }

function itemOf({ row, id, kind, old }: Placed, tree: Tree): PlanItem | undefined {
  const parentId = parentOf({ row, id, kind, old }, tree)
  if (parentId === undefined) return undefined
  const title = row.text(h.title) ?? ''
  if (title === '') row.issue(h.title, '名前を書いてください')
  const fresh = planItem.parse({ id, kind, parentId, order: 1, title })
  const before = old ?? fresh
  const common = {
    ...before,
    parentId,
    title,
    ...given({ titleKana: row.text(h.titleKana), summary: row.text(h.summary) }),
    ...given({ easyText: row.text(h.easyText), childText: row.text(h.childText) }),
    ...unitsOf(row, before, tree.reading),
    ...given({ tags: listOf(row.text(h.tags)) }),
  } as PlanItem
  return { ...common, ...textsOf(common, row) } as PlanItem
}

function parentOf({ row, id, kind, old }: Placed, { reading, placed }: Tree): string | undefined {
  const { base, itemIds } = reading
  const number = row.text(h.parent)?.normalize('NFKC')
  if (number === undefined && old?.parentId) return old.parentId
  const parentId = number ? itemIds.get(number) : base.concept.vision.id
  const parentKind =
    placed.find((one) => one.id === parentId)?.kind ?? base.items.find((one) => one.id === parentId)?.kind
  if (parentId && parentId !== id && mayHold(parentKind ?? 'vision', kind, base.policyDepth)) return parentId
  row.issue(
    h.parent,
    parentId
      ? `${base.labels[kind]}は、ここに置けません`
      : `番号「${number}」の行がありません。上に置く項目の番号を書いてください`,
  )
  return undefined
}

function unitsOf(row: HeadingRow, before: PlanItem, { unitId }: SheetReading) {
  const known = (heading: string, name: string) => {
    const id = unitId(name)
    if (!id) row.issue(heading, `「${name}」という課はありません。組織の画面で確かめてください`)
    return id ?? ''
  }
  const lead = row.text(h.lead)
  const support = listOf(row.text(h.support))
  return {
    lead: lead === undefined ? before.lead : lead === '' ? null : known(h.lead, lead),
    support: support === undefined ? before.support : support.map((name) => known(h.support, name)),
  }
}

/** What only some kinds have; paragraphs keep the ids of those they come from. */
function textsOf(item: PlanItem, row: HeadingRow): Partial<PlanItem> {
  const desiredState = item.kind === 'program' ? undefined : row.text(h.desiredState)
  const last = Math.max(
    0,
    ...[...JSON.stringify(item).matchAll(/\/p(\d+)"/g)].map(([, digits]) => Number(digits)),
  )
  const numbers = paragraphNumbers(item.id, last)
  const paragraphs = (heading: string, field: string, old: readonly Paragraph[]) => {
    const blocks = blocksIn(row.text(heading))
    return blocks && matchParagraphs(old, blocks, () => numbers.next(field))
  }
  if (item.kind === 'program') return given({ text: paragraphs(h.text, 'text', item.text) })
  if (item.kind === 'policy') return given({ desiredState })
  const flagged = row.text(h.priority)
  return given({
    desiredState,
    situation: paragraphs(h.situation, 'situation', item.situation),
    issues: paragraphs(h.issues, 'issues', item.issues),
    directions: directionsOf(blocksIn(row.text(h.directions)), item, () => numbers.next('directions')),
    districts: listOf(row.text(h.districts)),
    sdgs: sdgsOf(row, item),
    priority: flagged === undefined ? undefined : { ...item.priority, flagged: flagged !== '' },
  })
}

/** A direction keeps its id and the issues it answers where its heading or its text stayed. */
function directionsOf(
  blocks: string[] | undefined,
  { directions }: Measure,
  name: () => string,
): Direction[] | undefined {
  if (!blocks) return undefined
  const read = blocks.map((block) => {
    const [, heading = '', text = ''] = /^【([^】\n]*)】\n?([\s\S]*)$/.exec(block) ?? [block, '', block]
    return { heading, text }
  })
  const matched = matchParagraphs(
    directions.map(({ id, heading, text }) => ({ id, text: `${heading}\n${text}` })),
    read.map(({ heading, text }) => `${heading}\n${text}`),
    name,
  )
  return read.map((one, at) => {
    const id = matched[at]?.id ?? name()
    return { id, ...one, addresses: directions.find((old) => old.id === id)?.addresses ?? [] }
  })
}

/** Goals by their numbers; a goal that stays keeps its targets and reasons. */
function sdgsOf(row: HeadingRow, { sdgs }: Measure): Measure['sdgs'] | undefined {
  const goals = listOf(row.text(h.sdgs)?.normalize('NFKC'))?.map(Number)
  if (!goals) return undefined
  const unknown = goals.find((goal) => !goalExists(goal))
  if (unknown !== undefined) {
    row.issue(h.sdgs, 'SDGsのゴールは1から17までの数で書いてください（例：3、4）')
    return undefined
  }
  const fresh = (goal: number) => ({ taxonomy: sdgTaxonomyId, goal, reason: '', primary: false })
  const known = new Set(sdgs.map(({ goal }) => goal))
  return [
    ...sdgs.filter(({ goal }) => goals.includes(goal)),
    ...[...new Set(goals)].filter((goal) => !known.has(goal)).map(fresh),
  ]
}

/** The cell's parts between 、 or commas. */
export const listOf = (text: string | undefined): string[] | undefined =>
  text?.split(/[、,，\n]/).flatMap((part) => part.trim() || [])

const blocksIn = (text: string | undefined) =>
  text === undefined ? undefined : blocksOf(text.replaceAll('\r\n', '\n'))

/** The fields whose column is there. */
export const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>
  }
