/** A word of the index and the places it leads to: labels of the pages, in the order of the book. */
export type IndexEntry = { term: string; kana: string; places: string[] }
export type IndexGroup = { head: string; entries: { term: string; places: string[] }[] }

const rows = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ'] as const
const starts = 'ぁかさたなはまやらわ'
const latin = '英数字'
const unread = '読みのない語'
const heads: readonly string[] = [...rows, latin, unread]

/**
 * The index (索引) in the order of the readings (よみ), in groups of the rows あ to わ. A word without a reading is read
 * from its kana or Latin letters; one that begins with a kanji comes in a group of its own at the end, since a guessed
 * reading would put it where nobody looks.
 */
export function bookIndex(entries: readonly IndexEntry[]): IndexGroup[] {
  const merged = new Map<string, IndexEntry & { reading: string }>()
  for (const entry of entries) {
    const reading = readingOf(entry)
    const key = `${entry.term}/${reading}`
    const places = [...new Set([...(merged.get(key)?.places ?? []), ...entry.places])]
    merged.set(key, { ...entry, reading, places })
  }
  const sorted = [...merged.values()].sort(
    (a, b) => collator.compare(a.reading, b.reading) || collator.compare(a.term, b.term),
  )
  return heads.flatMap((head) => {
    const own = sorted.filter(({ reading }) => headOf(reading) === head)
    return own.length === 0 ? [] : [{ head, entries: own.map(({ term, places }) => ({ term, places })) }]
  })
}

const collator = new Intl.Collator('ja')

function readingOf({ term, kana }: IndexEntry): string {
  const reading = kana.trim() || term
  return hiragana(reading.normalize('NFKC').replace(/^[\s「『（()“"・―-]+/u, ''))
}

const hiragana = (words: string) =>
  words.replace(/[ァ-ヶ]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0x60))

function headOf(reading: string): string {
  const first = reading.normalize('NFD').charAt(0)
  if (/[\p{Script=Latin}\d]/u.test(first)) return latin
  if (!/[ぁ-ゖ]/.test(first)) return unread
  const row = [...starts].findLastIndex((start) => first >= start)
  return rows[row] ?? unread
}
