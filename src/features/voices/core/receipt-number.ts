/** 2–9 and A–Z without I, L and O: nothing that is read as something else. */
export const receiptAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

const size = receiptAlphabet.length
const digits = 9
const crockford = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A receipt number (受付番号) from a random id that is used for nothing else: nine characters and a check
 * character,
 * Σ i·v mod 31. It carries no meaning and cannot be counted up.
 */
export function receiptNumberOf(randomId: string): string {
  const random = [...randomId.slice(3)].reduce((sum, sign) => sum * 32n + BigInt(crockford.indexOf(sign)), 0n)
  const values: number[] = []
  let rest = random
  for (let place = 0; place < digits; place++) {
    values.push(Number(rest % BigInt(size)))
    rest /= BigInt(size)
  }
  return written([...values, checkOf(values)])
}

/**
 * A typed number in its one form, or undefined when it cannot be one. Hyphens, blanks, case and width do
 * not matter.
 */
export function readReceiptNumber(typed: string): string | undefined {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-‐‑–—−ー]/g, '')
  if (signs.length !== digits + 1) return undefined
  const values = [...signs].map((sign) => receiptAlphabet.indexOf(sign))
  if (values.includes(-1) || checkOf(values.slice(0, digits)) !== values[digits]) return undefined
  return written(values)
}

const checkOf = (values: readonly number[]) =>
  values.reduce((sum, value, position) => sum + (position + 1) * value, 0) % size

function written(values: readonly number[]): string {
  const signs = values.map((value) => receiptAlphabet.charAt(value)).join('')
  return `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`
}

/** 合い言葉: eight signs of the same alphabet from a keyed mark; shown with the number and stored nowhere. */
export function secretWordOf(mark: Uint8Array): string {
  const signs = [...mark.subarray(0, 16)].map((byte, position) =>
    position % 2 ? '' : receiptAlphabet.charAt(byte % size),
  )
  const word = signs.join('')
  return `${word.slice(0, 4)}-${word.slice(4)}`
}
