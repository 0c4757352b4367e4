import { encode } from 'uqr'

/** A two-dimensional code: `size` cells a side, the dark ones as one SVG path of a rectangle for every run of them. */
export type QrCode = { size: number; path: string }

/** The code of an address, error correction M, without the quiet zone. */
export function qrCode(address: string): QrCode {
  const { data, size } = encode(address, { ecc: 'M', border: 0 })
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((isDark) => (isDark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  )
  return { size, path: runs.join('') }
}
