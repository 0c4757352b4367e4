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
import { secretKey } from './secret-draw.ts'

/**
 * Seals texts before they reach the database, with a key that is kept outside of it: AES-256-GCM under a fresh nonce,
 * stored as nonce, tag, body.
 *
 * Personal data go through a `Sealer`: its own key, and the id of the row bound in, so that a sealed text moved to
 * another row does not open. What is nobody's row yet (answers on their way, drafts) goes through `sealText`: a key by
 * purpose from the secret of the installation, filled up so that the length says little.
 */
export type Sealer = {
  seal: (id: string, text: string) => string
  open: (id: string, sealed: string) => string
  /** A keyed hash of some words: the same words give the same, and nobody without the key can make it. */
  mark: (...words: string[]) => Buffer
}

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

/** What can be opened of sealed texts with the key of an installation, and how many cannot: without it, or with another. */
export function openWhatOpens(
  folder: string,
  rows: readonly { id: string; sealed: string }[],
): { texts: string[]; closed: number } {
  const texts: string[] = []
  if (existsSync(join(folder, 'personal-key'))) {
    const sealer = openSealer(folder)
    for (const { id, sealed } of rows) {
      try {
        texts.push(sealer.open(id, sealed))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    }
  }
  return { texts, closed: rows.length - texts.length }
}

/** A sealer of a key of 32 bytes. */
export function sealerOf(key: Uint8Array): Sealer {
  const own = createSecretKey(key)
  return {
    seal: (id, text) => encrypt(own, Buffer.from(text, 'utf8'), id).toString('base64url'),
    open(id, sealed) {
      const text = decrypt(own, Buffer.from(sealed, 'base64url'), id)
      if (text) return text.toString('utf8')
      throw new Refusal(
        'conflict',
        '鍵が違うか、書き換えられているので、開けません。システム管理に相談してください',
      )
    },
    mark: (...words) => createHmac('sha256', own).update(JSON.stringify(words)).digest(),
  }
}

/** The secret of the installation (it lies outside the database) and what it is used for. */
export type SealKey = { secret: string; purpose: string }

const block = 2048

/** Encrypts a text. Filled up to whole blocks, so that its length says little of what is inside. */
export function sealText(key: SealKey, text: string): string {
  const plain = Buffer.from(text, 'utf8')
  const filled = Buffer.alloc(Math.ceil((plain.length + 4) / block) * block)
  filled.writeUInt32BE(plain.length, 0)
  plain.copy(filled, 4)
  return encrypt(keyOf(key), filled).toString('base64')
}

/** The text again, or undefined where the key is another or somebody changed it. */
export function openSealed(key: SealKey, sealed: string): string | undefined {
  const filled = decrypt(keyOf(key), Buffer.from(sealed, 'base64'))
  return filled?.subarray(4, 4 + filled.readUInt32BE(0)).toString('utf8')
}

const keyOf = ({ secret, purpose }: SealKey) =>
  createSecretKey(
    createHmac('sha256', secretKey(secret))
      .update(JSON.stringify(['seal', purpose]))
      .digest(),
  )

const nonceBytes = 12
const tagBytes = 16

function encrypt(key: KeyObject, plain: Uint8Array, boundTo = ''): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function decrypt(key: KeyObject, bytes: Buffer, boundTo = ''): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(boundTo))
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}

/** Whether two marks are the same, in a time that says nothing about where they differ. */
export const isSameMark = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && timingSafeEqual(one, other)
