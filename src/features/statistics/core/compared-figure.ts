import type { DataPoint } from '#src/formats/plan-parts.ts'
import type { Comparison } from './compare-cities.ts'
import { type FigureOf, referenceText, roundedTo } from './figure-reference.ts'
import { timeLabel } from './times.ts'

/** What of a comparison goes into the plan: the own value, the own standard score, or the mean of the group. */
export const comparedKinds = ['compared', 'score', 'mean'] as const
export type ComparedKind = (typeof comparedKinds)[number]
export const comparedKindLabels: Record<ComparedKind, string> = {
  compared: '本市の値',
  score: '本市の偏差値',
  mean: '平均',
}

type Ground = {
  ownCode: string
  ownName: string
  group: { id: string; name: string }
  datasets: readonly { title: string }[]
}

/** A figure of a comparison as the plan keeps it, with its source; nothing where the comparison has no such value. */
export function comparedFigure(
  { ownCode, ownName, group, datasets }: Ground,
  { item, own, mean, n }: Comparison,
  kind: ComparedKind,
): Omit<DataPoint, 'id'> | undefined {
  const values = { compared: own?.value, score: own?.score, mean }
  const value = values[kind]
  if (value === undefined || own?.time === undefined) return undefined
  const labels = {
    compared: `${ownName}の${item.label}`,
    score: `${ownName}の${item.label}の偏差値（${group.name}、n＝${n}）`,
    mean: `${group.name}（n＝${n}）の${item.label}の平均`,
  }
  const of: FigureOf =
    kind === 'compared' ? { kind, comparedId: item.id } : { kind, comparedId: item.id, groupId: group.id }
  return {
    label: labels[kind],
    value: roundedTo(value, kind === 'score' ? 1 : item.decimals),
    unit: kind === 'score' ? '' : item.unit,
    asOf: timeLabel(own.time),
    source: {
      kind: 'statistic',
      ref: `${datasets.map(({ title }) => title).join('、')}（${item.method}）`,
      cell: referenceText({ of, areaCode: ownCode, time: own.time }),
    },
  }
}
