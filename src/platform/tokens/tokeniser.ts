import { fileURLToPath } from 'node:url'
import type { IpadicFeatures } from '@patdx/kuromoji'
import { cleanText } from '#src/lib/text/clean-text.ts'
import { type ForcedWord, indexForcedWords, splitAtForcedWords } from '#src/lib/text/forced-words.ts'
import { segmentWords } from '#src/lib/text/segment-words.ts'
import type { Token, WordKind } from '#src/lib/text/token.ts'

/** Cuts texts into words. `name` goes into every result: another dictionary gives other groups. */
export type Tokeniser = { name: string; tokenise: (verbatim: string) => Token[] }

type Cut = (text: string) => Token[]

/**
 * A tokeniser for Japanese with the city's own words kept whole. The dictionary (IPADIC) comes with the
 * package and is read once a process (about 0.9 s and 400 MB); without it the segmenter of the platform steps
 * in.
 */
export async function openTokeniser(forcedWords: readonly ForcedWord[] = []): Promise<Tokeniser> {
  dictionary ??= openDictionary()
  const { name, cut: cutAnew } = await dictionary
  const cut = remembering(cutAnew)
  const words = indexForcedWords(forcedWords)
  return {
    name,
    tokenise(verbatim) {
      const { text, startOf, endOf } = cleanText(verbatim)
      const tokens = splitAtForcedWords(text, words).flatMap((part) =>
        part.base === undefined ? cutPart(part, cut) : [forcedToken({ ...part, base: part.base }, cut)],
      )
      const placed = (token: Token): Token => ({
        ...token,
        start: startOf(token.start),
        end: endOf(token.end),
        ...(token.parts ? { parts: token.parts.map(placed) } : {}),
      })
      return tokens.map(placed)
    },
  }
}

function forcedToken({ text, start, base }: { text: string; start: number; base: string }, cut: Cut): Token {
  const parts = cutPart({ text, start }, cut)
  const token: Token = { surface: text, base, kind: 'forced', start, end: start + text.length }
  return parts.length > 1 ? { ...token, parts } : token
}

/**
 * Longer runs are cut before the dictionary sees them: its search of unknown words grows with the square of a
 * run.
 */
const longestRun = 200
const run = new RegExp(`[^。、．，！？!?\\s]{1,${longestRun}}[。、．，！？!?\\s]*|[。、．，！？!?\\s]+`, 'gu')

const cutPart = (part: { text: string; start: number }, cut: Cut): Token[] =>
  [...part.text.matchAll(run)].flatMap(({ 0: piece, index }) =>
    cut(piece).map((token) => ({
      ...token,
      start: token.start + part.start + index,
      end: token.end + part.start + index,
    })),
  )

let dictionary: Promise<{ name: string; cut: Cut }> | undefined

async function openDictionary(): Promise<{ name: string; cut: Cut }> {
  const library = await import('@patdx/kuromoji').catch(undefinedWhenAbsent)
  if (!library) return { name: `segmenter (ICU ${process.versions.icu})`, cut: segmentWords }
  const { default: Loader } = await import('@patdx/kuromoji/node')
  const folder = fileURLToPath(new URL('../dict/', import.meta.resolve('@patdx/kuromoji')))
  const { tokenize } = bound(
    await new library.TokenizerBuilder({ loader: new Loader({ dic_path: folder }) }).build(),
  )
  return { name: 'kuromoji 1.0.4 (IPADIC 2.7.0)', cut: (text) => tokensOf(tokenize(text)) }
}

const mostRemembered = 20_000

/**
 * The same sentences come again and again, most of all in a flood: they are cut once, and forgotten with the
 * tokeniser.
 */
function remembering(cut: Cut): Cut {
  const known = new Map<string, Token[]>()
  return (text) => {
    const found = known.get(text) ?? cut(text)
    if (known.size < mostRemembered) known.set(text, found)
    return found
  }
}

/** Only a missing package is made up for: a damaged one must not quietly give other words. */
function undefinedWhenAbsent(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code !== 'ERR_MODULE_NOT_FOUND') throw error
}

const bound = (built: { tokenize: (text: string) => IpadicFeatures[] }) => ({
  tokenize: (text: string) => built.tokenize(text),
})

function tokensOf(features: readonly IpadicFeatures[]): Token[] {
  let start = 0
  return features.map((feature) => {
    const { surface_form: surface, basic_form: base } = feature
    const token = {
      surface,
      base: base === '*' ? surface : base,
      kind: kindOf(feature),
      start,
      end: start + surface.length,
    }
    start = token.end
    return token
  })
}

const kinds: Record<string, WordKind> = {
  動詞: 'verb',
  形容詞: 'adjective',
  副詞: 'adverb',
  助詞: 'particle',
  助動詞: 'particle',
  記号: 'symbol',
  接頭詞: 'dependent',
  フィラー: 'other',
}
const nounKinds: Record<string, WordKind> = { 固有名詞: 'proper', 数: 'number' }
const leaning = new Set(['非自立', '接尾', '代名詞', '特殊', '接続詞的', '動詞非自立的'])

/** Parts of speech of IPADIC (品詞体系) as the engine's kinds. */
function kindOf({ pos, pos_detail_1: detail }: IpadicFeatures): WordKind {
  if (leaning.has(detail)) return 'dependent'
  if (pos === '名詞') return nounKinds[detail] ?? 'noun'
  return kinds[pos] ?? 'other'
}
