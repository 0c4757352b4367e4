import { existsSync } from 'node:fs'

/**
 * A folder of ../shared, also from a working tree one level deeper. Undefined where it is not there, with a
 * message.
 */
export function sharedFolder(name: string, purpose: string): URL | undefined {
  const found = ['../../shared/', '../../../shared/']
    .map((start) => new URL(`${start}${name}/`, import.meta.url))
    .find((folder) => existsSync(folder))
  if (!found) console.log(`../shared is not here: ${purpose} left out`)
  return found
}
