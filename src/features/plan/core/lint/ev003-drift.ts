import type { DataPoint } from '#src/formats/plan-parts.ts'
import type { Judgement, Rule } from './finding.ts'
import type { ScannedText } from './plan-index.ts'

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

type Typed = { words: string; value: number; decimals: number; isAbout: boolean }

/** The first number with the point's unit behind its name. */
function firstFigure(text: string, unit: string): Typed | undefined {
  const plain = text.normalize('NFKC')
  const escaped = unit.normalize('NFKC').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const found = new RegExp(`(約|およそ|おおよそ)?(-?\\d[\\d,]*(?:\\.\\d+)?)(万|億)?${escaped}`).exec(plain)
  if (!found) return undefined
  const [, about, digits = '', scale = ''] = found
  const number = digits.replaceAll(',', '')
  const factor = scale === '億' ? 1e8 : scale === '万' ? 1e4 : 1
  return {
    words: `${digits}${scale}`,
    value: Number(number) * factor,
    decimals: number.split('.')[1]?.length ?? 0,
    isAbout: about !== undefined || scale !== '',
  }
}

/** The same to the decimals that were typed; about the same where the text says so, within the digits it gives. */
function isSame({ value, decimals, isAbout }: Typed, exact: number): boolean {
  if (Number(exact.toFixed(decimals)) === value) return true
  if (!isAbout) return false
  const zeros = /0*$/.exec(String(Math.round(value)))?.[0].length ?? 0
  const unit = 10 ** zeros
  return Math.round(exact / unit) * unit === value
}
