const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

/** The narrower name first: Edge also calls itself Chrome, and Chrome Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

/**
 * The machine and browser in words, from what a browser says about itself: 「WindowsのEdge」. Versions and the rest are
 * left out: they would tell people apart and help nobody to know their own machine again.
 */
export function deviceWords(userAgent: string): string {
  const named = (names: typeof systems) => names.find(([pattern]) => pattern.test(userAgent))?.[1]
  const [system, browser] = [named(systems), named(browsers)]
  if (system && browser) return `${system}の${browser}`
  return system ?? browser ?? 'そのほかの機械'
}
