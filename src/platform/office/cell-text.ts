/** The longest text a cell can hold. */
export const longestCellText = 32_767

/**
 * A text as it must be stored in a cell so that it is read back as it was.
 *
 * XML has no control characters and makes one line break of CR LF, so these are written `_x000D_` as the format
 * provides (ECMA-376 22.9.2.19); a text that already looks so is guarded the same way.
 */
export function cellText(text: string): string {
  if (text.length > longestCellText) throw new RangeError(`a cell holds ${longestCellText} characters`)
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(unwritable, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}

/** Control characters but tab and line feed, and the two code points no XML may hold. */
const unwritable = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu
