import type { Auth } from '../auth.ts'

/** What our own cookies are for; the one of the session is the library's. */
type Purpose = 'code' | 'device' | 'member'

const nameOf = ({ isSecure }: Pick<Auth, 'isSecure'>, purpose: Purpose) =>
  `${isSecure ? '__Host-' : ''}shirube-${purpose}`

type Given = { purpose: Purpose; value: string; maxAgeSeconds: number }

/** A line of Set-Cookie with the attributes every cookie here has (docs/security.md §7). Age 0 takes it away. */
export function cookieLine(auth: Pick<Auth, 'isSecure'>, { purpose, value, maxAgeSeconds }: Given): string {
  const secure = auth.isSecure ? '; Secure' : ''
  return `${nameOf(auth, purpose)}=${value}; Max-Age=${maxAgeSeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`
}

const token = /^[\w-]{43}$/

/** The value of one of our cookies, when it looks like one we gave. */
export function cookieIn(auth: Pick<Auth, 'isSecure'>, request: Request, purpose: Purpose) {
  const name = nameOf(auth, purpose)
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  const value = pairs.find(([own]) => own === name)?.[1]
  return value !== undefined && token.test(value) ? value : undefined
}

/** The random name this browser got when somebody signed in with it. It gives no right, only a count of its own. */
export const deviceIn = (auth: Pick<Auth, 'isSecure'>, request: Request) => cookieIn(auth, request, 'device')
