import type { DifferenceParts } from '#src/lib/demography/explain-difference.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'

const driverWords = {
  births: '出生の違い',
  formed: '0～4歳の子どもの数の違い（出生と、乳児の死亡・移動を合わせたもの）',
  deaths: '死亡の違い',
  migration: '転入・転出の違い',
  additions: '開発などで加わる人の違い',
  start: '出発点の人口の違い',
  adjustment: '合計に合わせるための調整の違い',
  survivalAndMoves: '生存と移動（コーホート変化率では分けられない）の違い',
} as const satisfies Partial<Record<keyof DifferenceParts, string>>

/**
 * How two scenarios differ, as one sentence for the whole and one a driver, the largest first. Drivers that
 * round to nobody are left out. Persons are rounded, so that the sentences may be a person off in their sum.
 */
export function differenceSentences(
  parts: DifferenceParts,
  names: { reference: string; other: string },
): string[] {
  const total = Math.round(parts.difference)
  const verb = total > 0 ? '多く' : '少なく'
  const whole =
    total === 0
      ? `${parts.year}年の人口は、「${names.other}」と「${names.reference}」で同じです。`
      : `${parts.year}年の人口は、「${names.other}」が「${names.reference}」より${persons(total)}${verb}なります。`
  const drivers = (Object.keys(driverWords) as (keyof typeof driverWords)[])
    .map((key) => ({ words: driverWords[key], change: Math.round(parts[key]) }))
    .filter(({ change }) => change !== 0)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
  return [
    whole,
    ...drivers.map(
      ({ words, change }) => `${words}で、${persons(change)}${change > 0 ? '増えます' : '減ります'}。`,
    ),
  ]
}

const persons = (count: number) => `${groupedNumber(Math.abs(count), 0)}人`
