import type { SurveyOption } from '#src/formats/survey-question.ts'
import { sameWords } from './same-words.ts'

export type SplitAnswers = { codes: string[]; texts: Record<string, string>; unknown: string[] }

/** An option by its code or its words; with what was written beside it: 「その他：…」「その他（…）」. */
export function readOption(
  text: string,
  options: readonly SurveyOption[],
): { code: string; text: string } | undefined {
  const words = sameWords(text)
  const exact =
    options.find(({ code }) => sameWords(code) === words) ??
    single(options.filter(({ label }) => sameWords(label) === words))
  if (exact) return { code: exact.code, text: '' }
  for (const { code, label, hasText } of options) {
    if (!hasText) continue
    const beside = besideLabel(text, label)
    if (beside !== undefined) return { code, text: beside }
  }
  return undefined
}

/** A label that two options share belongs to none. */
const single = <Item>(items: readonly Item[]) => (items.length === 1 ? items[0] : undefined)

function besideLabel(text: string, label: string): string | undefined {
  const found = /^(.*?)\s*[:：（(]\s*(.*)$/su.exec(text.trim())
  if (!found || sameWords(found[1] ?? '') !== sameWords(label)) return undefined
  return (found[2] ?? '').replace(/[)）]\s*$/, '')
}

/**
 * The answers of one cell. The longest option that stands next is taken first, so that a separator inside the words of an option
 * (「防災（避難所、備蓄など）」) parts nothing; what is left up to the next separator is told, never guessed.
 */
export function splitAnswers(
  text: string,
  separator: string,
  options: readonly SurveyOption[],
): SplitAnswers {
  const found: SplitAnswers = { codes: [], texts: {}, unknown: [] }
  let rest = trimmed(text, separator)
  while (rest !== '') {
    const end = longestOption(rest, separator, options) ?? nextEnd(rest, separator)
    const part = rest.slice(0, end).trim()
    const option = readOption(part, options)
    if (option) {
      found.codes.push(option.code)
      if (option.text !== '') found.texts[option.code] = option.text
    } else found.unknown.push(part)
    rest = trimmed(rest.slice(end), separator)
  }
  return found
}

const isSeparator = (sign: string, separator: string) =>
  separator === ' ' ? /\s/.test(sign) : sign === separator || sign.normalize('NFKC') === separator

function trimmed(text: string, separator: string): string {
  let at = 0
  while (at < text.length && (/\s/.test(text[at] ?? '') || isSeparator(text[at] ?? '', separator))) at += 1
  return text.slice(at)
}

const nextEnd = (text: string, separator: string) => {
  for (let at = 0; at < text.length; at++) if (isSeparator(text[at] ?? '', separator)) return at
  return text.length
}

/** Where the longest option that begins the text ends: at a separator or at the end. */
function longestOption(
  text: string,
  separator: string,
  options: readonly SurveyOption[],
): number | undefined {
  const words = new Set(options.flatMap(({ code, label }) => [sameWords(code), sameWords(label)]))
  for (let end = text.length; end > 0; end--) {
    const isEnd = end === text.length || isSeparator(text[end] ?? '', separator)
    if (isEnd && words.has(sameWords(text.slice(0, end)))) return end
  }
  return undefined
}
