import type { TextTable } from '#src/lib/document/text-document.ts'
import type { BookIndicator } from './book-indicator.ts'

/** Indicators as the plan's table: value and year of each step, and what the numbers alone do not say. */
export function indicatorTable(caption: string, indicators: readonly BookIndicator[]): TextTable {
  const shown = ({ text, year, isNumber }: BookIndicator['target'], unit: string) =>
    isNumber ? `${text}${unit}（${year}）` : text
  return {
    kind: 'table',
    caption,
    widths: [28, 18, 18, 18, 18],
    head: ['指標', '基準値', '中間値', '目標値', '方向と出典'],
    rows: indicators.map((one) => [
      [
        { strong: [one.name] },
        ...[one.definition, ...one.notes].filter(Boolean).flatMap((line) => [{ break: true } as const, line]),
      ],
      [shown(one.baseline, one.unit)],
      [one.interim ? shown(one.interim, one.unit) : '―'],
      [shown(one.target, one.unit)],
      [[one.direction?.word, one.source].filter(Boolean).join('　')],
    ]),
  }
}
