import { z } from 'zod'
import type { Token } from '#src/lib/text/token.ts'
import { openTokeniser } from '#src/platform/tokens/tokeniser.ts'

const input = z.object({
  texts: z.array(z.string()),
  forcedWords: z.array(z.object({ word: z.string(), base: z.string() })),
})

/** Cuts texts into words in a worker thread, in their order: the dictionary goes away with the thread. */
export async function run(given: unknown): Promise<Token[][]> {
  const { texts, forcedWords } = input.parse(given)
  const { tokenise } = await openTokeniser(forcedWords)
  return texts.map(tokenise)
}
