/** 二段階認証 of one account. `begunAt`: a secret was shown, no code has confirmed it yet. */
export type SecondFactor =
  | { state: 'off' }
  | { state: 'begun'; begunAt: string; secret: string }
  | { state: 'on'; since: string; recoveryCodesLeft: number }

/** What a person typed: a code of the app (確認コード) or one of the recovery codes (予備コード). */
export type TypedCode = { kind: 'code' | 'recovery-code'; value: string }

/** Reads what was typed, full-width or with blanks and hyphens; undefined when it can be neither. */
export function readCode(typed: string): TypedCode | undefined {
  const value = typed
    .normalize('NFKC')
    .replaceAll(/[^0-9a-z]/gi, '')
    .toLowerCase()
  if (/^\d{6}$/.test(value)) return { kind: 'code', value }
  return value.length === 16 ? { kind: 'recovery-code', value } : undefined
}

export const unreadableCode = '確認コード（数字6桁）か、予備コード（英数字16字）を入力してください'
export const wrongCode = 'このコードは使えません。アプリに出ている、いまのコードを入力してください'

/** So few recovery codes are left that new ones should be made. */
export const isShortOfCodes = (left: number) => left <= 3
