import { expect, test } from 'vitest'
import { type Body, type BodyKind, noArticles } from './bodies.ts'
import { isBelowItself, organisationOf } from './organisation.ts'
import {
  detailHeight,
  detailSize,
  drawNarrow,
  drawWide,
  inTreeOrder,
  lineHeight,
  padding,
} from './organisation-drawing.ts'

const body = (id: string, kind: BodyKind, parentId?: string): Body => ({
  ...noArticles,
  id,
  kind,
  parentId,
  name: `${id}の会議`,
  role: '',
  legalBasis: '',
  quorum: 'half',
  decisionRule: 'majority',
  minutesStyle: 'names',
  isOpenByDefault: true,
  seats: [],
  order: 1,
  endedOn: undefined,
  endReason: '',
  revision: 1,
})
const usual = [
  body('審議会', 'council'),
  body('策定委員会', 'committee'),
  body('福祉', 'subcommittee'),
  body('教育', 'subcommittee'),
  body('補助員', 'working-group'),
]
const fields = new Map([
  [
    '福祉',
    {
      policies: [{ words: '1 だれもが安心して暮らせる福祉と健康のまち', departments: ['福祉部', '健康部'] }],
      units: ['市民会館の名前がとても長い管理運営準備室'],
    },
  ],
])
const nodesOf = (bodies: readonly Body[]) =>
  organisationOf({ bodies, fields, counts: new Map([['審議会', 15]]), head: '市長', office: '企画政策課' })

test('bodies stand where their kind usually does', () => {
  const nodes = nodesOf(usual)
  const of = (id: string) => nodes.find((node) => node.id === id)
  expect(of('審議会')).toMatchObject({ depth: 1, parentIds: ['head'], relation: '諮問・答申', note: '15人' })
  expect(of('福祉')).toMatchObject({ depth: 2, parentIds: ['策定委員会'] })
  expect(of('補助員')).toMatchObject({ depth: 3, parentIds: ['福祉', '教育'] })
  expect(
    inTreeOrder(nodes)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(nodes.map(({ id }) => id).toSorted())
})

test('a body that was given one above stands below it; rings are seen', () => {
  const bodies = [...usual, body('小委員会', 'other', '審議会')]
  expect(nodesOf(bodies).find(({ id }) => id === '小委員会')).toMatchObject({
    depth: 2,
    parentIds: ['審議会'],
  })
  expect(isBelowItself(bodies, '審議会', '小委員会')).toBe(true)
  expect(isBelowItself(bodies, '小委員会', '審議会')).toBe(false)
})

test('boxes of a row do not touch, stay inside, and every line ends at a box', () => {
  for (const drawing of [drawWide(nodesOf(usual)), drawNarrow(nodesOf(usual))]) {
    for (const one of drawing.boxes) {
      expect(one.x).toBeGreaterThanOrEqual(0)
      expect(one.x + one.width).toBeLessThanOrEqual(drawing.width)
      expect(one.y + one.height).toBeLessThanOrEqual(drawing.height)
      for (const other of drawing.boxes) {
        if (other === one) continue
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y
        expect(apart).toBe(true)
      }
    }
    expect(drawing.links.length).toBeGreaterThan(4)
  }
})

test('what a body answers for stands in its box, whole, in lines no longer than the box', () => {
  for (const drawing of [drawWide(nodesOf(usual)), drawNarrow(nodesOf(usual))]) {
    const box = drawing.boxes.find(({ node }) => node.id === '福祉')
    const room = ((box?.width ?? 0) - 2 * padding) / detailSize
    expect(box?.details.join('')).toBe(
      '1 だれもが安心して暮らせる福祉と健康のまち（福祉部、健康部）市民会館の名前がとても長い管理運営準備室',
    )
    expect(Math.max(...(box?.details ?? []).map((line) => [...line].length))).toBeLessThanOrEqual(room)
    const needed =
      (box?.lines.length ?? 0) * lineHeight + (box?.details.length ?? 0) * detailHeight + 2 * padding
    expect(box?.height).toBeGreaterThanOrEqual(needed)
    expect(drawing.boxes.find(({ node }) => node.id === '教育')?.details).toEqual([])
  }
})

test('on narrow screens a line comes from the box it stands below, past no other of the same depth', () => {
  const { boxes, links } = drawNarrow(nodesOf(usual))
  const [last, aides] = ['教育', '補助員'].map((id) => boxes.find(({ node }) => node.id === id))
  const start = (last?.y ?? 0) + (last?.height ?? 0)
  expect(links.at(boxes.filter(({ node }) => node.depth > 0).indexOf(aides as never))).toContain(` ${start}V`)
})
