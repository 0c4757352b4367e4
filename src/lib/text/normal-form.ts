/** Text to compare by: NFKC, no blanks, lower case. 「Ａ 市」 and 「a市」 are one. */
export const normalForm = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()
