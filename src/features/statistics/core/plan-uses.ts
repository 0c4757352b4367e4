import type { PlanDocument } from '#src/formats/plan-document.ts'
import { readReference } from './figure-reference.ts'
import { isNumber, readValue } from './figures.ts'
import type { FigureUse } from './updates.ts'

/** The figures of a plan that came from the statistics: its data points, and evidence with a citation. */
export function figureUsesIn({ planId, dataPoints, evidence, indicators }: PlanDocument): FigureUse[] {
  const itemOf = (from: string) =>
    indicators.find(({ id }) => id === from)?.itemId ?? from.split('/')[0] ?? from
  const points = dataPoints.flatMap(({ id, label, value, source }): FigureUse[] => {
    const read = source.cell === undefined ? undefined : readReference(source.cell)
    return read ? [{ ...read, label, value, href: `/staff/figures/${planId}?open=${id}#${id}` }] : []
  })
  const cited = evidence.flatMap(({ from, to }): FigureUse[] => {
    const read = to.kind === 'statistic' ? readReference(to.ref) : undefined
    const href = `/staff/plans/${planId}/items/${itemOf(from)}/evidence`
    const label = `根拠：${[read?.words, to.row].filter(Boolean).join(' ')}`
    return read ? [{ ...read, label, value: boundValue(to.column), href }] : []
  })
  return [...points, ...cited]
}

/** The number an evidence link was bound to: `49,872人` is 49872. Undefined where the link holds words only. */
function boundValue(column = ''): number | undefined {
  const digits = /^[−△▲-]?[\d,]+(\.\d+)?/.exec(column.normalize('NFKC'))?.[0]
  const value = digits === undefined ? undefined : readValue(digits)
  return isNumber(value) ? value : undefined
}
