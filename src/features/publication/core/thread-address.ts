/** What a reference of the plan names: a thing of another room by its address, or words only. */
export type SourceAddress = { room: string; id: string; part: string }

const address = /([a-z][a-z-]*)\/([a-z]{2}_[0-9a-hjkmnp-tv-z]{10})(?:#([^\]\s]*))?/

/**
 * Reads the register address in a reference: `surveys/sv_…#q8`, or words with the address in brackets behind them, as
 * a cited figure is written. Undefined where there are words only.
 */
export function addressIn(ref: string): SourceAddress | undefined {
  const whole =
    new RegExp(`^${address.source}$`).exec(ref) ?? new RegExp(`\\[${address.source}\\]$`).exec(ref)
  const [, room, id, part = ''] = whole ?? []
  return room && id ? { room, id, part } : undefined
}

/** The words of a reference without the address behind them; empty where it is an address alone. */
export const wordsOfReference = (ref: string): string =>
  ref
    .replace(new RegExp(`\\s*\\[${address.source}\\]$`), '')
    .replace(new RegExp(`^${address.source}$`), '')
    .trim()
