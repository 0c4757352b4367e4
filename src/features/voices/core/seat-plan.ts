import { type Random, seededRandom, shuffled } from '#src/lib/text/seeded-random.ts'
import { type Guest, mostGuests } from './guest.ts'
import { improveSeats } from './seat-search.ts'

export type SeatWish = {
  tables: number
  rounds: number
  /** One person of each table stays there (1人が残る); everybody else moves. */
  oneStays: boolean
  /** The same seed gives the same seats. */
  seed: string
}

/** `seats[round][guest]` is the table of a guest, from 0. */
export type Seats = readonly (readonly number[])[]

const randomStarts = 4

/**
 * Seats guests over the rounds of a café (席割り): tables equal to one person, every district spread over the tables by
 * largest remainder (their numbers at two tables never differ by more than one), and among such plans one in which
 * those who came together sit apart, pairs meet again as rarely as the search finds, and ages mix.
 *
 * Starts are the columns of a Latin square (table = place + round × column, no pair twice while the number of tables is
 * prime and large enough) and shuffles within the districts; each is improved by exchanging two people until no exchange
 * helps (hill climbing), and the best is kept.
 */
export function seatPlan(guests: readonly Guest[], wish: SeatWish): Seats {
  const { tables, rounds, oneStays, seed } = wish
  if (guests.length > mostGuests || tables < 1 || rounds < 1) throw new RangeError('席割りのできない人数です')
  if (guests.length < tables) throw new RangeError('テーブルより人が少なくなっています')
  const random = seededRandom(seed)
  const order = dealtOrder(guests, random)
  const staying = new Set(oneStays ? order.slice(0, tables) : [])
  const first = new Array<number>(guests.length).fill(0)
  for (const [place, guest] of order.entries()) first[guest] = place % tables
  const starts = [latinStart(order, wish)]
  for (let start = 0; start < randomStarts; start++)
    starts.push(shuffledStart(first, { guests, rounds, staying, random }))
  const tried = starts.map((start) => improveSeats(start, { guests, tables, staying, random }))
  return tried.reduce((best, one) => (one.cost < best.cost ? one : best)).seats
}

/** Guests district by district and age by age, in random order within: dealt out in turn, each table gets its share. */
function dealtOrder(guests: readonly Guest[], random: Random): number[] {
  const keyOf = (guest: number) => `${guests[guest]?.district}\n${guests[guest]?.ageBand}`
  const keys = [...guests.keys()].map(keyOf)
  return shuffled([...guests.keys()], random).sort((a, b) => {
    const [one = '', other = ''] = [keys[a], keys[b]]
    return one < other ? -1 : one > other ? 1 : 0
  })
}

const latinStart = (order: readonly number[], { tables, rounds }: SeatWish): number[][] =>
  Array.from({ length: rounds }, (_, round) => {
    const seats = new Array<number>(order.length).fill(0)
    for (const [place, guest] of order.entries())
      seats[guest] = ((place % tables) + round * Math.floor(place / tables)) % tables
    return seats
  })

type Shuffling = { guests: readonly Guest[]; rounds: number; staying: ReadonlySet<number>; random: Random }

/** The first round again and again, the people of a district having changed seats among themselves. */
function shuffledStart(first: readonly number[], { guests, rounds, staying, random }: Shuffling): number[][] {
  const districts = [...Map.groupBy(guests.keys(), (guest) => guests[guest]?.district).values()]
  return Array.from({ length: rounds }, (_, round) => {
    const seats = [...first]
    if (round === 0) return seats
    for (const members of districts) {
      const moving = members.filter((guest) => !staying.has(guest))
      const mixed = shuffled(
        moving.map((guest) => first[guest] ?? 0),
        random,
      )
      for (const [place, guest] of moving.entries()) seats[guest] = mixed[place] ?? 0
    }
    return seats
  })
}

/** How many pairs sit together how often: `[0]` never, `[1]` once, and so on. */
export function meetingsOf(seats: Seats): number[] {
  const people = seats[0]?.length ?? 0
  const counts: number[] = []
  for (let a = 0; a < people; a++) {
    for (let b = a + 1; b < people; b++) {
      const met = seats.filter((round) => round[a] === round[b]).length
      counts[met] = (counts[met] ?? 0) + 1
    }
  }
  return Array.from(counts, (count) => count ?? 0)
}
