import type { Basis } from '../basis.ts'

/** SSDSE-A has no units in its file: they follow from the code of the item (凡例 of the data set). */
const units: readonly [RegExp, string][] = [
  [/^(A71|A81|A82|A83)(?!0201)/, '世帯'],
  [/^A710201/, '人'],
  [/^A91|^A92/, '件'],
  [/^A/, '人'],
  [/^B11/, 'ha'],
  [/^C21/, '事業所'],
  [/^C22/, '人'],
  [/^C3102/, '戸'],
  [/^D12/, '人'],
  [/^D22/, '％'],
  [/^D32/, '千円'],
  [/^E(11|21|31|41|390)(?!4|5|6)/, '校'],
  [/^E/, '人'],
  [/^F/, '人'],
  [/^G1/, '館'],
  [/^H55/, '人'],
  [/^H613/, '店'],
  [/^I51/, '施設'],
  [/^I6/, '人'],
  [/^J2506/, '人'],
  [/^J25/, '所'],
]

/** The unit of an item, or nothing for a code we do not know. */
export const ssdseUnitOf = (code: string): string =>
  exact[code] ?? units.find(([pattern]) => pattern.test(code))?.[1] ?? ''

/** Codes that no pattern above catches rightly. */
const exact: Readonly<Record<string, string>> = {
  E1101: '園',
  E1501: '人',
  E3901: '校',
  E3904: '人',
  E3905: '人',
  E3906: '人',
  A1231: '歳',
}

/**
 * Residents and households of the census (A11–A17, A71–A83, F) stand on the census; the total of the waste statistics
 * (H5507) counts the register. Births, deaths and movers are events: they have no basis of their own.
 */
export function ssdseBasisOf(code: string): Basis {
  if (/^A(1[1-7]|7|8)|^F/.test(code)) return 'census'
  return /^H5507/.test(code) ? 'register' : 'neutral'
}
