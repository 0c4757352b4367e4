import { expect, test } from 'vitest'
import { cookieIn, cookieLine, deviceIn } from './cookies.ts'

const value = 'a'.repeat(43)
const asking = (cookie: string) => new Request('http://localhost/', { headers: { cookie } })

test('over https a cookie is Secure and bound to this host by its name; scripts never see it', () => {
  const line = cookieLine({ isSecure: true }, { purpose: 'code', value, maxAgeSeconds: 600 })
  expect(line).toBe(`__Host-shirube-code=${value}; Max-Age=600; Path=/; HttpOnly; SameSite=Lax; Secure`)
  expect(cookieLine({ isSecure: false }, { purpose: 'device', value, maxAgeSeconds: 1 })).toBe(
    `shirube-device=${value}; Max-Age=1; Path=/; HttpOnly; SameSite=Lax`,
  )
})

test('only a value that looks like ours is read', () => {
  const isSecure = false
  expect(cookieIn({ isSecure }, asking(`x=1; shirube-code=${value}; y=2`), 'code')).toBe(value)
  expect(deviceIn({ isSecure }, asking(`shirube-device=${value}`))).toBe(value)
  for (const cookie of [
    '',
    'shirube-code=',
    'shirube-code=short',
    `shirube-code=${value}a`,
    `__Host-shirube-code=${value}`,
  ])
    expect(cookieIn({ isSecure }, asking(cookie), 'code')).toBeUndefined()
})
