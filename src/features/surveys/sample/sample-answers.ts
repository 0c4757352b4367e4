import type { Random } from '#src/lib/text/seeded-random.ts'
import { shuffled } from '#src/lib/text/seeded-random.ts'
import type { Strata } from '../core/sample/strata.ts'
import { stratumName } from '../core/sample/strata.ts'

/** Strata of the invented survey: districts and ages with invented populations. */
export const sampleStrata = [
  '地区,年齢,人口',
  '伊奈,18〜39歳,4800',
  '伊奈,40〜64歳,7200',
  '伊奈,65歳以上,6500',
  '谷和原,18〜39歳,2900',
  '谷和原,40〜64歳,4300',
  '谷和原,65歳以上,4100',
  'みらい平,18〜39歳,5600',
  'みらい平,40〜64歳,6900',
  'みらい平,65歳以上,2100',
].join('\n')

const texts = [
  'バスの本数を増やしてほしい（架空）。',
  '公園に日かげがほしいです（架空）。',
  '図書館を夜も開けてください（架空）。',
  '通学路の歩道を広げてほしい（架空）。',
  '病院の予約がとりにくいです（架空）。',
]

/** A place by weight. */
function pick(random: Random, weights: readonly number[]): number {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [place, weight] of weights.entries()) {
    rest -= weight
    if (rest < 0) return place
  }
  return 0
}

/** Scale answers with わからない and blanks; `lean` moves them to the good (above 0) or bad side. */
function scale(random: Random, lean: number): string {
  const weights = [12 + lean * 2, 26 + lean * 2, 30, 18 - lean, 9 - lean, 4, 3].map((weight) =>
    Math.max(1, weight),
  )
  return ['1', '2', '3', '4', '5', '9', ''][pick(random, weights)] ?? ''
}

/** One invented person. Nothing here was answered by anybody. */
export function sampleCells(
  random: Random,
  stratum: readonly string[],
  lines: number,
): Record<string, string> {
  const [district = '', age = ''] = stratum
  const isNew = district === 'みらい平'
  const q3 = scale(random, isNew ? 5 : district === '谷和原' ? -5 : 0)
  const cells: Record<string, string> = {
    q1: ['1', '2', '3', '4', ''][pick(random, isNew ? [20, 25, 40, 5, 1] : [6, 8, 18, 66, 2])] ?? '',
    q2: random() < 0.03 ? '' : String(Math.min(7, Math.floor(random() * (age === '65歳以上' ? 6 : 9)))),
    q3,
    q5: ['1', '2', '9', ''][pick(random, [62, 14, 21, 3])] ?? '',
  }
  if (q3 === '4' || q3 === '5') {
    for (const code of shuffled(['1', '2', '3', '4', '5'], random).slice(0, 1 + Math.floor(random() * 3)))
      cells[`q4_${code}`] = '1'
  }
  for (let line = 1; line <= lines; line++) {
    cells[`q6_${line}`] = scale(random, (line % 3) * 4 - 4)
    cells[`q6_${line}i`] = scale(random, 8 - (line % 4) * 3)
  }
  if (random() < 0.08) cells['q7'] = texts[Math.floor(random() * texts.length)] ?? ''
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''))
}

/**
 * What an invented person puts first, second and third; one in twenty leaves it out, one in five names only the first.
 * `wanted`: how often each option is wished for.
 */
export function sampleRanking(random: Random, wanted = [28, 34, 30, 18, 12, 9]): Record<string, string> {
  if (random() < 0.05) return {}
  const left = [...wanted]
  const order = Array.from({ length: random() < 0.2 ? 1 : 3 }, () => {
    const at = pick(random, left)
    left[at] = 0
    return at + 1
  })
  return Object.fromEntries(order.map((code, at) => [`q8_${code}`, String(at + 1)]))
}

/** An invented list of people: numbers and strata, nothing else. */
export const sampleFrame = (strata: Strata) =>
  strata.cells.flatMap(({ codes, population }, place) =>
    Array.from({ length: Math.round(population / 20) }, (_, at) => ({
      number: `${place + 1}${String(at).padStart(4, '0')}`,
      stratum: stratumName(codes),
    })),
  )

/** How many answered in each stratum: the young less than the old. */
export const sampleAnswered = [27, 66, 88, 16, 41, 55, 34, 60, 27]
