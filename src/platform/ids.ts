import { createHash, randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A permanent id such as `me_7k3q9x2d4f`: two letters for the kind, ten of Crockford base32 (50 bits).
 *
 * Begins with a letter, so it is also a valid XML name (StratML), a file name and a piece of a URL.
 */
export const newId = (kind: string): string => idOf(kind, randomBytes(10))

/** Ids that follow from the seed: the same input gives the same bytes, in commands on files and in the sample. */
export function seededIds(seed: string): (kind: string) => string {
  let count = 0
  return (kind) => idOf(kind, createHash('sha256').update(`${seed}\n${++count}`).digest())
}

/** For a thing of the sample town that the sample plan cites: its id follows from a name alone, whatever is made before it. */
export const cited = <Making extends { newId: (kind: string) => string }>(
  context: Making,
  name: string,
): Making => ({
  ...context,
  newId: seededIds(`sample town, ${name}`),
})

const idOf = (kind: string, bytes: Uint8Array) =>
  `${kind}_${[...bytes.subarray(0, 10)].map((byte) => alphabet.charAt(byte & 31)).join('')}`
