/** Something of the verbatim that a summary must not lose, by its UTF-16 units. */
export type Lost = { start: number; end: number; words: string; kind: 'number' | 'page' | 'negation' }

export const lostLabels: Readonly<Record<Lost['kind'], string>> = {
  number: '数',
  page: '頁',
  negation: '打ち消し',
}

/** About how long a summary is at most (約120字). */
export const longestSummary = 120

/** 「12頁」「12ページ」「P.12」 */
const numbers = /([pPｐＰ][.．]?\s?)?([0-9０-９]+(?:[.,．，][0-9０-９]+)*)\s*(頁|ページ)?/gu
/** 「少ない」「危ない」 deny nothing, 「くださいませんか」「ではないか」 ask. */
const negations = /べきで(?:は)?ない|(?<![少危汚])ない(?!か)|なく(?:て|な)|ません(?!か)|反対|不要/gu

/**
 * Numbers, page references and negations of the verbatim that a summary does not have (要約の落とし物). A negation is lost
 * when the summary has none at all. It is a simple rule: a person looks at what it marks.
 */
export function lostInSummary(verbatim: string, summary: string): Lost[] {
  if (summary.trim() === '') return []
  const kept = new Set([...summary.matchAll(numbers)].map(([, , number = '']) => plainNumber(number)))
  const lost: Lost[] = []
  for (const { 0: words, 1: sign, 2: number = '', 3: page, index } of verbatim.matchAll(numbers)) {
    if (kept.has(plainNumber(number))) continue
    const end = index + words.trimEnd().length
    lost.push({ start: index, end, words: words.trimEnd(), kind: sign || page ? 'page' : 'number' })
  }
  if (summary.search(negations) < 0) {
    for (const { 0: words, index } of verbatim.matchAll(negations))
      lost.push({ start: index, end: index + words.length, words, kind: 'negation' })
  }
  return lost.sort((a, b) => a.start - b.start)
}

const plainNumber = (number: string) => number.normalize('NFKC').replaceAll(',', '')
