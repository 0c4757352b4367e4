import { Secret, TOTP } from 'otpauth'

/** What the app on somebody's phone shows at an instant, for the secret as the page writes it. */
export const codeAt = (secret: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp: at.getTime() })
