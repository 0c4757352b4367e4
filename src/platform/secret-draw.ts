import { createHmac, createSecretKey, randomInt } from 'node:crypto'
import { readOnce } from '#src/lib/text/read-once.ts'

/** A key made once costs a third of the same text given anew. */
export const secretKey = readOnce((secret) => createSecretKey(secret, 'utf8'), 2)

/** A hash nobody can compute from the database alone. */
export const keyedHash = (secret: string, ...parts: readonly string[]): string =>
  createHmac('sha256', secretKey(secret)).update(JSON.stringify(parts)).digest('base64url')

/** Letters nobody can guess. */
export const randomLetters = (alphabet: string, count: number): string =>
  Array.from({ length: count }, () => alphabet.charAt(randomInt(alphabet.length))).join('')

/** The same things in an order nobody can compute again. */
export function secretlyShuffled<Item>(items: readonly Item[]): Item[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    const kept = mixed[at] as Item
    mixed[at] = mixed[other] as Item
    mixed[other] = kept
  }
  return mixed
}
