type Missing = { character: string; path: readonly (string | number)[] }

/** What could not be printed, in words: the characters of one text together, and each text once. */
export function missingWarnings(missing: readonly Missing[], content: unknown): string[] {
  const texts = new Map<string, { characters: Set<string>; place: string }>()
  for (const { character, path } of missing) {
    // Names come a second time in pieces.
    if (path.includes('phrases')) continue
    const words = String(at(content, path.slice(1)) ?? '')
    const entry = texts.get(words) ?? { characters: new Set(), place: placeOf(content, path.slice(1)) }
    entry.characters.add(character)
    texts.set(words, entry)
  }
  return [...texts].map(([words, { characters, place }]) => {
    const shown = [...characters].map((character) => `「${character}」（${codeOf(character)}）`).join('')
    return `${place}の「${shortened(words)}」にある文字${shown}は書体にないため、〓で印刷しました。`
  })
}

const at = (content: unknown, path: Missing['path']): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    content,
  )

/** The nearest thing above the text that has a number and a title, or the part of the book. */
function placeOf(content: unknown, path: Missing['path']): string {
  for (let length = path.length - 1; length > 0; length--) {
    const above = at(content, path.slice(0, length)) as { number?: unknown; title?: unknown } | undefined
    if (typeof above?.number === 'string' && typeof above.title === 'string')
      return `${above.number} ${above.title}`.trim()
  }
  return partNames[String(path[0])] ?? '計画書'
}

const partNames: Record<string, string> = {
  imprint: '表紙',
  preface: 'あいさつ',
  concept: '基本構想',
  termNotes: '用語解説',
  index: '索引',
}

const codeOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const shortened = (words: string) => {
  const characters = [...words]
  return characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : words
}
