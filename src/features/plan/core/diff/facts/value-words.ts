import { eraDay, fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import {
  accumulationLabels,
  basisLabels,
  directionLabels,
  indicatorKindLabels,
  itemStatusLabels,
  sourceKindLabels,
} from '../../labels.ts'

/** A number with the decimals it has, at most six, so that two that differ never look the same. */
export function exactNumber(value: number): string {
  const decimals = String(value).split('.')[1]?.length ?? 0
  return groupedNumber(value, Math.min(decimals, 6))
}

/** 18人, 55.5％ */
export const measured = (value: number, unit: string) => `${exactNumber(value)}${unit}`

const enumWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: itemStatusLabels,
  direction: directionLabels,
  accumulation: accumulationLabels,
  basis: basisLabels,
  kind: { ...indicatorKindLabels, ...sourceKindLabels },
  publish: { none: '公開しない', list: '一覧だけ公開する', full: 'すべて公開する' },
  newOrContinued: { new: '新規', continued: '継続' },
  delivery: {
    direct: '直営',
    contracted: '委託',
    'designated-manager': '指定管理',
    subsidy: '補助',
    loan: '貸付',
  },
  stance: { supports: '支える', qualifies: '条件を付ける', contradicts: '反する' },
  tier: { nation: '国', prefecture: '県', city: '市', region: '広域' },
}

/** A short value as a sentence quotes it; undefined for what would be no words to a reader (ids, codes, long text). */
export function valueWords(field: string, value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? 'あり' : 'なし'
  if (typeof value === 'number')
    return field === 'cumulativeFrom' ? fiscalYearLabel(value) : exactNumber(value)
  if (typeof value !== 'string') return undefined
  if (value === '') return '記載なし'
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return eraDay(value)
  const known = enumWords[field]?.[value]
  if (known) return known
  const isWords = value.length <= 60 && /[^\u0020-\u007e]/.test(value) && !value.includes('\n')
  return isWords ? value : undefined
}
