/** Codes of answers, one a respondent: 0, 1, … is the place of the option, below 0 the kind of missing. */
export type Codes = Int8Array | Int16Array | Int32Array

/** A variable of few values: codes and the number of options (without the missing kinds). */
export type Category = { codes: Codes; count: number }

/** The kinds of missing and their codes. わからない is an option and so not among them. */
export const missingCodes = { 'no-answer': -1, invalid: -2, 'not-applicable': -3 } as const
export type MissingKind = keyof typeof missingCodes

/** An array for so many options, as narrow as they allow. */
export function codesFor(rows: number, options: number): Codes {
  if (options <= 127) return new Int8Array(rows)
  return options <= 32_767 ? new Int16Array(rows) : new Int32Array(rows)
}

/**
 * One variable of several (地区 × 年齢): the first changes slowest. A row missing in one of them is missing (−1).
 *
 * Refuses no variable at all and columns of different length.
 */
export function combineCategories(parts: readonly Category[]): Category {
  const [first, ...others] = parts
  if (!first) throw new RangeError('組み合わせる変数がありません')
  return others.reduce(pair, first)
}

function pair(left: Category, right: Category): Category {
  const rows = left.codes.length
  if (right.codes.length !== rows) throw new RangeError('変数の長さが違います')
  const count = left.count * right.count
  const codes = codesFor(rows, count)
  for (let row = 0; row < rows; row++) {
    const a = left.codes[row] as number
    const b = right.codes[row] as number
    codes[row] = a < 0 || b < 0 ? -1 : a * right.count + b
  }
  return { codes, count }
}

/** A variable with one value: every respondent is in it. */
export const everybody = (rows: number): Category => ({ codes: new Int8Array(rows), count: 1 })

/** The rows of some options as 1, all others 0; what is missing is 0 too. */
export function rowsWith({ codes }: Category, isWanted: (code: number) => boolean): Uint8Array {
  const found = new Uint8Array(codes.length)
  for (let row = 0; row < codes.length; row++) found[row] = isWanted(codes[row] as number) ? 1 : 0
  return found
}
