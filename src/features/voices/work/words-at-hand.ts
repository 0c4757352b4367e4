import type { ForcedWord } from '#src/lib/text/forced-words.ts'
import type { Token } from '#src/lib/text/token.ts'
import { runInWorker } from '#src/platform/jobs/run-in-worker.ts'

type Tokens = ReadonlyMap<string, readonly Token[]>
type Kept = { wordsKept: string; tokens: Tokens }

const cutting = new URL('./cut-work.ts', import.meta.url)

/**
 * Words of texts, each text cut once, so that a rule is tried at once while it is written. Kept in memory only and never
 * written down, and only those of the last call: words that were purged are gone with the next trial or the process.
 */
export function keepWordsAtHand() {
  let kept: Kept = { wordsKept: '', tokens: new Map() }
  let turn: Promise<unknown> = Promise.resolve()

  const bring = async (texts: readonly string[], forcedWords: readonly ForcedWord[]): Promise<Tokens> => {
    const wordsKept = JSON.stringify(forcedWords)
    const known: Tokens = kept.wordsKept === wordsKept ? kept.tokens : new Map()
    const wanted = [...new Set(texts)]
    const missing = wanted.filter((text) => !known.has(text))
    const cut =
      missing.length === 0
        ? []
        : await runInWorker<Token[][]>(cutting, JSON.stringify({ texts: missing, forcedWords })).result
    const fresh = new Map(missing.map((text, at) => [text, cut[at] ?? []]))
    const tokens = new Map(wanted.map((text) => [text, known.get(text) ?? fresh.get(text) ?? []]))
    kept = { wordsKept, tokens }
    return tokens
  }

  /** The tokens by text. Two that ask at once do not cut the same twice. */
  return (texts: readonly string[], forcedWords: readonly ForcedWord[]): Promise<Tokens> => {
    const mine = turn.then(() => bring(texts, forcedWords))
    turn = mine.catch(() => undefined)
    return mine
  }
}

/** Of this process: one municipality. */
export const wordsAtHand = keepWordsAtHand()
