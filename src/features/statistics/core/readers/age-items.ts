import { readAgeLabel } from '#src/lib/demography/read-age-label.ts'
import type { Basis } from '../basis.ts'
import type { Item } from '../figures.ts'

/** Men, women, or both together (男女計). */
export type Sex = 'M' | 'F' | 'T'

export const sexLabels: Record<Sex, string> = { M: '男', F: '女', T: '男女計' }

/** The first letters of codes of residents by sex and age: one a basis, so that codes never meet either. */
const initials: Record<Basis, string> = { census: 'K', projection: 'S', register: 'J', neutral: 'N' }
const nouns: Record<Basis, string> = {
  census: '人口',
  projection: '将来推計人口',
  register: '住民基本台帳人口',
  neutral: '人数',
}

/** Residents of one sex and age group as an item: `K-M-0-4` 人口（男・0～4歳）. `age` is as `canonicalAge` gives it. */
export function ageItem(basis: Basis, sex: Sex, age: string): Item {
  const words = [sex === 'T' ? '' : sexLabels[sex], age === 'total' ? '' : ageWords(age)].filter(Boolean)
  const tail = words.length > 0 ? `（${words.join('・')}）` : ''
  return { code: `${initials[basis]}-${sex}-${age}`, name: `${nouns[basis]}${tail}`, unit: '人', basis }
}

/** `0-4`, `85+`, `total` or `unknown`, whatever way the file writes it. */
export function canonicalAge(label: string): string | undefined {
  const age = readAgeLabel(label)
  if (!age) return undefined
  if (age.kind === 'open') return `${age.from}+`
  return age.kind === 'closed' ? `${age.from}-${age.to - 1}` : age.kind
}

/** `0-4` → 0～4歳, `85+` → 85歳以上, `unknown` → 年齢不詳. */
export function ageWords(age: string): string {
  if (age === 'unknown') return '年齢不詳'
  if (age.endsWith('+')) return `${age.slice(0, -1)}歳以上`
  const [from, to] = age.split('-')
  return from === to ? `${from}歳` : `${from}～${to}歳`
}

/** What a code of `ageItem` says, or nothing for another item. */
export function ageOfCode(code: string): { sex: Sex; age: string } | undefined {
  const match = /^[KSJN]-([MFT])-(total|unknown|\d+-\d+|\d+\+)$/.exec(code)
  return match ? { sex: match[1] as Sex, age: match[2] ?? '' } : undefined
}

/** The first age of a group, for the order of a table; totals first, unknown last. */
export function ageOrder(age: string): number {
  if (age === 'total') return -1
  return age === 'unknown' ? 999 : Number.parseInt(age, 10)
}
