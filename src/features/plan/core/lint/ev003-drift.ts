import type { DataPoint } from '#src/formats/plan-parts.ts'
import type { Judgement, Rule } from './finding.ts'
import type { ScannedText } from './plan-index.ts'
import { firstFigure, isSame } from './typed-figure.ts'

const near = 20

/** EV003: a figure typed beside the name of a data point, with another value. */
export const drift: Rule = {
  id: 'EV003',
  group: 'EV',
  severity: 'E',
  gate: 'G3',
  title: '本文の数がデータと違う',
  rationale: '同じ名前の数が2つあると、どちらも信じられなくなります。',
  needs: [],
  check: ({ plan, texts }) => {
    const points = new Map(
      plan.dataPoints.filter(({ label }) => label !== '').map((point) => [point.label, point]),
    )
    if (points.size === 0) return []
    const labels = [...points.keys()].sort((a, b) => b.length - a.length)
    const anyLabel = new RegExp(
      labels.map((label) => label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
      'g',
    )
    return texts.flatMap((scanned) => judged(scanned, points, anyLabel))
  },
}

function judged(scanned: ScannedText, points: ReadonlyMap<string, DataPoint>, anyLabel: RegExp): Judgement[] {
  const { subjectId, field, paragraphId, plain } = scanned
  return [...plain.matchAll(anyLabel)].flatMap((match) => {
    const point = points.get(match[0])
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + near)
    const typed = point && firstFigure(after, point.unit)
    if (!point || !typed || isSame(typed, point.value)) return []
    return [
      {
        subjectId,
        field,
        ...(paragraphId ? { paragraphId } : {}),
        relatedIds: [point.id],
        key: `${paragraphId ?? ''}|${typed.words}`,
        message: `「${point.label}」が、本文は${typed.words}${point.unit}、データは${point.value.toLocaleString('ja-JP', { maximumFractionDigits: 6 })}${point.unit}です。`,
        advice: '本文の数を消し、統計値を差し込んでください。',
      },
    ]
  })
}
