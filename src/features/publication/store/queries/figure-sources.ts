import {
  type FrameFigure,
  frameFigureNames,
  frameFigures,
} from '#src/features/planning-frame/core/frame-uses.ts'
import type { FramePopulation } from '#src/features/planning-frame/core/frame-years.ts'
import { findFramePopulation, listFormerFrameIds } from '#src/features/planning-frame/store/queries.ts'
import { comparedFigure } from '#src/features/statistics/core/compared-figure.ts'
import { readComparedKey } from '#src/features/statistics/core/figure-reference.ts'
import {
  findCitedComparison,
  listCitedFigures,
  listCitedTimes,
} from '#src/features/statistics/store/queries-cited.ts'
import type { Context } from '#src/platform/context.ts'
import { type Named, type NamedAddresses, partsOf } from './named-parts.ts'

/** Items of the statistics with the figures that are named; a series of a city has its page, an item alone has none. */
export async function figureSources(context: Context, named: NamedAddresses): Promise<Named[]> {
  const figures = await listCitedFigures(context, [...named.keys()])
  return Promise.all(
    figures.map(async ({ id, name }) => {
      const addresses = named.get(id) ?? []
      const times = new Set(
        await listCitedTimes(context, { itemId: id, parts: addresses.map(({ part }) => part) }),
      )
      const hrefOf = (part: string) => times.has(part) && `/statistics/${part.replace('@', `/${id}#t-`)}`
      return { id, words: name, href: '', parts: partsOf(addresses, hrefOf) }
    }),
  )
}

/** Figures of comparisons that are named: own values, standard scores and means, each on the page of its comparison. */
export async function comparisonSources(context: Context, named: NamedAddresses): Promise<Named[]> {
  const keys = [...named.keys()].flatMap((id) => {
    const of = readComparedKey(id)
    return of ? [{ id, of }] : []
  })
  const sources = await Promise.all(
    keys.map(async ({ id, of }): Promise<Named[]> => {
      const addresses = named.get(id) ?? []
      const areaCodes = [...new Set(addresses.map(({ part }) => part.split('@')[0] ?? ''))]
      const known = new Set<string>()
      let words = ''
      for (const areaCode of areaCodes) {
        const cited = await findCitedComparison(context, { of, areaCode })
        const figure = cited && comparedFigure(cited.ground, cited.comparison, of.kind)
        if (!figure) continue
        words = figure.label
        for (const time of cited.times) known.add(`${areaCode}@${time}`)
      }
      const hrefOf = (part: string) => known.has(part) && `/statistics/${part.split('@')[0]}/comparison/${id}`
      return words === '' ? [] : [{ id, words, href: '', parts: partsOf(addresses, hrefOf) }]
    }),
  )
  return sources.flat()
}

const isFrame = (id: string) => id.startsWith('fr_')

/** 計画フレーム: the adopted number, what the projection says for other years, its reason and its method. */
export async function frameSources(context: Context, named: NamedAddresses): Promise<Named[]> {
  if (![...named.keys()].some(isFrame)) return []
  const frame = await findFramePopulation(context)
  if (!frame) return []
  const { frameId: id, scenarioName } = frame
  const parts = partsOf(named.get(id), (part) => {
    const anchor = frameAnchor(frame, part)
    return anchor && `/population#${anchor}`
  })
  return [{ id, words: `計画フレーム（${scenarioName}）`, href: '/population', parts }]
}

const sections = new Set(['reason', 'assumptions', 'method'])

/** Where a part of the frame stands on its page; undefined where the frame has no such figure or year. */
function frameAnchor(frame: FramePopulation, part: string): string | undefined {
  if (sections.has(part)) return part
  const [name, year] = part.split('@')
  const figure = frameFigureNames.find((one): one is FrameFigure => one === name)
  if (!figure) return undefined
  if (figure === 'frame') return Number(year) === frame.frameYear ? 'frame' : undefined
  const known = frame.years.find((one) => one.year === Number(year))?.[figure]
  if (known === undefined) return undefined
  return figure === 'households' || figure === 'workers' ? 'households' : 'ages'
}

/** Frames that were adopted before: the office is told elsewhere that their figures are outdated, they are not broken. */
export async function formerFrameSources(context: Context, named: NamedAddresses): Promise<Named[]> {
  const ids = [...named.keys()].filter(isFrame)
  return (await listFormerFrameIds(context, ids)).map((id) => ({ id, words: '', href: '' }))
}

/** What of the adopted frame can be named as evidence, by its address. */
export const frameChoices = (frame: FramePopulation): { value: string; label: string }[] => {
  const address = (part: string) => `planning-frame/${frame.frameId}#${part}`
  const figures = frameFigureNames
    .map((figure) => ({ figure, part: `${figure}@${frame.frameYear}` }))
    .filter(({ part }) => frameAnchor(frame, part) !== undefined)
  return [
    ...figures.map(({ figure, part }) => ({
      value: address(part),
      label: `計画フレーム ${frameFigures[figure]}（${frame.frameYear}年）`,
    })),
    { value: address('reason'), label: '計画フレーム この人口とした理由' },
    { value: address('assumptions'), label: '計画フレーム 前提とした仮定' },
    { value: address('method'), label: '計画フレーム 推計の方法と出典' },
  ]
}
