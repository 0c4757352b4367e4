/** The longest run of signs two texts share (longest common substring); of equals the first. */
export function sharedRun(one: string, other: string): string {
  let [best, end] = [0, 0]
  let before = new Array<number>(other.length + 1).fill(0)
  for (let at = 1; at <= one.length; at++) {
    const here = new Array<number>(other.length + 1).fill(0)
    for (let place = 1; place <= other.length; place++) {
      if (one[at - 1] !== other[place - 1]) continue
      const length = (before[place - 1] ?? 0) + 1
      here[place] = length
      if (length > best) [best, end] = [length, at]
    }
    before = here
  }
  return one.slice(end - best, end)
}
