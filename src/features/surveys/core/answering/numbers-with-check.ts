/** Letters of access codes and receipt numbers: no 0/O, 1/I/L. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const randomLength = 9

/** 9 random letters with their check character: Σ i·v mod 31, v the place in the alphabet, i = 1…9. */
export function withCheck(letters: string): string {
  const sum = [...letters].reduce((total, letter, at) => total + (at + 1) * codeAlphabet.indexOf(letter), 0)
  return letters + codeAlphabet.charAt(sum % codeAlphabet.length)
}

/** A code as typed: hyphens, blanks, case and full width do not matter. Undefined where it cannot be one. */
export function readCode(typed: string): string | undefined {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
  const random = letters.slice(0, randomLength)
  const isOurs =
    letters.length === randomLength + 1 && [...letters].every((one) => codeAlphabet.includes(one))
  return isOurs && withCheck(random) === letters ? letters : undefined
}

/** 回答コード in two groups of five: `7K3Q9-XM4TA`. */
export const accessCodeWords = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`

/** 受付番号 in groups: `7K3Q-9XM4-T7`. */
export const receiptWords = (code: string) => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
