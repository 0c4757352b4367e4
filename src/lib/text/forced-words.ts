import { byCodeUnit } from './order.ts'

/**
 * A word that is never cut (強制抽出語): places, facilities, terms of the plan. `base` joins synonyms (バス停 → 停留所).
 */
export type ForcedWord = { word: string; base: string }

/** A piece of a text: a forced word, or what lies between two. `start` is its UTF-16 offset. */
export type TextPart = { text: string; start: number; base?: string }

/**
 * Cuts a text at forced words, from left to right, the longest match first.
 *
 * General dictionaries cut みらい平地区 into み・らい・平・地区; a city's own names must be taken out before.
 */
export function splitAtForcedWords(text: string, words: ForcedWordIndex): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  let at = 0
  while (at < text.length) {
    const found = words.get(text.charAt(at))?.find(({ word }) => text.startsWith(word, at))
    if (!found) {
      at++
      continue
    }
    if (at > from) parts.push({ text: text.slice(from, at), start: from })
    parts.push({ text: found.word, start: at, base: found.base })
    at += found.word.length
    from = at
  }
  if (from < text.length) parts.push({ text: text.slice(from), start: from })
  return parts
}

/** Forced words by their first UTF-16 unit, the longest first. */
export type ForcedWordIndex = ReadonlyMap<string, readonly ForcedWord[]>

/**
 * Words in NFKC, without blanks. Of two with the same spelling the one listed first counts; blank ones fall
 * out.
 */
export function indexForcedWords(words: readonly ForcedWord[]): ForcedWordIndex {
  const index = new Map<string, ForcedWord[]>()
  const seen = new Set<string>()
  for (const { word, base } of words) {
    const clean = word.normalize('NFKC').trim()
    if (clean === '' || seen.has(clean)) continue
    seen.add(clean)
    const same = index.get(clean.charAt(0)) ?? []
    index.set(clean.charAt(0), [...same, { word: clean, base: base.normalize('NFKC').trim() || clean }])
  }
  for (const same of index.values()) {
    same.sort((a, b) => b.word.length - a.word.length || byCodeUnit(a.word, b.word))
  }
  return index
}

/**
 * Reads a list of forced words: one a line, synonyms on one line after the word they stand for
 * (`停留所=バス停=バス停留所`), `#` begins a remark.
 */
export function readForcedWords(text: string): ForcedWord[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [base = '', ...synonyms] = line.split(/[=＝]/).map((word) => word.trim())
      return [base, ...synonyms].map((word) => ({ word, base }))
    })
}
