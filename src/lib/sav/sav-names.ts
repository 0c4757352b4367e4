import { cutToBytes } from './byte-writer.ts'

const reserved = new Set(['ALL', 'AND', 'BY', 'EQ', 'GE', 'GT', 'LE', 'LT', 'NE', 'NOT', 'OR', 'TO', 'WITH'])
const mostBytes = 64

/**
 * Names SPSS takes: at most 64 bytes, a letter first, then letters, digits, `.` `_`, no full stop at the end, no reserved
 * word, none twice (capitals do not count). In the order given.
 */
export function savNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = name
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}._]/gu, '_')
      .replace(/\.+$/, '')
    const led = /^\p{L}/u.test(plain) ? plain : `v${plain}`
    const free = reserved.has(led.toUpperCase()) ? `${led}_` : led
    for (let turn = 1; ; turn++) {
      const ending = turn === 1 ? '' : `_${turn}`
      const found = cutToBytes(free, mostBytes - ending.length).replace(/\.+$/, '') + ending
      if (taken.has(found.toUpperCase())) continue
      taken.add(found.toUpperCase())
      return found
    }
  })
}
