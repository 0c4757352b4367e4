import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { BindingFormat } from '#src/lib/text/binding.ts'
import { formatNumber } from '#src/lib/text/number-format.ts'

/** A number that a text can quote: its name, what readers see, and the mark to write. */
export type Quotable = { label: string; shown: string; code: string }

/** The format in which a number shows all it has: whole, or with one or two decimals. */
export function formatFor(value: number): BindingFormat {
  if (Number.isInteger(value)) return 'int'
  return Number.isInteger(Math.round(value * 1e6) / 1e5) ? 'fixed1' : 'fixed2'
}

/** `{{dp_…}}`, with a format where whole numbers would cut decimals off. */
export function quoteCode(id: string, value: number, part = ''): string {
  const format = formatFor(value)
  return `{{${id}${part ? `:${part}` : ''}${format === 'int' ? '' : `|${format}`}}}`
}

/** The figures of the plan and the values of an item's own indicators. */
export function quotablesFor(
  plan: Pick<PlanDocument, 'dataPoints' | 'indicators'>,
  itemId: string,
): Quotable[] {
  const points = plan.dataPoints.map(({ id, label, value, unit }) => ({
    label,
    shown: `${formatNumber(value, formatFor(value))}${unit}`,
    code: quoteCode(id, value),
  }))
  const own = plan.indicators.filter((indicator) => indicator.itemId === itemId)
  return [...own.flatMap(valuesOf), ...points]
}

function valuesOf({ id, name, unit, baseline, target, actuals }: Indicator): Quotable[] {
  const latest = actuals.findLast(({ value }) => value !== null)
  const parts: [string, string, number | null | undefined][] = [
    ['latest', '最新の実績', latest?.value],
    ['baseline', '基準値', baseline.value],
    ['target', '目標値', target?.value],
  ]
  return parts.flatMap(([part, word, value]) =>
    value === null || value === undefined
      ? []
      : [
          {
            label: `${name}（${word}）`,
            shown: `${formatNumber(value, formatFor(value))}${unit}`,
            code: quoteCode(id, value, part),
          },
        ],
  )
}
