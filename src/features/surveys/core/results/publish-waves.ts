import type { Publication, PublishedTable, PublishedWaves } from './publication-format.ts'
import { comparabilityOf, type WaveItem, type WaveJudgements, type WaveLine } from './waves.ts'

/** A comparison made by `compareSurveys`, and what is published of the earlier survey. */
export type WavesToPublish = {
  earlierId: string
  earlier: Pick<Publication, 'title' | 'tables' | 'dataHash'>
  items: readonly WaveItem[]
  judgements: WaveJudgements
  lines: { scores: readonly WaveLine[]; shares: readonly WaveLine[] }
  notes: readonly string[]
}

/**
 * The comparison as everybody may read it: items that both surveys show. A share stands only where it is shown in both, a score
 * only where no count of the item is hidden in either, since a mean is one more equation.
 */
export function publishedWaves(
  { earlierId, earlier, items, judgements, lines, notes }: WavesToPublish,
  tables: readonly PublishedTable[],
): PublishedWaves | undefined {
  const all = [...lines.scores, ...lines.shares]
  const shown = items.flatMap((item) => {
    const [before, after] = [tableOf(earlier.tables, item.earlierColumn), tableOf(tables, item.key)]
    if (!before || !after) return []
    const { key, number, label, isSame, wording } = item
    const comparability = comparabilityOf(item, judgements)
    const own = all
      .filter((line) => line.key === key)
      .filter(({ answer }) => isShown(before, answer) && isShown(after, answer))
      .flatMap((line) => lineOf(line) ?? [])
    const reason = judgements[key]?.reason ?? ''
    return [{ key, number, label, comparability, reason, isSame, wording, lines: own }]
  })
  if (shown.length === 0) return undefined
  const { title: earlierTitle, dataHash: earlierHash } = earlier
  return { earlierId, earlierTitle, earlierHash, notes: [...notes], items: shown }
}

const tableOf = (tables: readonly PublishedTable[], column: string) =>
  tables.find(({ key, kind }) => key === column && kind === 'single')

/** An answer of everybody, or (of a score) every answer. */
function isShown({ columns, lines }: PublishedTable, answer: string): boolean {
  const whole = columns.findIndex(({ label }) => label === '全体')
  const wanted = answer === '' ? lines : lines.filter(({ label }) => label === answer)
  return (
    wanted.length > 0 &&
    wanted.every(({ counts, shares }) => isNumber(counts[whole]) && isNumber(shares[whole]))
  )
}

const isNumber = (value: unknown) => typeof value === 'number'

function lineOf({ measure, answer, before, after, change }: WaveLine) {
  if (!before || !after) return undefined
  const { interval, adjustedP, mark } = change ?? {}
  return {
    measure,
    answer,
    before: { estimate: before.estimate },
    after: { estimate: after.estimate },
    ...(interval && mark
      ? {
          change: {
            interval: { low: interval.low, high: interval.high },
            ...(adjustedP === undefined ? {} : { adjustedP }),
            mark,
          },
        }
      : {}),
  }
}
