const navy = '#00118f'
const blue = '#264af4'
const orange = '#c74700'
const brown = '#8b2e00'
const grey = '#595959'

/**
 * Fills that stay apart in black and white: plain dark, stripes, plain light, dots, crossed lines, and so on. The order
 * runs from the dark blue of 「満足」 over light grey to the brown of 「不満」.
 */
export const fillNames = [
  'navy',
  'stripes',
  'pale',
  'dots',
  'brown',
  'crossed',
  'upright',
  'level',
  'rings',
  'white',
] as const
export type FillName = (typeof fillNames)[number]

/** Which fill goes to each of so many categories; neighbours are never alike. Undefined from ten on: draw no stack. */
export function fillsFor(count: number): FillName[] | undefined {
  return [
    [],
    ['navy'],
    ['navy', 'dots'],
    ['navy', 'pale', 'brown'],
    ['navy', 'stripes', 'dots', 'brown'],
    ['navy', 'stripes', 'pale', 'dots', 'brown'],
    ['navy', 'stripes', 'pale', 'dots', 'brown', 'crossed'],
    ['navy', 'stripes', 'pale', 'dots', 'brown', 'crossed', 'upright'],
    ['navy', 'stripes', 'pale', 'dots', 'brown', 'crossed', 'upright', 'level'],
    ['navy', 'stripes', 'pale', 'dots', 'brown', 'crossed', 'upright', 'level', 'rings'],
  ][count] as FillName[] | undefined
}

const plain: Partial<Record<FillName, string>> = { navy, pale: '#f0f0f0', brown, white: '#ffffff' }

/** Fills on which words can be white; on all others words stand on a white ground of their own. */
export const isDark = (name: FillName) => name === 'navy' || name === 'brown'
/** Plain light fills carry dark words without a ground. */
export const isPlain = (name: FillName) => name in plain

/** What `fill=` says for a name; `id` is that of the definitions of the drawing. */
export const fillOf = (name: FillName, id: string) => plain[name] ?? `url(#${id}-${name})`

const lines: Partial<Record<FillName, { ground: string; ink: string; path: string; side: number }>> = {
  stripes: { ground: '#e8f1fe', ink: blue, path: 'M-1 1l2-2M0 6l6-6M5 7l2-2', side: 6 },
  crossed: { ground: '#ffffff', ink: grey, path: 'M0 0l7 7M7 0l-7 7', side: 7 },
  upright: { ground: '#ffffff', ink: grey, path: 'M2.5 0v5', side: 5 },
  level: { ground: '#ffffff', ink: grey, path: 'M0 2.5h5', side: 5 },
}
const circles: Partial<Record<FillName, { ground: string; ink: string; isFilled: boolean }>> = {
  dots: { ground: '#ffefe3', ink: orange, isFilled: true },
  rings: { ground: '#ffffff', ink: grey, isFilled: false },
}

/** The patterns a drawing uses. */
export function FillDefinitions({ id, names }: { id: string; names: readonly FillName[] }) {
  return (
    <defs>
      {names.map((name) => {
        const line = lines[name]
        const circle = circles[name]
        const side = line?.side ?? 7
        if (!line && !circle) return null
        return (
          <pattern key={name} id={`${id}-${name}`} patternUnits="userSpaceOnUse" width={side} height={side}>
            <rect width={side} height={side} fill={line?.ground ?? circle?.ground} />
            {line && <path d={line.path} stroke={line.ink} stroke-width={1.6} fill="none" />}
            {circle && (
              <circle
                cx={side / 2}
                cy={side / 2}
                r={circle.isFilled ? 1.5 : 2}
                fill={circle.isFilled ? circle.ink : 'none'}
                stroke={circle.isFilled ? undefined : circle.ink}
              />
            )}
          </pattern>
        )
      })}
    </defs>
  )
}
