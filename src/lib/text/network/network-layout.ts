import { rounded } from '../order.ts'
import type { Random } from '../seeded-random.ts'
import type { WeightedEdge } from './louvain.ts'

export type Point = { x: number; y: number }

const rounds = 400
const repulsion = 1
const gravity = 0.5
const tolerance = 1

type Body = Point & { mass: number; forceX: number; forceY: number; pastX: number; pastY: number }

/**
 * Places for the nodes of a network by ForceAtlas2 (Jacomy et al. 2014): nodes push each other away by their
 * degrees, edges pull by their weight, gravity keeps parts together, and each node slows down when it swings.
 * Starts from places drawn from the generator. x and y are 0 … 1, four decimals.
 */
export function layOutNetwork(nodeCount: number, edges: readonly WeightedEdge[], random: Random): Point[] {
  const bodies = Array.from({ length: nodeCount }, (): Body => {
    return { x: random() - 0.5, y: random() - 0.5, mass: 1, forceX: 0, forceY: 0, pastX: 0, pastY: 0 }
  })
  for (const { first, second } of edges) {
    for (const node of [first, second]) (bodies[node] as Body).mass++
  }
  let speed = 1
  for (let round = 0; round < rounds; round++) {
    pushApart(bodies)
    pullTogether(bodies, edges)
    speed = move(bodies, speed)
  }
  return inUnitSquare(bodies)
}

function pushApart(bodies: readonly Body[]): void {
  for (const [at, body] of bodies.entries()) {
    for (const other of bodies.slice(at + 1)) {
      const [dx, dy] = [body.x - other.x, body.y - other.y]
      const squared = Math.max(dx * dx + dy * dy, 1e-6)
      pull(body, other, (-repulsion * body.mass * other.mass) / squared)
    }
    const distance = Math.max(Math.sqrt(body.x * body.x + body.y * body.y), 1e-6)
    body.forceX -= (gravity * body.mass * body.x) / distance
    body.forceY -= (gravity * body.mass * body.y) / distance
  }
}

function pullTogether(bodies: readonly Body[], edges: readonly WeightedEdge[]): void {
  for (const { first, second, weight } of edges) pull(bodies[first] as Body, bodies[second] as Body, weight)
}

/** A force along the line between two, as a multiple of their distance. */
function pull(body: Body, other: Body, force: number): void {
  const [dx, dy] = [(other.x - body.x) * force, (other.y - body.y) * force]
  body.forceX += dx
  body.forceY += dy
  other.forceX -= dx
  other.forceY -= dy
}

/**
 * Moves all nodes; gives the speed of the next round: high while they go on in one direction, low while they
 * swing.
 */
function move(bodies: readonly Body[], speed: number): number {
  let swinging = 0
  let traction = 0
  for (const body of bodies) {
    swinging += body.mass * swing(body)
    traction += (body.mass * length(body.forceX + body.pastX, body.forceY + body.pastY)) / 2
  }
  const wished = swinging > 0 ? (tolerance * traction) / swinging : speed
  const next = Math.min(wished, speed * 1.5)
  for (const body of bodies) {
    const force = length(body.forceX, body.forceY)
    const step = Math.min((0.1 * next) / (1 + next * Math.sqrt(swing(body))), force > 0 ? 10 / force : 0)
    body.x += body.forceX * step
    body.y += body.forceY * step
    body.pastX = body.forceX
    body.pastY = body.forceY
    body.forceX = 0
    body.forceY = 0
  }
  return next
}

const length = (x: number, y: number) => Math.sqrt(x * x + y * y)
const swing = ({ forceX, forceY, pastX, pastY }: Body) => length(forceX - pastX, forceY - pastY)

function inUnitSquare(bodies: readonly Point[]): Point[] {
  const [xs, ys] = [bodies.map(({ x }) => x), bodies.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const side = Math.max(Math.max(...xs) - left, Math.max(...ys) - top, 1e-9)
  return bodies.map(({ x, y }) => ({ x: rounded((x - left) / side), y: rounded((y - top) / side) }))
}
