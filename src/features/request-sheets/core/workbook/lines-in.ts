/** Lines a text takes in a column of so many half-width signs; Japanese signs are two wide. */
export const linesIn = (text: string, width: number) =>
  text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(halfWidths(part) / (width - 1))), 0)

const halfWidths = (text: string) => [...text].reduce((sum, sign) => sum + (sign <= '\u00ff' ? 1 : 2), 0)
