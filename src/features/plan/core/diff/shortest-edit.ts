/** A run of tokens that is the same on both sides, or of which one side is replaced by the other. */
export type Run = { before: [number, number]; after: [number, number]; isSame: boolean }

/**
 * The shortest way from one list of tokens to another (Myers, An O(ND) Difference Algorithm, 1986), as runs.
 *
 * Undefined when it needs more than `mostEdits` steps: time and memory grow with their square.
 */
export function shortestEdit(
  before: readonly string[],
  after: readonly string[],
  mostEdits: number,
): Run[] | undefined {
  const start = sharedStart(before, after)
  const end = sharedEnd(before, after, start)
  const inner = pathThrough(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
    mostEdits,
  )
  return inner && runsAround(inner, { before, after, start, end })
}

/** The coarse way: what both begin and end with stays, all between is replaced. */
export function middleReplaced(before: readonly string[], after: readonly string[]): Run[] {
  const start = sharedStart(before, after)
  return runsAround([], { before, after, start, end: sharedEnd(before, after, start) })
}

type Ends = { before: readonly string[]; after: readonly string[]; start: number; end: number }

function runsAround(inner: readonly [number, number][], { before, after, start, end }: Ends): Run[] {
  const pairs = (length: number, x: number, y: number) =>
    Array.from({ length }, (_, index): [number, number] => [x + index, y + index])
  const matches = [
    ...pairs(start, 0, 0),
    ...inner.map(([x, y]): [number, number] => [x + start, y + start]),
    ...pairs(end, before.length - end, after.length - end),
  ]
  return runsOf(matches, before.length, after.length)
}

function sharedStart(a: readonly string[], b: readonly string[]): number {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1
  return count
}

function sharedEnd(a: readonly string[], b: readonly string[], start: number): number {
  const most = Math.min(a.length, b.length) - start
  let count = 0
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1
  return count
}

/** The pairs of positions with the same token on the shortest path. */
function pathThrough(
  a: readonly string[],
  b: readonly string[],
  mostEdits: number,
): [number, number][] | undefined {
  const most = Math.min(a.length + b.length, mostEdits)
  let reach = new Int32Array([0, 0, 0])
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= most; edits += 1) {
    const next = new Int32Array(2 * edits + 3)
    for (let k = -edits; k <= edits; k += 2) {
      let x = edits === 0 ? 0 : firstReach(reach, edits, k)
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      next[k + edits + 1] = x
      if (x >= a.length && x - k >= b.length) return walkBack([...trace, next], a.length, b.length)
    }
    trace.push(next)
    reach = next
  }
  return undefined
}

/** How far one reaches on diagonal `k` with one more edit; `reach` holds the diagonals of the edits before. */
function firstReach(reach: Int32Array, edits: number, k: number): number {
  const at = (diagonal: number) => reach[diagonal + edits] ?? 0
  const goesDown = k === -edits || (k !== edits && at(k - 1) < at(k + 1))
  return goesDown ? at(k + 1) : at(k - 1) + 1
}

function walkBack(
  trace: readonly Int32Array[],
  lengthBefore: number,
  lengthAfter: number,
): [number, number][] {
  const matches: [number, number][] = []
  let [x, y] = [lengthBefore, lengthAfter]
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const k = x - y
    const reach = trace[edits - 1]
    const start = reach ? firstReach(reach, edits, k) : 0
    while (x > start) {
      x -= 1
      y -= 1
      matches.push([x, y])
    }
    if (!reach) break
    const at = (diagonal: number) => reach[diagonal + edits] ?? 0
    const goesDown = k === -edits || (k !== edits && at(k - 1) < at(k + 1))
    if (goesDown) y -= 1
    else x -= 1
  }
  return matches.reverse()
}

function runsOf(matches: readonly [number, number][], lengthBefore: number, lengthAfter: number): Run[] {
  const runs: Run[] = []
  let [x, y] = [0, 0]
  const push = (isSame: boolean, toX: number, toY: number) => {
    const last = runs.at(-1)
    if (isSame && last?.isSame) {
      last.before[1] = toX
      last.after[1] = toY
    } else runs.push({ before: [x, toX], after: [y, toY], isSame })
    x = toX
    y = toY
  }
  for (const [matchX, matchY] of matches) {
    if (matchX > x || matchY > y) push(false, matchX, matchY)
    push(true, matchX + 1, matchY + 1)
  }
  if (lengthBefore > x || lengthAfter > y) push(false, lengthBefore, lengthAfter)
  return runs
}
