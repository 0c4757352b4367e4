import type { Basis } from './basis.ts'

/** 値のない印: a cell that was empty, hidden (秘匿) or does not apply. None of them is zero. */
export type Gap = 'missing' | 'suppressed' | 'not-applicable'

/** A number, or why there is none. */
export type Value = number | Gap

/** 観測値: one figure of one area. `time` is `2020`, `2023FY`, `2026-07`, `2026Q3` or a day. */
export type Observation = {
  areaCode: string
  areaName: string
  item: string
  time: string
  value: Value
  unit: string
}

/** 項目: what is counted. Its basis goes with it into every calculation. */
export type Item = { code: string; name: string; unit: string; basis: Basis }

/**
 * What is wrong in a file, by row and column, in words for the person who has it open. `isRowAlone`: no other row is
 * touched by it, so that the table is right without this one.
 */
export type Finding = { line: number; column: string; value: string; problem: string; isRowAlone?: boolean }

/** A file that was read: its items and its figures. Nothing of it is kept yet. */
export type ReadFile = {
  /** What the file was taken for, in words. */
  recognised: string
  items: Item[]
  observations: Observation[]
  /** What a person should know before taking it over. */
  notes: string[]
}

/** A file that was read, or everything that is wrong with it. */
export type Reading = ReadFile | { findings: Finding[] }

/** Longer lists help nobody: the rest is told as a number. */
export const mostFindings = 200

const gapMarks: Readonly<Record<string, Gap>> = {
  '': 'missing',
  '…': 'missing',
  '...': 'missing',
  '***': 'missing',
  na: 'missing',
  '-': 'not-applicable',
  x: 'suppressed',
  χ: 'suppressed',
  '*': 'suppressed',
}

/** Reads the cell of a figure: digits of any width, grouped thousands, △ for minus, the usual marks for no value. */
export function readValue(cell: string): Value | undefined {
  if (/^\d{1,15}$/.test(cell)) return Number(cell) // almost every cell; the rest is ten times slower
  const plain = cell
    .normalize('NFKC')
    .replaceAll(/[,\s]/g, '')
    .replace(/^[−△▲]/, '-')
  const gap = gapMarks[plain.toLowerCase()]
  if (gap) return gap
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? Number(plain) : undefined
}

/** What each kind of gap is called. */
export const gapLabels: Record<Gap, string> = {
  missing: 'データなし',
  suppressed: '秘匿',
  'not-applicable': '該当なし',
}

/** Whether there is a number to calculate with. */
export const isNumber = (value: Value | undefined): value is number => typeof value === 'number'

/** How many cells had no value, by kind, as a sentence; nothing when every cell had one. */
export function gapNote(observations: readonly Observation[]): string[] {
  const counts = new Map<Gap, number>()
  for (const { value } of observations) if (!isNumber(value)) counts.set(value, (counts.get(value) ?? 0) + 1)
  const words = [...counts].map(([gap, count]) => `${gapLabels[gap]}${count}件`)
  return words.length === 0 ? [] : [`値のない欄：${words.join('、')}（0とは別に扱います）`]
}
