import { hasRightCheckDigit } from '#src/features/organization/core/municipality.ts'
import { prefectureOf } from '#src/features/organization/core/prefectures.ts'

/** 5けたの地域コード as statistics write it: `R08235`, `08235`, `8235` (a spreadsheet ate the zero), `082350`. */
export function readAreaCode(text: string): { code: string } | { problem: string } {
  const plain = text.normalize('NFKC').trim().replace(/^R/i, '')
  if (!/^\d{1,6}$/.test(plain)) {
    return { problem: '地域コードは5けた（検査数字つきなら6けた）の数字です（例：08235）' }
  }
  if (plain === '00000') return { code: plain }
  const whole = withEatenZero(plain)
  if (whole.length === 2) return prefectureOf(whole) ? { code: `${whole}000` } : { problem: outside }
  if (prefectureOf(whole) === undefined) return { problem: outside }
  if (whole.length === 5) return { code: whole }
  if (whole.length !== 6) return { problem: '地域コードのけた数が違います。5けたか6けたで書いてください' }
  return hasRightCheckDigit(whole)
    ? { code: whole.slice(0, 5) }
    : { problem: '地域コードの最後のけた（検査数字）が合いません' }
}

/** A spreadsheet drops the zero at the head of 北海道 to 栃木県: `8235`, and `82350` with the check digit. */
function withEatenZero(digits: string): string {
  const padded = `0${digits}`
  if (digits.length === 1 || digits.length === 4) return padded
  const isOutside = digits.length === 5 && prefectureOf(digits) === undefined
  return isOutside && hasRightCheckDigit(padded) ? padded : digits
}

const outside = '地域コードの最初の2けたは、都道府県の番号（01〜47）です'

/** Changes of codes without a merger, between the census tables of 2016 and later files (富谷市, 那珂川市). */
const renumbered: Readonly<Record<string, string>> = { '04423': '04216', '40305': '40231' }

/** The code an area has today. */
export const presentCode = (code: string): string => renumbered[code] ?? code

/** The prefecture of a code; nothing for 全国. */
export const prefectureNameOf = (areaCode: string): string => prefectureOf(areaCode) ?? ''
