import { randomOf } from '#src/features/plan/core/diff/cases/random.ts'
import { sameBytes } from '#src/platform/office/same-bytes.ts'

/** What breaks readers: signs of each format, numbers at the edge, broken and hostile text. */
const snippets = [
  '<',
  '>',
  '&',
  ']]>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '<!--',
  '"',
  "'",
  ',',
  '\n',
  '\r',
  '\t',
  '\u0000',
  '{',
  '}',
  '[',
  ']',
  '{{',
  '}}',
  '{{in_0000000001:target}}',
  '1e309',
  '-0',
  '99999999999999999999',
  'NaN',
  'null',
  'true',
  '\ud800',
  '𠮷',
  '\u202e',
  '\ufeff',
  '=cmd()',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  '元',
  '令和',
  '２０２６',
  '△',
  '_x000D_',
  '../',
  '%00',
] as const

/** A file with a few mistakes in it: bits turned, pieces cut out, doubled, moved or put in. The same seed, the same file. */
export function mutated(file: Uint8Array, seed: number): Uint8Array {
  const random = randomOf(seed)
  let bytes = Buffer.from(file)
  for (let change = 0; change <= random.below(6); change += 1) {
    const at = random.below(bytes.length + 1)
    const length = random.below(random.below(8) === 0 ? 4000 : 40)
    const [before, piece, after] = [
      bytes.subarray(0, at),
      bytes.subarray(at, at + length),
      bytes.subarray(at + length),
    ]
    switch (random.below(7)) {
      case 0:
        bytes = Buffer.concat([before, after])
        break
      case 1:
        bytes = Buffer.concat([before, piece, piece, after])
        break
      case 2:
        bytes = Buffer.concat([before, Buffer.from(random.pick(snippets)), bytes.subarray(at)])
        break
      case 3:
        bytes = Buffer.concat([before, Buffer.from(random.pick(snippets)), after])
        break
      case 4:
        bytes = Buffer.from(bytes)
        if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
        break
      case 5:
        bytes = Buffer.concat([after, before])
        break
      default:
        bytes = Buffer.from(before)
    }
  }
  return bytes
}

/** The zip whole, a part inside it spoilt: what the checks of the zip itself would hide. */
export const withSpoiltSheet = (file: Uint8Array, seed: number) =>
  sameBytes(file, (parts) =>
    parts.map((part) =>
      /sheet1\.xml$|sharedStrings|workbook\.xml$/.test(part.name)
        ? { ...part, content: mutated(part.content, seed) }
        : part,
    ),
  )
