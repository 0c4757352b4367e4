import { type Condition, parseCondition } from './parse-condition.ts'

/** A condition a person wrote: read, or what is wrong with it in words. The one place where the refusal is caught. */
export function readCondition(
  text: string,
): { condition: Condition; problem?: undefined } | { problem: string } {
  try {
    return { condition: parseCondition(text) }
  } catch (error) {
    if (error instanceof RangeError) return { problem: error.message }
    throw error
  }
}
