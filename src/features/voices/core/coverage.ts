import { type CodePair, codeByAttribute, codePairs } from '#src/lib/text/rules/code-tables.ts'
import { saturationCurve } from '#src/lib/text/rules/saturation.ts'

/** An opinion with its codes and the items of the plan it leads to, by its code or as the person chose. */
export type CoveredVoice = { id: string; district: string; codeIds: string[]; itemIds: string[] }

/** How large a part of the voices of each district is of a code. `cramersV` says how far districts differ (0–1). */
export type TopicShare = {
  codeId: string
  voices: number
  byDistrict: { district: string; coded: number; share: number }[]
  cramersV: number | undefined
  /** Too few voices for the difference to mean much: a cell of less than five was to be expected. */
  isThin: boolean
}

/** 抜けと偏り: what leads nowhere, what nobody spoke of, where a topic is strong, and whether more voices bring news. */
export type Coverage = {
  unlinked: string[]
  silentItemIds: string[]
  /** How many opinions lead to an item of the plan. */
  heardOfItem: Map<string, number>
  districts: { district: string; voices: number }[]
  shares: TopicShare[]
  pairs: CodePair[]
  /** Expected number of codes in the first 1, 2, … of the coded voices. */
  saturation: number[]
}

type Known = { codeIds: readonly string[]; measureIds: readonly string[]; districts: readonly string[] }

const mostPairs = 10
const leastExpected = 5

export function coverageOf(voices: readonly CoveredVoice[], known: Known): Coverage {
  const heardOfItem = new Map<string, number>()
  for (const { itemIds } of voices) {
    for (const id of new Set(itemIds)) heardOfItem.set(id, (heardOfItem.get(id) ?? 0) + 1)
  }
  const results = known.codeIds.map((codeId) => resultOf(voices, codeId))
  const coded = voices.filter(({ codeIds }) => codeIds.length > 0)
  return {
    unlinked: voices.filter(({ itemIds }) => itemIds.length === 0).map(({ id }) => id),
    silentItemIds: known.measureIds.filter((id) => !heardOfItem.has(id)),
    heardOfItem,
    districts: known.districts.map((district) => ({
      district,
      voices: voices.filter((voice) => voice.district === district).length,
    })),
    shares: results
      .filter(({ matches }) => matches.length > 0)
      .map((result) => shareOf(result, voices, known.districts))
      .sort((a, b) => b.voices - a.voices),
    pairs: codePairs(results)
      .filter(({ both }) => both > 0)
      .sort((a, b) => b.jaccard - a.jaccard || b.both - a.both)
      .slice(0, mostPairs),
    saturation: saturationCurve(known.codeIds.map((codeId) => resultOf(coded, codeId))),
  }
}

type Result = Parameters<typeof codePairs>[0][number]

function resultOf(voices: readonly CoveredVoice[], code: string): Result {
  const [got, not] = [[] as string[], [] as string[]]
  for (const { id, codeIds } of voices) (codeIds.includes(code) ? got : not).push(id)
  const share = voices.length === 0 ? 0 : got.length / voices.length
  return { code, matches: got.map((id) => ({ id, because: [] })), others: not, share }
}

function shareOf(result: Result, voices: readonly CoveredVoice[], districts: readonly string[]): TopicShare {
  const places = new Map(voices.map(({ id, district }) => [id, district]))
  const known = new Set(districts)
  const table = codeByAttribute(result, (id) => {
    const district = places.get(id) ?? ''
    return known.has(district) ? district : undefined
  })
  return {
    codeId: result.code,
    voices: result.matches.length,
    byDistrict: districts.map((district) => {
      const value = table.values.find((one) => one.value === district)
      return { district, coded: value?.coded ?? 0, share: value?.share ?? 0 }
    }),
    cramersV: table.cramersV,
    isThin: table.leastExpected < leastExpected,
  }
}
