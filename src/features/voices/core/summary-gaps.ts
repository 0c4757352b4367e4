/** What a summary should not lose: figures, places in the draft, and the word that turns a sentence round. */
export type SummaryGapReason = 'number' | 'page' | 'negation'

export const summaryGapLabels: Readonly<Record<SummaryGapReason, string>> = {
  number: '数',
  page: '頁',
  negation: '打ち消し',
}

export type SummaryGap = { start: number; end: number; text: string; reason: SummaryGapReason }

/** Longer summaries are said to be long; the form takes more. */
export const usualSummaryLetters = 120

const page = /[pPｐＰ][.．]?\s?[0-9０-９]+|[0-9０-９]+\s?(?:頁|ページ)/gu
const number = /[0-9０-９]+(?:[.,．，][0-9０-９]+)*/gu
/** 少ない and the like are no negations; a word of many kinds (〜ず) is left alone. */
const negation = /べきでは?(?:ない|ありません)|(?<![少危汚])(?:ない|なかった|なくて)|ません|反対|不要/gu

/** Each sign of a letter that its summary does not have, in the order of the letter; none without a summary. */
export function summaryGaps(verbatim: string, summary: string): SummaryGap[] {
  if (summary.trim() === '') return []
  const kept = new Set([...summary.matchAll(number)].map(([found]) => plain(found)))
  const turns = negation.test(summary)
  negation.lastIndex = 0
  const pages = gapsOf(verbatim, page, 'page').filter(({ text }) => !kept.has(plain(text)))
  const inPage = [...verbatim.matchAll(page)].map(({ 0: found, index }) => [index, index + found.length])
  const numbers = gapsOf(verbatim, number, 'number').filter(
    ({ start, text }) =>
      !kept.has(plain(text)) && !inPage.some(([from = 0, to = 0]) => start >= from && start < to),
  )
  const negations = turns ? [] : gapsOf(verbatim, negation, 'negation')
  return [...pages, ...numbers, ...negations].sort((a, b) => a.start - b.start)
}

const gapsOf = (text: string, sign: RegExp, reason: SummaryGapReason): SummaryGap[] =>
  [...text.matchAll(sign)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    text: found,
    reason,
  }))

/** The figure alone, one width, without commas. */
const plain = (found: string) => /\d+(?:\.\d+)*/.exec(found.normalize('NFKC').replaceAll(',', ''))?.[0] ?? ''
