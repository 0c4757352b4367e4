import { z } from 'zod'
import { cutWith } from './made.ts'
import type { NetworkReport } from './network-report.ts'

/** What a run of the rules suggests, by ids and places only: the words of people stay where their readers are known. */
export const ruleSuggestions = z.object({
  codes: z.array(
    z.object({
      code: z.string(),
      matches: z.array(
        z.object({ id: z.string(), because: z.array(z.object({ start: z.number(), end: z.number() })) }),
      ),
      /** Opinions the rule does not meet: some of them, to see what it misses. */
      others: z.array(z.string()),
      otherCount: z.number(),
    }),
  ),
  problems: z.array(z.object({ code: z.string(), message: z.string() })),
  tokeniser: z.string(),
})
export type RuleSuggestions = z.infer<typeof ruleSuggestions>

/** The part of a network that is drawn and listed. Single words of the dictionary, and in which voices to look. */
export const networkPicture = z.object({
  voices: z.number(),
  units: z.number(),
  fewestTexts: z.number(),
  nodes: z.array(
    z.object({ word: z.string(), texts: z.number(), community: z.number(), x: z.number(), y: z.number() }),
  ),
  edges: z.array(
    z.object({
      words: z.tuple([z.string(), z.string()]),
      jaccard: z.number(),
      texts: z.number(),
      examples: z.array(z.string()),
    }),
  ),
  tokeniser: z.string(),
  hash: z.string(),
})
export type NetworkPicture = z.infer<typeof networkPicture>

export const pictureOf = ({
  voices,
  units,
  fewestTexts,
  nodes,
  edges,
  made,
  hash,
}: NetworkReport): NetworkPicture => ({
  voices,
  units,
  fewestTexts,
  nodes,
  edges,
  tokeniser: cutWith(made),
  hash,
})

/** A text in pieces: what the rule met, and what lies between. */
export function markedPieces(
  text: string,
  because: readonly { start: number; end: number }[],
): { words: string; isMet: boolean }[] {
  const pieces: { words: string; isMet: boolean }[] = []
  let at = 0
  for (const { start, end } of [...because].sort((a, b) => a.start - b.start)) {
    if (start < at || end > text.length) continue
    if (start > at) pieces.push({ words: text.slice(at, start), isMet: false })
    pieces.push({ words: text.slice(start, end), isMet: true })
    at = end
  }
  if (at < text.length) pieces.push({ words: text.slice(at), isMet: false })
  return pieces
}
