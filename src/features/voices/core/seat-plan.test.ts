import { expect, test } from 'vitest'
import { seededRandom } from '#src/lib/text/seeded-random.ts'
import type { Guest } from './guest.ts'
import { meetingsOf, type Seats, seatPlan } from './seat-plan.ts'

/** Invented guests: districts of unequal size, some ages unknown, some who came together. */
function guestsOf(seed: string, count: number): Guest[] {
  const random = seededRandom(seed)
  const oneOf = (...words: string[]) => words[Math.floor(random() * words.length)] ?? ''
  return Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    district: oneOf('伊奈', '伊奈', '谷和原', 'みらい平', 'みらい平', 'みらい平', '市外'),
    ageBand: oneOf('', '20代', '30代', '40代', '60代', '70代以上'),
    party: random() < 0.2 ? `組${Math.floor(at / 3)}` : '',
  }))
}

const tableSizes = (round: readonly number[], tables: number) =>
  Array.from({ length: tables }, (_, table) => round.filter((seat) => seat === table).length)

function spreadOf(seats: Seats, guests: readonly Guest[], tables: number): number {
  const districts = new Set(guests.map(({ district }) => district))
  const widths = seats.flatMap((round) =>
    [...districts].map((district) => {
      const own = round.filter((_, guest) => guests[guest]?.district === district)
      const sizes = tableSizes(own, tables)
      return Math.max(...sizes) - Math.min(...sizes)
    }),
  )
  return Math.max(...widths)
}

test('in every round everybody sits once, tables are equal to one person, and so is each district', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const tables = 2 + (seed % 7)
    const rounds = 1 + (seed % 4)
    const guests = guestsOf(`town ${seed}`, tables * (3 + (seed % 3)) + (seed % tables))
    const seats = seatPlan(guests, { tables, rounds, oneStays: seed % 2 === 0, seed: String(seed) })
    expect(seats).toHaveLength(rounds)
    for (const round of seats) {
      expect(round).toHaveLength(guests.length)
      expect(round.every((table) => table >= 0 && table < tables)).toBe(true)
      const sizes = tableSizes(round, tables)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    }
    expect(spreadOf(seats, guests, tables)).toBeLessThanOrEqual(1)
  }
})

test('the same guests and seed give the same seats, another seed others', () => {
  const guests = guestsOf('town', 33)
  const wish = { tables: 8, rounds: 3, oneStays: false, seed: 'ho_1/1' }
  expect(seatPlan(guests, wish)).toEqual(seatPlan(guests, wish))
  expect(seatPlan(guests, { ...wish, seed: 'ho_1/2' })).not.toEqual(seatPlan(guests, wish))
})

test.each([
  { people: 20, tables: 5, rounds: 3 },
  { people: 25, tables: 5, rounds: 5 },
  { people: 33, tables: 8, rounds: 3 },
  { people: 40, tables: 8, rounds: 3 },
])('$people people at $tables tables: no two meet twice in $rounds rounds', ({ people, tables, rounds }) => {
  const guests = Array.from({ length: people }, (_, at) => ({
    number: at + 1,
    district: '',
    ageBand: '',
    party: '',
  }))
  expect(meetingsOf(seatPlan(guests, { tables, rounds, oneStays: false, seed: 'x' }))).toHaveLength(2)
})

test('where pairs must meet again, they do so far more rarely than by the draw, and never all the time', () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const guests = guestsOf(`small ${seed}`, 16)
    const wish = { tables: 4, rounds: 4, oneStays: false, seed: String(seed) }
    const again = (seats: Seats) =>
      meetingsOf(seats)
        .slice(2)
        .reduce((sum, count) => sum + count, 0)
    const random = seededRandom(`draw ${seed}`)
    const drawn = Array.from({ length: 4 }, () =>
      guests
        .map((_, guest) => ({ guest, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ guest }, place) => ({ guest, table: place % 4 }))
        .sort((a, b) => a.guest - b.guest)
        .map(({ table }) => table),
    )
    expect(again(seatPlan(guests, wish))).toBeLessThan(again(drawn))
    expect(meetingsOf(seatPlan(guests, wish)).length).toBeLessThanOrEqual(4)
  }
})

test('who came together sits apart; who stays keeps the table, one at each', () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const guests = guestsOf(`friends ${seed}`, 30)
    const seats = seatPlan(guests, { tables: 6, rounds: 3, oneStays: true, seed: String(seed) })
    for (const round of seats) {
      for (const [a, one] of guests.entries())
        for (const [b, other] of guests.entries())
          if (a < b && one.party !== '' && one.party === other.party) expect(round[a]).not.toBe(round[b])
    }
    const staying = guests.flatMap((_, guest) =>
      seats.every((round) => round[guest] === seats[0]?.[guest]) ? [seats[0]?.[guest]] : [],
    )
    expect(new Set(staying)).toEqual(new Set([0, 1, 2, 3, 4, 5]))
  }
})

test('fewer people than tables, or more than a hall holds, is refused', () => {
  const wish = { tables: 5, rounds: 2, oneStays: false, seed: 'x' }
  expect(() => seatPlan(guestsOf('few', 4), wish)).toThrow(RangeError)
  expect(() => seatPlan(guestsOf('crowd', 201), wish)).toThrow(RangeError)
})
