import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const values = new Map<string, string>()
for (const css of [
  read('../../../node_modules/@digital-go-jp/design-tokens/dist/tokens.css'),
  read('./tokens.css'),
]) {
  for (const [, name = '', value = ''] of css.matchAll(/(--[\w-]+):\s*([^;]+);/g))
    values.set(name, value.trim())
}

/** The colour a token stands for in the end. */
function colour(name: string): string {
  const value = values.get(name) ?? ''
  const inner = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  return inner ? colour(inner) : value
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(colour(a)), luminance(colour(b))].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

test('the measure of contrast is the published one', () => {
  values.set('--black', '#000000').set('--white', '#ffffff').set('--gray', '#767676')
  expect(contrast('--black', '--white')).toBeCloseTo(21, 5)
  expect(contrast('--gray', '--white')).toBeCloseTo(4.54, 2)
})

const texts = [
  'text',
  'text-sub',
  'link',
  'link-hover',
  'link-visited',
  'error',
  'error-text',
  'ok',
  'warn',
  'accent',
]
const grounds = [
  'ground',
  'surface',
  'accent-surface',
  'error-surface',
  'ok-surface',
  'warn-surface',
  'note-surface',
]

test.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
  'text in %s can be read on %s',
  (text, ground) => {
    expect(contrast(`--c-${text}`, `--c-${ground}`)).toBeGreaterThanOrEqual(4.5)
  },
)

test.each(['border-control', 'border-strong', 'ok-line', 'f-1', 'f-2', 'f-3', 'f-4', 'f-5', 'f-more'])(
  'lines in %s can be seen',
  (line) => {
    const name = line.startsWith('f-') ? `--${line}` : `--c-${line}`
    expect(contrast(name, '--c-ground')).toBeGreaterThanOrEqual(3)
    expect(contrast(name, '--c-surface')).toBeGreaterThanOrEqual(3)
  },
)
