type Point = { x: number; y: number }

/**
 * Mean silhouette (Rousseeuw 1987) of points of the plane with Euclidean distance, −1 … 1, as R's `cluster::silhouette`:
 * a point alone in its group counts 0.
 */
export function pointSilhouette(points: readonly Point[], labels: readonly number[]): number {
  const groups = [...new Set(labels)]
  if (groups.length < 2) return 0
  const widths = points.map((point, at) => {
    const own = labels[at]
    const far = (group: number | undefined) => {
      const others = points.filter((_, other) => labels[other] === group && other !== at)
      return others.length > 0 ? mean(others.map((other) => distance(point, other))) : undefined
    }
    const inside = far(own)
    if (inside === undefined) return 0
    const nearest = Math.min(...groups.filter((group) => group !== own).map((group) => far(group) ?? 0))
    const larger = Math.max(inside, nearest)
    return larger > 0 ? (nearest - inside) / larger : 0
  })
  return mean(widths)
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
const mean = (values: readonly number[]) => values.reduce((all, value) => all + value, 0) / values.length
