export type CloseWords = { start: number; end: number; edits: number }

type Cell = { edits: number; start: number }

/**
 * The part of a text that needs the fewest edits (a sign put in, taken out or replaced) to become the given words; undefined
 * where all need more than `most`. Sellers’ algorithm for approximate matching (1980): the part may begin anywhere.
 */
export function closestWords(text: string, words: string, most: number): CloseWords | undefined {
  let column: Cell[] = [...words, ''].map((_, edits) => ({ edits, start: 0 }))
  let best: CloseWords | undefined
  for (let end = 1; end <= text.length; end++) {
    column = nextColumn(column, words, { sign: text.charAt(end - 1), end })
    const { edits, start } = column[words.length] ?? { edits: most + 1, start: 0 }
    if (edits <= most && start < end && (!best || edits < best.edits)) best = { start, end, edits }
  }
  return best
}

/** One more sign of the text read. Row 0 is the empty beginning of the words: it costs nothing wherever it stands. */
function nextColumn(
  column: readonly Cell[],
  words: string,
  { sign, end }: { sign: string; end: number },
): Cell[] {
  const next: Cell[] = [{ edits: 0, start: end }]
  for (let row = 1; row <= words.length; row++) {
    const diagonal = stepped(column[row - 1], words.charAt(row - 1) === sign ? 0 : 1)
    const rest = [stepped(column[row], 1), stepped(next[row - 1], 1)]
    next.push(rest.reduce((least, one) => (one.edits < least.edits ? one : least), diagonal))
  }
  return next
}

function stepped(cell: Cell | undefined, cost: number): Cell {
  if (!cell) throw new RangeError('no such cell')
  return { edits: cell.edits + cost, start: cell.start }
}
