import type { Paragraph } from '#src/formats/plan-item.ts'

/** Gives numbers to new paragraphs of one item; none is ever given twice. */
export function paragraphNumbers(itemId: string, last: number) {
  let count = last
  return {
    next: (field: string) => `${itemId}/${field}/p${++count}`,
    last: () => count,
  }
}

export type ParagraphNumbers = ReturnType<typeof paragraphNumbers>

/**
 * Paragraphs as edited in one text field, with the ids of those they come from.
 *
 * A paragraph that stayed word for word keeps its id wherever it went; of the others each takes the id of the old
 * paragraph nearest before the next unchanged one, so that a comment follows an edited paragraph; the rest are new.
 */
export function matchParagraphs(
  before: readonly Paragraph[],
  after: readonly string[],
  name: () => string,
): Paragraph[] {
  const free = [...before]
  const kept = after.map((text) => {
    const at = free.findIndex((old) => old.text === text)
    return at < 0 ? undefined : free.splice(at, 1)[0]
  })
  const positions = new Map(before.map((paragraph, position) => [paragraph.id, position]))
  return after.map((text, position) => {
    const same = kept[position]
    if (same) return { id: same.id, text }
    const nextKept = kept.slice(position + 1).find((one) => one !== undefined)
    const limit = nextKept ? (positions.get(nextKept.id) ?? before.length) : before.length
    const at = free.findIndex((old) => (positions.get(old.id) ?? 0) < limit)
    const taken = at < 0 ? undefined : free.splice(at, 1)[0]
    return { id: taken?.id ?? name(), text }
  })
}
