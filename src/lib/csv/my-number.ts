/**
 * Whether twelve digits are a possible 個人番号 (マイナンバー), by their check digit.
 *
 * Σ Pn·Qn over the first eleven digits counted from the right, Qn = n + 1 up to n = 6 and n − 5 from 7 on; 11 less the
 * remainder by 11, or 0 where that remainder is 0 or 1 (行政手続における特定の個人を識別するための番号…に関する総務省令 5条).
 */
export function isMyNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false
  const numbers = [...digits].map(Number)
  const check = numbers.pop()
  const sum = numbers
    .reverse()
    .reduce((total, digit, position) => total + digit * (position < 6 ? position + 2 : position - 4), 0)
  const remainder = sum % 11
  return check === (remainder <= 1 ? 0 : 11 - remainder)
}

/**
 * The positions of columns that look like 個人番号: by their heading, or because every twelve-digit value in them passes.
 *
 * No import of this system takes such a column: My Numbers are never entered here.
 */
export function myNumberColumns(rows: readonly { cells: readonly string[] }[]): number[] {
  const [head, ...body] = rows
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    if (/個人番号|マイナンバー|my ?number/i.test((head?.cells[column] ?? '').normalize('NFKC'))) return true
    const long = body.flatMap(({ cells }) => {
      const digits = (cells[column] ?? '').normalize('NFKC').replaceAll(/[\s-]/g, '')
      return /^\d{12}$/.test(digits) ? [digits] : []
    })
    return long.length > 0 && long.every(isMyNumber)
  })
}
