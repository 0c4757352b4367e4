/**
 * A generator of our own (Park & Miller), so that a property test is the same every time. Gives 0 ≤ x < 1.
 */
export function seededRandom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return (state - 1) / 2_147_483_646
  }
}

/** A whole number from 0 to below `end`. */
export const wholeBelow = (random: () => number, end: number) => Math.floor(random() * end)

/** The places 0 … length − 1 in a random order (Fisher & Yates). */
export function shuffledPlaces(random: () => number, length: number): number[] {
  const places = Array.from({ length }, (_, place) => place)
  for (let last = length - 1; last > 0; last--) {
    const other = wholeBelow(random, last + 1)
    const [a = 0, b = 0] = [places[last], places[other]]
    places[last] = b
    places[other] = a
  }
  return places
}
