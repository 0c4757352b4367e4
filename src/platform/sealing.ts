import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './errors.ts'

/**
 * Seals personal data before they reach the database, with a key that is kept outside of it.
 *
 * AES-256-GCM under a fresh nonce; the id of the row is bound in, so that a sealed text moved to another
 * row does not open.
 */
export type Sealer = {
  seal: (id: string, text: string) => string
  open: (id: string, sealed: string) => string
  /** A keyed hash of some words: the same words give the same, and nobody without the key can make it. */
  mark: (...words: string[]) => Buffer
}

const nonceBytes = 12
const tagBytes = 16
const opened = new Map<string, Sealer>()

/** The sealer of an installation. Its key (`personal-key`) is made once and readable by the owner only. */
export function openSealer(folder: string): Sealer {
  const known = opened.get(folder)
  if (known) return known
  const path = join(folder, 'personal-key')
  if (!existsSync(path))
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  const sealer = sealerOf(Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url'))
  opened.set(folder, sealer)
  return sealer
}

/** A sealer of a key of 32 bytes. */
export function sealerOf(key: Uint8Array): Sealer {
  const own = createSecretKey(key)
  return {
    seal: (id, text) => seal(own, id, text),
    open: (id, sealed) => open(own, id, sealed),
    mark: (...words) => createHmac('sha256', own).update(JSON.stringify(words)).digest(),
  }
}

function seal(key: KeyObject, id: string, text: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

function open(key: KeyObject, id: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes)).setAAD(Buffer.from(id))
  cipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    const text = Buffer.concat([cipher.update(bytes.subarray(nonceBytes + tagBytes)), cipher.final()])
    return text.toString('utf8')
  } catch {
    throw new Refusal(
      'conflict',
      '鍵が違うか、書き換えられているので、開けません。システム管理に相談してください',
    )
  }
}

/** Whether two marks are the same, in a time that says nothing about where they differ. */
export const isSameMark = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && timingSafeEqual(one, other)
