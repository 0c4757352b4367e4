/** The longest letter (20万字). */
export const longestLetter = 200_000

/** Control characters but line feed and tab: no letter holds them, terminals and files stumble over them. */
const controls = /(?![\n\t])[\p{Cc}\uFFFE\uFFFF]/gu

/**
 * A letter as it is kept: the words untouched; line ends are one kind, control characters and half
 * characters are gone.
 */
export const cleanLetter = (typed: string): string =>
  typed.replaceAll(/\r\n?/g, '\n').replaceAll(controls, '').toWellFormed().trim()

/** 「特になし」「わからない」「－」: counted as an answer, never an opinion. */
export function isWordless(text: string): boolean {
  const bare = text.normalize('NFKC').replaceAll(/[\s。、.,!！?？・ー〜~\-―–—]/g, '')
  return (
    bare === '' ||
    /^(特に?(は)?(あり|ござい)?(なし|無し|ない|無い|ません)(です)?|なし|無し|ないです|わかり?(ません|らない)|分から(ない|ず)|不明|同上|n\/?a|none)$/i.test(
      bare,
    )
  )
}

/** A cell of a sheet holds 32,767 characters: a longer letter is cut, and says so. */
const longestCell = 32_000

export const cellWords = (text: string): string =>
  text.length <= longestCell
    ? text
    : `${text
        .slice(0, longestCell)
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…（全${text.length.toLocaleString('ja-JP')}字。続きは画面で読めます）`
