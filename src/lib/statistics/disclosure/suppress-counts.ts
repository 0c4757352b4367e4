import type { Bounds } from '../matrix/linear-program.ts'
import { hiddenBounds } from './hidden-bounds.ts'
import type { PublishedCounts, PublishedSum } from './published-counts.ts'

/** What is too small, how open a hidden count must stay, and what is known anyway. */
export type SuppressSettings = {
  /** Counts above 0 and below this are hidden. */
  threshold?: number
  /** A hidden count must stay open over at least this width (greatest − least). */
  width?: number
  /** Keys that are known from elsewhere and so cannot be hidden (the number of answers of the survey). */
  known?: readonly string[]
}

/** What to hide, and the proof that it stays hidden. */
export type Suppression = {
  /** Why each hidden count is hidden: it is small, or it would give a small one away. */
  hidden: Map<string, 'small' | 'protecting'>
  /** What remains possible for every hidden count: the proof. */
  bounds: Map<string, Bounds>
  /** Counts that cannot be protected: categories must be merged. Empty when the release is safe. */
  unprotected: string[]
}

/**
 * Hides small counts of a release and as many others as it takes that none can be computed or narrowed
 * (秘匿).
 *
 * 1. hide counts above 0 and below the threshold (5), and zeros of a line whose total is so small;
 * 2. while a sum has one hidden member, hide its smallest other (zeros and totals last, ties in the order
 *    given);
 * 3. solve the system of all sums: where a hidden count is bounded to less than `width` (3), hide another
 *    of its lines and go back to 2.
 *
 * When nothing is left to hide, the counts still open are `unprotected`; nothing of it may be published
 * then.
 */
export function suppressCounts(release: PublishedCounts, settings: SuppressSettings = {}): Suppression {
  const { threshold = 5, width = 3, known = [] } = settings
  const hidden = new Map<string, 'small' | 'protecting'>()
  for (const key of smallCounts(release, threshold)) hidden.set(key, 'small')
  const fixed = new Set(known)
  for (;;) {
    while (hideLoneMembers(release, hidden, fixed));
    const keys = new Set(hidden.keys())
    const bounds = hiddenBounds(release, keys, leastCounts(release, keys))
    const open = [...bounds].filter(([, { low, high }]) => high - low < width).map(([key]) => key)
    const more = open.map((key) => weakestNeighbour(release, { key, hidden, fixed })).filter(isText)
    for (const key of more) hidden.set(key, 'protecting')
    if (more.length === 0) {
      const bare = [...hidden.keys()].filter((key) => fixed.has(key))
      return { hidden, bounds, unprotected: [...new Set([...open, ...bare])] }
    }
  }
}

/**
 * A reader knows a hidden count to be 1 or more, unless the total of a line it is in is hidden too: only
 * there zeros are.
 */
function leastCounts(
  { counts, sums }: PublishedCounts,
  hidden: ReadonlySet<string>,
): (key: string) => number {
  const maybeZero = new Set(sums.filter(({ total }) => hidden.has(total)).flatMap(({ parts }) => parts))
  return (key) => (maybeZero.has(key) || counts.get(key) === 0 ? 0 : 1)
}

const isText = (key: string | undefined): key is string => key !== undefined

function smallCounts({ counts, sums }: PublishedCounts, threshold: number): Set<string> {
  const isSmall = (key: string) => {
    const count = counts.get(key) ?? 0
    return count > 0 && count < threshold
  }
  const small = new Set([...counts.keys()].filter(isSmall))
  for (const { total, parts } of sums) if (isSmall(total)) for (const part of parts) small.add(part)
  return small
}

/** Step 2 once over all sums; says whether something was hidden. */
function hideLoneMembers(
  release: PublishedCounts,
  hidden: Map<string, 'small' | 'protecting'>,
  fixed: ReadonlySet<string>,
): boolean {
  let hasHidden = false
  for (const sum of release.sums) {
    const members = [sum.total, ...sum.parts]
    if (members.filter((key) => hidden.has(key)).length !== 1) continue
    const key = smallestShown(release, { sum, hidden, fixed })
    if (key === undefined) continue
    hidden.set(key, 'protecting')
    hasHidden = true
  }
  return hasHidden
}

type Choice = {
  sum: PublishedSum
  hidden: ReadonlyMap<string, unknown>
  fixed: ReadonlySet<string>
}

/**
 * The smallest shown part above 0; then the total; then a zero, which protects nothing but a hidden total.
 */
function smallestShown({ counts }: PublishedCounts, { sum, hidden, fixed }: Choice): string | undefined {
  const isOpen = (key: string) => !hidden.has(key) && !fixed.has(key)
  const count = (key: string) => counts.get(key) ?? 0
  const parts = sum.parts.filter(isOpen).sort((a, b) => count(a) - count(b))
  const filled = parts.find((key) => count(key) > 0)
  return filled ?? (isOpen(sum.total) && count(sum.total) > 0 ? sum.total : parts[0])
}

function weakestNeighbour(
  release: PublishedCounts,
  { key, hidden, fixed }: { key: string; hidden: ReadonlyMap<string, unknown>; fixed: ReadonlySet<string> },
): string | undefined {
  const candidates = release.sums
    .filter(({ total, parts }) => total === key || parts.includes(key))
    .flatMap((sum) => smallestShown(release, { sum, hidden, fixed }) ?? [])
  const rank = (candidate: string) => release.counts.get(candidate) || Number.POSITIVE_INFINITY
  return candidates.sort((a, b) => rank(a) - rank(b))[0]
}

/**
 * Counts shown in two publications of the same survey whose difference is small (above 0, below the
 * threshold): late answers would show through it. They must be hidden in the later one, or the later one
 * must wait.
 */
export function smallDifferences(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  threshold = 5,
): string[] {
  return [...after].flatMap(([key, count]) => {
    const difference = Math.abs(count - (before.get(key) ?? count))
    return difference > 0 && difference < threshold ? [key] : []
  })
}
