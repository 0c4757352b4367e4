import { existsSync, readFileSync } from 'node:fs'

/** Beside the repository, or beside the folder that holds its worktrees. */
const places = ['../../shared/data/', '../../../shared/data/'].map((path) => new URL(path, import.meta.url))

/** The JSON of a file of ../shared/data, or undefined (with a remark) where the folder is not at hand. */
export function sharedJson(path: string): unknown {
  const text = sharedText(path)
  return text === undefined ? undefined : JSON.parse(text)
}

/** The words of such a file. */
export function sharedText(path: string): string | undefined {
  const folder = places.find((place) => existsSync(new URL(path, place)))
  if (folder) return readFileSync(new URL(path, folder), 'utf8')
  console.log(`../shared is not here: tests with ${path} are left out`)
  return undefined
}
