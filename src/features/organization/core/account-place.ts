const anywhere = 'https://shirube.invalid'

/**
 * Where the browser goes after signing in: a place of staff work on this site, asked for by `?to=`. Anything else, above
 * all another site in disguise (`//…`, `/\…`, `/.//…`), gives the first page of staff work.
 */
export function placeAfter(to: string | null): string {
  if (!to?.startsWith('/') || !URL.canParse(to, anywhere)) return '/staff'
  const { origin, pathname, search, hash } = new URL(to, anywhere)
  const isStaffWork = pathname === '/staff' || pathname.startsWith('/staff/')
  return origin === anywhere && isStaffWork ? pathname + search + hash : '/staff'
}
