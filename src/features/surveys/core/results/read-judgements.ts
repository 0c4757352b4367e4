import type { Comparability } from '#src/lib/statistics/test-of-tables/compare-waves.ts'
import { comparabilityLabels, type WaveItem, type WaveJudgement, type WaveJudgements } from './wave-items.ts'

type Texts = Readonly<Record<string, string | undefined>>

export const choiceField = (key: string) => `c-${key}`
export const reasonField = (key: string) => `r-${key}`

const isComparability = (word: string | undefined): word is Comparability =>
  word !== undefined && Object.hasOwn(comparabilityLabels, word)

/** What somebody judged in the form. To differ from what the words say needs a reason. */
export function readJudgements(
  items: readonly WaveItem[],
  entered: Texts,
): { judgements: WaveJudgements; problems: Record<string, string> } {
  const problems: Record<string, string> = {}
  const judged = items.flatMap(({ key, isSame }): [string, WaveJudgement][] => {
    const comparability = entered[choiceField(key)]
    const reason = (entered[reasonField(key)] ?? '').trim()
    if (!isComparability(comparability)) return []
    const isUsual = comparability === (isSame ? 'comparable' : 'not-comparable')
    if (isUsual && reason === '') return []
    if (reason === '') problems[reasonField(key)] = '文や選択肢からの判断と違うときは、理由を書いてください'
    if (reason.length > 300) problems[reasonField(key)] = '理由は300字以内で書いてください'
    return [[key, { comparability, reason }]]
  })
  return { judgements: Object.fromEntries(judged), problems }
}
