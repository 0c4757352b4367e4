/** The second step of a member, besides the link. */
export const accessWayLabels = {
  paper: '紙の確認コード（20回分を紙でわたす）',
  totp: 'スマートフォンの認証アプリ',
  mail: 'メールで届く確認コード',
} as const
export type AccessWay = keyof typeof accessWayLabels
export const accessWays = Object.keys(accessWayLabels) as [AccessWay]

/** Who was given a way in, as the page of the body lists it. */
export type MemberAccess = {
  id: string
  membershipId: string
  way: AccessWay
  madeAt: string
  /** Codes left on the paper. */
  codesLeft: number
  lastUsedAt: string | undefined
}

export const paperCodeCount = 20
export const mailCodeMinutes = 10

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** A code of eight signs from random bytes, in two groups: 40 bits, enough where tries are counted. */
export const paperCodeOf = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, 8)]
    .map((byte) => letters.charAt(byte & 31))
    .join('')
    .replace(/^(.{4})/, '$1-')

/** Six digits from random bytes. */
export const mailCodeOf = (bytes: Uint8Array): string =>
  String(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) % 1_000_000).padStart(6, '0')

/** What was typed as a code: full-width, blanks and hyphens do not matter, nor what is easily mistaken on paper. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .replaceAll(/[il]/g, '1')
    .replaceAll('o', '0')
