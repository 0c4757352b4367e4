/** JSON from outside, or undefined where it is none. The one place of the exchange where the refusal is caught. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
