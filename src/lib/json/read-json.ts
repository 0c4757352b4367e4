import { jsonFault } from './json-fault.ts'

/** The value of a JSON text, or in one sentence why it is none. */
export type JsonRead = { value: unknown; problem?: undefined } | { value?: undefined; problem: string }

/**
 * Reads JSON, with or without BOM. The engine's own complaint is English, differs between engines and often has no
 * place, so the place is looked up anew.
 */
export function readJson(text: string): JsonRead {
  const plain = text.replace(/^\uFEFF/, '')
  try {
    return { value: JSON.parse(plain) }
  } catch {
    return { problem: `JSONとして読めません。${faultWords(plain)}` }
  }
}

function faultWords(text: string): string {
  const { at, words } = jsonFault(text)
  const lines = text.slice(0, at).split(/\r\n|\r|\n/)
  return `${lines.length}行目の${Array.from(lines.at(-1) ?? '').length + 1}文字目：${words}`
}
