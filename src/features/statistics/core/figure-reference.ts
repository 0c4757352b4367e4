import { comparedItemOf } from './compared-items.ts'
import { quotientOf } from './quotient.ts'
import { type AreaSeries, type Known, knownPoints } from './series.ts'

/**
 * What a figure of the plan refers to: an item, one item over another, a compared item of the city, or its standard
 * score or the mean in a group. Written as `statistics/…#area@time`, behind the words of a source.
 */
export type FigureOf =
  | { kind: 'item'; itemId: string }
  | { kind: 'quotient'; itemId: string; byId: string }
  | { kind: 'compared'; comparedId: string }
  | { kind: 'score' | 'mean'; comparedId: string; groupId: string }
export type FigureReference = { of: FigureOf; areaCode: string; time: string }

export function referenceText({ of, areaCode, time }: FigureReference): string {
  return `statistics/${pathOf(of)}#${areaCode}@${time}`
}

function pathOf(of: FigureOf): string {
  if (of.kind === 'item') return of.itemId
  if (of.kind === 'quotient') return `${of.itemId}/${of.byId}`
  if (of.kind === 'compared') return `compared/${of.comparedId}`
  return `${of.kind}/${of.comparedId}/${of.groupId}`
}

/** The reference in a text (a cell of a figure, or a citation with its words before it), and those words. */
export function readReference(text: string): (FigureReference & { words: string }) | undefined {
  const found = /^(.*?)\[?statistics\/([\w/-]+)#(\d{5})@([\w-]+)\]?$/su.exec(text.trim())
  if (!found) return undefined
  const [, words = '', path = '', areaCode = '', time = ''] = found
  const of = figureOf(path.split('/'))
  return of && { of, areaCode, time, words: words.trim() }
}

function figureOf([first = '', second, third]: string[]): FigureOf | undefined {
  const isItem = (part: string | undefined): part is string => /^se_\w+$/.test(part ?? '')
  if (isItem(first) && second === undefined) return { kind: 'item', itemId: first }
  if (isItem(first) && isItem(second)) return { kind: 'quotient', itemId: first, byId: second }
  if (second === undefined) return undefined
  if (first === 'compared') return { kind: 'compared', comparedId: second }
  if (third === undefined || (first !== 'score' && first !== 'mean')) return undefined
  return { kind: first, comparedId: second, groupId: third }
}

/** What a figure of a comparison is known by where a slash has no place: `score--child-share--prefecture`. */
export type ComparedFigureOf = Exclude<FigureOf, { kind: 'item' | 'quotient' }>
export const isCompared = (of: FigureOf): of is ComparedFigureOf =>
  of.kind !== 'item' && of.kind !== 'quotient'

export const comparedKey = (of: ComparedFigureOf): string => pathOf(of).replaceAll('/', '--')

export function readComparedKey(key: string): ComparedFigureOf | undefined {
  const of = figureOf(key.split('--'))
  return of && isCompared(of) ? of : undefined
}

type ItemKey = { id: string; datasetId: string; code: string }

/** What is known now of a figure of one city over time; nothing for what needs a group. */
export function pointsOf(of: FigureOf, city: AreaSeries, items: readonly ItemKey[]): Known[] | undefined {
  if (of.kind === 'compared') {
    const item = comparedItemOf(of.comparedId)
    return item && rounded(quotientOf(city, item).points, item.decimals)
  }
  if (of.kind !== 'item' && of.kind !== 'quotient') return undefined
  const series = (itemId: string) => {
    const item = items.find(({ id }) => id === itemId)
    return city.series.find((one) => one.datasetId === item?.datasetId && one.item.code === item?.code)
  }
  const above = series(of.itemId)
  if (of.kind === 'item') return above && knownPoints(above)
  const below = series(of.byId)
  if (!above || !below) return undefined
  const quotient = { above: [above.item.code], below: [below.item.code], factor: 1 }
  return rounded(quotientOf({ ...city, series: [above, below] }, quotient).points, quotientDecimals)
}

/** A quotient has no unit of its own; four decimals tell it. */
export const quotientDecimals = 4

const rounded = (points: readonly Known[], decimals: number): Known[] =>
  points.map(({ time, value }) => ({ time, value: roundedTo(value, decimals) }))

/** A figure with as many decimals as it is shown with. */
export const roundedTo = (value: number, decimals: number) => Number(value.toFixed(decimals))
