/** Text to compare by: NFKC, no blanks, lower case. 「Ａ 市」 and 「a市」 are one. */
export const normalForm = (text: string): string =>
  isNormal.test(text) ? text : text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()

/** Most text is so already. */
const isNormal = /^[ぁ-ゖァ-ヺー一-龠々、。「」0-9a-z-]*$/
