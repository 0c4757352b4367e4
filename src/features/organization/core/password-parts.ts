import { commonWords, sequences } from './password-words.ts'

/**
 * The parts a password is put together from, each once: common words, own words, years, runs of neighbouring signs, and
 * every other sign by itself. Compared in NFKC and lower case, with the usual disguises (`p@$$w0rd`) taken off. A single
 * mark or blank between two parts counts nothing.
 */
export function distinctParts(password: string, ownWords: readonly string[]): Set<string> {
  const plain = comparable(password)
  const undisguised = plain.replaceAll(/[@4301$57]/g, (sign) => disguises[sign] ?? sign)
  const words = longestFirst([...ownWords.map(comparable), ...commonWords])
  const parts = new Set<string>()
  for (let at = 0; at < plain.length; ) {
    const part = partAt({ plain, undisguised, words, at })
    if (!isLoneMark(plain, at, part)) parts.add(part)
    at += part.length
  }
  return parts
}

/** The form in which passwords and words are compared: full-width and half-width, capital and small are the same. */
export const comparable = (text: string) => text.normalize('NFKC').toLowerCase()

const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  4: 'a',
  3: 'e',
  1: 'i',
  0: 'o',
  $: 's',
  5: 's',
  7: 't',
}

const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length)

type Place = { plain: string; undisguised: string; words: readonly string[]; at: number }

/** The longest part that begins here. */
function partAt({ plain, undisguised, words, at }: Place): string {
  const word = words.find((one) => plain.startsWith(one, at) || undisguised.startsWith(one, at)) ?? ''
  const run = runAt(plain, at)
  const year = /^(?:19|20)\d\d/.exec(plain.slice(at, at + 4))?.[0] ?? ''
  const [longest = ''] = longestFirst([word && plain.slice(at, at + word.length), run, year])
  return longest || String.fromCodePoint(plain.codePointAt(at) ?? 0)
}

const shortestRun = 3

/** 1234, edcba, qwerty, あいうえお: three signs or more in the order of a keyboard or an alphabet. */
function runAt(plain: string, at: number): string {
  const lengths = sequences.map((sequence) => {
    const from = sequence.indexOf(plain.slice(at, at + shortestRun))
    if (from < 0 || at + shortestRun > plain.length) return 0
    let length = shortestRun
    while (at + length < plain.length && plain[at + length] === sequence[from + length]) length += 1
    return length
  })
  return plain.slice(at, at + Math.max(0, ...lengths))
}

const isMark = (sign: string | undefined) => sign !== undefined && /[\s\p{P}\p{S}]/u.test(sign)

function isLoneMark(plain: string, at: number, part: string): boolean {
  return isMark(part) && part.length === 1 && !isMark(plain[at - 1]) && !isMark(plain[at + 1])
}
