import { hashOf } from '#src/formats/canonical-json.ts'
import { type NetworkOptions, type WordNetwork, wordNetwork } from '#src/lib/text/network/word-network.ts'
import type { TextUnit } from '#src/lib/text/text-unit.ts'
import { findWordings } from '#src/lib/text/wording/group-wordings.ts'
import type { Made } from './made.ts'

export type NetworkReport = {
  schema: 'shirube-voice-network/1'
  made: Made
  voices: number
} & WordNetwork & {
    hash: string
  }

/**
 * The network of words that occur together in voices. Each wording counts once: copies of one post card would
 * tie all its words to each other and nothing else would be seen.
 */
export function networkReport(
  units: readonly TextUnit[],
  made: Made,
  wishes: Omit<NetworkOptions, 'seed'> = {},
): NetworkReport {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const medoids = findWordings(units).map(({ medoidId }) => byId.get(medoidId) as TextUnit)
  const network = wordNetwork(medoids, { ...wishes, seed: made.seed })
  const report = { schema: 'shirube-voice-network/1' as const, made, voices: units.length, ...network }
  return { ...report, hash: hashOf(report) }
}
