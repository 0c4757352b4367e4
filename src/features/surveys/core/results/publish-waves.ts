import { firstColumn } from '../frame/ranking-columns.ts'
import type { Publication, PublishedTable, PublishedWaves } from './publication-format.ts'
import { comparabilityOf, type WaveItem, type WaveJudgements } from './wave-items.ts'
import { everyLine, type WaveLine, type WaveLines } from './waves.ts'

/** A comparison made by `compareSurveys`, and what is published of the earlier survey. */
export type WavesToPublish = {
  earlierId: string
  earlier: Pick<Publication, 'title' | 'tables' | 'dataHash'>
  items: readonly WaveItem[]
  judgements: WaveJudgements
  lines: WaveLines
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
  const all = everyLine(lines)
  const shown = items.flatMap((item) => {
    const { key, number, label, isSame, wording } = item
    const before = tablesOf(earlier.tables, item, item.earlierColumn)
    const after = tablesOf(tables, item, key)
    if (!before || !after) return []
    const comparability = comparabilityOf(item, judgements)
    const own = all
      .filter((line) => line.key === key)
      .filter((line) => isShown(before, line) && isShown(after, line))
      .flatMap((line) => lineOf(line) ?? [])
    const reason = judgements[key]?.reason ?? ''
    return [{ key, number, label, comparability, reason, isSame, wording, lines: own }]
  })
  if (shown.length === 0) return undefined
  const { title: earlierTitle, dataHash: earlierHash } = earlier
  return { earlierId, earlierTitle, earlierHash, notes: [...notes], items: shown }
}

type Tables = { main: PublishedTable; firsts?: PublishedTable }

/** What is published of an item; of a ranking also who came first. */
function tablesOf(
  tables: readonly PublishedTable[],
  { isRanking }: WaveItem,
  column: string,
): Tables | undefined {
  const find = (wanted: string, kind: PublishedTable['kind']) =>
    tables.find((table) => table.key === wanted && table.kind === kind)
  const main = find(column, isRanking ? 'ranking' : 'single')
  const firsts = isRanking ? find(firstColumn(column), 'single') : undefined
  if (!main || (isRanking && !firsts)) return undefined
  return { main, ...(firsts ? { firsts } : {}) }
}

/** An answer of everybody, or (of a score) every answer. A mean place only where it is published itself. */
function isShown({ main, firsts }: Tables, { measure, answer }: WaveLine): boolean {
  const { columns, lines } = measure === 'first' ? (firsts ?? main) : main
  const whole = columns.findIndex(({ label }) => label === '全体')
  const wanted = measure === 'score' ? lines : lines.filter(({ label }) => label === answer)
  return (
    wanted.length > 0 &&
    wanted.every(({ counts, shares, meanPlace }) =>
      [counts[whole], shares[whole], ...(measure === 'place' ? [meanPlace] : [])].every(isNumber),
    )
  )
}

const isNumber = (value: unknown) => typeof value === 'number'

function lineOf({ measure, answer, before, after, change }: WaveLine) {
  if (!before || !after) return undefined
  const { interval, adjustedP, mark } = change ?? {}
  return {
    measure,
    answer,
    before: { estimate: before.estimate, answers: before.answers },
    after: { estimate: after.estimate, answers: after.answers },
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
