import { type Basis, basisLabels } from './basis.ts'
import type { Finding, Item } from './figures.ts'

type Kept = { code: string; name: string; unit: string; basis: Basis }

/**
 * Items that the data set already has on another basis or in another unit. Taken in, they would make one line of two
 * kinds of numbers, so the file is refused.
 */
export function itemConflicts(kept: readonly Kept[], items: readonly Item[]): Finding[] {
  const known = new Map(kept.map((item) => [item.code, item]))
  return items.flatMap(({ code, name, unit, basis }): Finding[] => {
    const old = known.get(code)
    if (!old) return []
    const told = (problem: string) => [
      { line: 1, column: '項目', value: name, problem: `${problem}${advice}` },
    ]
    if (old.basis !== basis) {
      return told(
        `この資料では「${basisLabels[old.basis]}」に基づく数です。「${basisLabels[basis]}」とは混ぜられません`,
      )
    }
    return old.unit === unit
      ? []
      : told(`この資料での単位は「${old.unit}」です。「${unit}」とは混ぜられません`)
  })
}

const advice = '。別の資料の名前で取り込んでください'
