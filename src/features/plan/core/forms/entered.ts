/** What a form holds as text, by the names of its fields. */
export type Entered = Readonly<Record<string, string>>

/** Problems by field. */
export type Problems = Record<string, string>

/** The numbers N for which the form has a field `prefix-N-part`, in order. */
export function rowsOf(entered: Entered, prefix: string, part: string): number[] {
  const shape = new RegExp(`^${prefix}-(\\d{1,3})-${part}$`)
  return Object.keys(entered)
    .flatMap((name) => shape.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
}

export const textOf = (entered: Entered, name: string) => (entered[name] ?? '').trim()

/** The lines or paragraphs people separate by a blank line. */
export const blocksOf = (text: string): string[] =>
  text
    .split(/\n[\t 　]*\n+/)
    .map((block) => block.trim())
    .filter((block) => block !== '')

/** Words with 、 or , or a blank between them. */
export const wordsOf = (text: string): string[] => text.split(/[、,，\s]+/).filter((word) => word !== '')
