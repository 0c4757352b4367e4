/**
 * What a label of a table's age column means: a closed group, an open one, everyone, or those of unknown age.
 */
export type AgeLabel =
  | { kind: 'closed'; from: number; to: number }
  | { kind: 'open'; from: number }
  | { kind: 'total' }
  | { kind: 'unknown' }

/**
 * Reads the ways Japanese tables write an age group: `0-4`, `０～４歳`, `5歳～9歳`, `85歳以上`, `90+`, `100歳`, `総数`,
 * `年齢不詳`. Width of digits, blanks and the many dashes do not matter. Nothing for what is no age.
 */
export function readAgeLabel(label: string): AgeLabel | undefined {
  const plain = label
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[~〜～‐‑–—−ー]/g, '-')
    .toLowerCase()
  if (/^(total|総数|総計|計|合計)$/.test(plain)) return { kind: 'total' }
  if (/^(unknown|(年齢)?「?不詳」?)$/.test(plain)) return { kind: 'unknown' }
  const open = /^(\d{1,3})(歳)?(\+|以上|歳以上|以上歳)$/.exec(plain)
  if (open) return { kind: 'open', from: Number(open[1]) }
  const closed = /^(\d{1,3})(歳)?(-(\d{1,3})(歳)?)?$/.exec(plain)
  if (!closed) return undefined
  const from = Number(closed[1])
  const last = closed[4] === undefined ? from : Number(closed[4])
  return last >= from ? { kind: 'closed', from, to: last + 1 } : undefined
}

/** M or F for 男, 女, 男性, 女性, M, F, male, female; nothing for another word. */
export function readSex(word: string): 'M' | 'F' | undefined {
  const plain = word.normalize('NFKC').trim().toLowerCase()
  if (/^(m|male|男|男性)$/.test(plain)) return 'M'
  return /^(f|female|女|女性)$/.test(plain) ? 'F' : undefined
}
