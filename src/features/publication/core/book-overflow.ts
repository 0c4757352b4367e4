import { z } from 'zod'

/** A measure that needs more than its double page; a box of the digest that grew has no measure. */
export type Overflow = { measureId: string; title: string; pages: number }

/** What the templates mark: on which page a measure begins, turns to its right page, and ends; a box that grew. */
const mark = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('measure'),
    id: z.string(),
    title: z.string(),
    edge: z.enum(['begin', 'middle', 'end']),
    page: z.int(),
  }),
  z.object({ kind: z.literal('box'), title: z.string(), pages: z.int() }),
])

type Side = 'left' | 'right'
type Spread = { id: string; title: string; begin: number; middle?: number; end: number }
const pagesOfSpread = 2

function spreadsOf(marks: readonly unknown[]): Spread[] {
  const spreads = new Map<string, Spread>()
  for (const one of z.array(mark).parse(marks)) {
    if (one.kind !== 'measure') continue
    const known = spreads.get(one.id) ?? { id: one.id, title: one.title, begin: one.page, end: one.page }
    spreads.set(one.id, { ...known, [one.edge]: one.page })
  }
  return [...spreads.values()]
}

/** Pages of measures that did not hold what stands on them: they must be set closer. */
export function crowdedPages(marks: readonly unknown[]): Record<string, Side[]> {
  const crowded = spreadsOf(marks).map(({ id, begin, middle = begin, end }) => {
    const pages: Side[] = []
    if (middle > begin) pages.push('left')
    if (end > middle + 1) pages.push('right')
    return { id, pages }
  })
  return Object.fromEntries(
    crowded.filter(({ pages }) => pages.length > 0).map(({ id, pages }) => [id, pages]),
  )
}

/** Measures that take more pages than a spread has, and boxes of the digest that take too many. */
export function overflowsOf(marks: readonly unknown[]): Overflow[] {
  const boxes = z
    .array(mark)
    .parse(marks)
    .flatMap((one) => (one.kind === 'box' ? [{ measureId: '', title: one.title, pages: one.pages }] : []))
  const grown = spreadsOf(marks).map(({ id, title, begin, end }) => ({
    measureId: id,
    title,
    pages: end - begin + 1,
  }))
  return [...grown.filter(({ pages }) => pages > pagesOfSpread), ...boxes]
}

export const overflowWarnings = (overflows: readonly Overflow[]): string[] =>
  overflows.map(({ measureId, title, pages }) =>
    measureId
      ? `「${title}」は見開き2ページに収まらず、${pages}ページになりました。文章か指標を短くすると収まります。`
      : `概要版の「${title}」が枠に収まらず、${pages}ページ増えました。`,
  )
