import type { EvidenceLink } from '#src/formats/plan-parts.ts'
import { plainNumber } from '#src/lib/text/number-format.ts'
import { referenceText } from './figure-reference.ts'
import type { Known } from './series.ts'
import { timeLabel } from './times.ts'

export type Cited = {
  datasetTitle: string
  edition: string
  areaName: string
  areaCode: string
  item: { id: string; name: string; unit: string }
  point: Known
}

/**
 * One figure as an evidence link of the plan writes it down (種類「統計」): words a reader understands, and behind them the
 * reference by which the figure is found again.
 */
export function citationOf({ datasetTitle, edition, areaName, areaCode, item, point }: Cited): string {
  const value = `${plainNumber(point.value)}${item.unit}`
  const reference = referenceText({ of: { kind: 'item', itemId: item.id }, areaCode, time: point.time })
  const where = `「${datasetTitle}」${edition}`
  return `${where} ${areaName} ${item.name} ${timeLabel(point.time)} ${value} [${reference}]`
}

/** The same as an evidence link: the series, the period and the value, each in its own place. */
export function evidenceTo({
  datasetTitle,
  edition,
  areaName,
  areaCode,
  item,
  point,
}: Cited): EvidenceLink['to'] {
  const reference = referenceText({ of: { kind: 'item', itemId: item.id }, areaCode, time: point.time })
  return {
    kind: 'statistic',
    ref: `「${datasetTitle}」${edition} [${reference}]`,
    row: `${areaName} ${item.name}`,
    column: `${plainNumber(point.value)}${item.unit}`,
    asOf: timeLabel(point.time),
  }
}
