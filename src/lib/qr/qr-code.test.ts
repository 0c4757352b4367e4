import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrCode } from './qr-code.ts'

test('the path holds exactly the dark cells', () => {
  const address = 'https://plan.example.jp/plan/items/me_7k3q9x2d4f'
  const { size, path } = qrCode(address)
  const dark = new Set<string>()
  for (const [, x = '', y = '', run = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let place = 0; place < Number(run); place++) dark.add(`${Number(x) + place},${y}`)
  }
  const wanted = encode(address, { ecc: 'M', border: 0 }).data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])),
  )
  expect(size).toBe(encode(address, { ecc: 'M', border: 0 }).size)
  expect([...dark].sort()).toEqual(wanted.sort())
})
