/** Words compare without width, blanks, kinds of dashes and of wave dashes. */
export const sameWords = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[〜～]/g, '~')
    .replaceAll(/[−–—‐]/g, '-')
