/** Order by code unit: the same on every machine, unlike the order of a locale. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The elements in the order of their ids. Refuses an id that occurs twice (RangeError). */
export function inIdOrder<Item extends { id: string }>(items: readonly Item[]): Item[] {
  const ordered = [...items].sort((a, b) => byCodeUnit(a.id, b.id))
  for (const [index, { id }] of ordered.entries()) {
    if (index > 0 && ordered[index - 1]?.id === id) throw new RangeError(`id occurs twice: ${id}`)
  }
  return ordered
}

/** Rounds to a number of decimals, so that the last bits of floating point never reach a file. */
export const rounded = (value: number, decimals = 4): number => {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}
