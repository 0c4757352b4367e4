/** Things that belong together by pairs (union–find; the root is the smallest place). */
export type JoinedSets = {
  join: (a: number, b: number) => void
  isJoined: (a: number, b: number) => boolean
  /** All sets, each in order of places, ordered by their first. */
  sets: () => number[][]
}

export function joinedSets(count: number): JoinedSets {
  const parents = Int32Array.from({ length: count }, (_, place) => place)
  const rootOf = (place: number): number => {
    let root = place
    while (parents[root] !== root) root = parents[root] as number
    let at = place
    while (at !== root) {
      const next = parents[at] as number
      parents[at] = root
      at = next
    }
    return root
  }
  return {
    join(a, b) {
      const [x, y] = [rootOf(a), rootOf(b)]
      parents[Math.max(x, y)] = Math.min(x, y)
    },
    isJoined: (a, b) => rootOf(a) === rootOf(b),
    sets() {
      const byRoot = new Map<number, number[]>()
      for (let place = 0; place < count; place++) {
        const root = rootOf(place)
        const set = byRoot.get(root)
        if (set) set.push(place)
        else byRoot.set(root, [place])
      }
      return [...byRoot.values()]
    },
  }
}
