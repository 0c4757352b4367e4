import type { Ellipse } from './portfolio.ts'

/** The ellipse around a centre as a closed line of points, counter-clockwise from the end of its long axis. */
export function ellipseOutline(
  { long, short, degrees }: Ellipse,
  [x, y]: readonly [number, number],
  points = 48,
): [number, number][] {
  const turned = (degrees * Math.PI) / 180
  const [cosine, sine] = [Math.cos(turned), Math.sin(turned)]
  return Array.from({ length: points }, (_, at) => {
    const angle = (2 * Math.PI * at) / points
    const [along, beside] = [long * Math.cos(angle), short * Math.sin(angle)]
    return [x + along * cosine - beside * sine, y + along * sine + beside * cosine]
  })
}
