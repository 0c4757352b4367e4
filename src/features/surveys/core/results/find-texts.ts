import { searchForm, searchWords } from '#src/lib/japanese/search-form.ts'

/** What is looked for: words that must all stand in the text, and the column of a question (empty: every question). */
export type TextSearch = { words?: string; column?: string }

/** Texts that hold every word, however it is written (width, kana, 表記ゆれ). */
export function foundTexts<Text extends { text: string; column: string }>(
  texts: readonly Text[],
  { words = '', column = '' }: TextSearch,
): Text[] {
  const wanted = searchWords(words)
  return texts.filter((one) => {
    if (column !== '' && one.column !== column) return false
    const { form } = wanted.length > 0 ? searchForm(one.text) : { form: '' }
    return wanted.every((word) => form.includes(word))
  })
}

/** A text in pieces, those that were looked for marked. */
export function markedPieces(text: string, words: string): { text: string; isFound: boolean }[] {
  const { form, at } = searchForm(text)
  const isFound = new Uint8Array(text.length)
  for (const word of searchWords(words))
    for (let from = form.indexOf(word); from >= 0; from = form.indexOf(word, from + word.length))
      isFound.fill(1, at[from] ?? 0, at[from + word.length] ?? text.length)
  const pieces: { text: string; isFound: boolean }[] = []
  for (let place = 0; place < text.length; place++) {
    const last = pieces.at(-1)
    if (last && last.isFound === (isFound[place] === 1)) last.text += text[place]
    else pieces.push({ text: text[place] ?? '', isFound: isFound[place] === 1 })
  }
  return pieces
}
