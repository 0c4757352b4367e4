import { type Random, shuffled } from '#src/lib/text/seeded-random.ts'
import type { Guest } from './guest.ts'

type Search = {
  guests: readonly Guest[]
  tables: number
  staying: ReadonlySet<number>
  random: Random
}

/** What is worse by far than anything below it: a district crowded at a table, friends together, meeting again, one age. */
const weights = { district: 1e8, party: 1e5, meeting: 100, age: 1 }
const mostSweeps = 60

/** Exchanges two people of a round as long as that makes the plan better. The start is not changed. */
export function improveSeats(start: readonly (readonly number[])[], search: Search) {
  const { guests, tables, staying, random } = search
  const state = stateOf(start, guests, tables)
  const pairs = pairsOf(guests.length).filter(([a, b]) => !staying.has(a) && !staying.has(b))
  let isBetter = true
  for (let sweep = 0; isBetter && sweep < mostSweeps; sweep++) {
    isBetter = false
    for (const [a, b] of shuffled(pairs, random)) {
      for (const round of state.seats.keys()) {
        const gain = exchangeCost(state, { round, a, b })
        if (gain >= 0) continue
        exchange(state, { round, a, b })
        state.cost += gain
        isBetter = true
      }
    }
  }
  return { seats: state.seats, cost: state.cost }
}

type State = {
  seats: number[][]
  /** Who sits at a table of a round. */
  members: Set<number>[][]
  /** How often two people have met: `met[a * people + b]`, both ways. */
  met: Int16Array
  /** What it costs that two people sit together, whenever they do. */
  together: Float64Array
  people: number
  districtOf: number[]
  /** People of a district at a table: `spread[round][table][district]`. */
  spread: number[][][]
  /** The fewest and the most people of a district a table should have. */
  share: { least: number; most: number }[]
  cost: number
}

function stateOf(start: readonly (readonly number[])[], guests: readonly Guest[], tables: number): State {
  const people = guests.length
  const names = [...new Set(guests.map(({ district }) => district))]
  const districtOf = guests.map(({ district }) => names.indexOf(district))
  const share = names.map((_, district) => {
    const count = districtOf.filter((own) => own === district).length
    return { least: Math.floor(count / tables), most: Math.ceil(count / tables) }
  })
  const state: State = {
    seats: start.map((round) => [...round]),
    members: [],
    met: new Int16Array(people * people),
    together: togetherCosts(guests),
    people,
    districtOf,
    spread: [],
    share,
    cost: 0,
  }
  for (const seats of state.seats) sitDown(state, seats, tables)
  return state
}

/** Counts one round in: who sits where, who meets whom, and what that costs. */
function sitDown(state: State, seats: readonly number[], tables: number) {
  const { met, together, people, share, districtOf } = state
  const members = Array.from({ length: tables }, () => new Set<number>())
  const spread = Array.from({ length: tables }, () => share.map(() => 0))
  for (const [guest, table] of seats.entries()) {
    for (const other of members[table] ?? []) {
      const at = guest * people + other
      state.cost += (together[at] ?? 0) + weights.meeting * (2 * (met[at] ?? 0) + 1)
      met[at] = (met[at] ?? 0) + 1
      met[other * people + guest] = met[at] ?? 0
    }
    members[table]?.add(guest)
    const own = spread[table]
    const district = districtOf[guest] ?? 0
    if (own) own[district] = (own[district] ?? 0) + 1
  }
  state.cost +=
    weights.district *
    spread.flatMap((own) => own.map((count, at) => excess(state, at, count))).reduce(sum, 0)
  state.members.push(members)
  state.spread.push(spread)
}

const sum = (a: number, b: number) => a + b

function excess({ share }: State, district: number, count: number): number {
  const { least, most } = share[district] ?? { least: 0, most: 0 }
  return Math.max(0, count - most) + Math.max(0, least - count)
}

type Exchange = { round: number; a: number; b: number }

/** What an exchange adds to the cost; negative when it helps. */
function exchangeCost(state: State, { round, a, b }: Exchange): number {
  const seats = state.seats[round] ?? []
  const [from = 0, to = 0] = [seats[a], seats[b]]
  if (from === to) return 0
  let cost = districtCost(state, { round, a, b, from, to })
  for (const other of state.members[round]?.[from] ?? [])
    if (other !== a) cost += meetingCost(state, b, other) - partingGain(state, a, other)
  for (const other of state.members[round]?.[to] ?? [])
    if (other !== b) cost += meetingCost(state, a, other) - partingGain(state, b, other)
  return cost
}

/** The squares of the meetings are what is kept small: a third time together costs more than a second. */
const meetingCost = ({ met, together, people }: State, one: number, other: number) => {
  const at = one * people + other
  return (together[at] ?? 0) + weights.meeting * (2 * (met[at] ?? 0) + 1)
}
const partingGain = ({ met, together, people }: State, one: number, other: number) => {
  const at = one * people + other
  return (together[at] ?? 0) + weights.meeting * (2 * (met[at] ?? 0) - 1)
}

function districtCost(
  state: State,
  { round, a, b, from, to }: Exchange & { from: number; to: number },
): number {
  const [one = 0, other = 0] = [state.districtOf[a], state.districtOf[b]]
  if (one === other) return 0
  const costOf = (district: number, table: number, change: number) => {
    const count = state.spread[round]?.[table]?.[district] ?? 0
    return excess(state, district, count + change) - excess(state, district, count)
  }
  const change = costOf(one, from, -1) + costOf(one, to, 1) + costOf(other, from, 1) + costOf(other, to, -1)
  return weights.district * change
}

function exchange(state: State, { round, a, b }: Exchange) {
  const seats = state.seats[round] ?? []
  const [from = 0, to = 0] = [seats[a], seats[b]]
  move(state, { round, guest: a, from, to, without: b })
  move(state, { round, guest: b, from: to, to: from, without: a })
}

type Move = { round: number; guest: number; from: number; to: number; without: number }

function move(state: State, { round, guest, from, to, without }: Move) {
  const { members, met, people, spread, districtOf, seats } = state
  const change = (other: number, by: number) => {
    const at = guest * people + other
    met[at] = (met[at] ?? 0) + by
    met[other * people + guest] = met[at] ?? 0
  }
  for (const other of members[round]?.[from] ?? [])
    if (other !== guest && other !== without) change(other, -1)
  for (const other of members[round]?.[to] ?? []) if (other !== without && other !== guest) change(other, 1)
  members[round]?.[from]?.delete(guest)
  members[round]?.[to]?.add(guest)
  const district = districtOf[guest] ?? 0
  const [left, entered] = [spread[round]?.[from], spread[round]?.[to]]
  if (left) left[district] = (left[district] ?? 0) - 1
  if (entered) entered[district] = (entered[district] ?? 0) + 1
  const own = seats[round]
  if (own) own[guest] = to
}

function togetherCosts(guests: readonly Guest[]): Float64Array {
  const costs = new Float64Array(guests.length ** 2)
  for (const [at, a] of guests.entries()) {
    for (const [to, b] of guests.entries()) {
      const isParty = a.party !== '' && a.party === b.party
      costs[at * guests.length + to] =
        (isParty ? weights.party : 0) + (a.ageBand !== '' && a.ageBand === b.ageBand ? weights.age : 0)
    }
  }
  return costs
}

const pairsOf = (people: number): [number, number][] =>
  Array.from({ length: people }, (_, a) => a).flatMap((a) =>
    Array.from({ length: people - a - 1 }, (_, step): [number, number] => [a, a + step + 1]),
  )
