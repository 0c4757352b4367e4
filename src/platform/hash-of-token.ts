import { createHash, randomBytes } from 'node:crypto'

/** A token nobody can guess (256 bits), for a link or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** As a token is kept: whoever reads the database cannot use it. Tokens are long, so no salt is needed. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')
