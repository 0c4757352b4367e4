import { z } from 'zod'
import type { MailServer } from './mail/smtp.ts'

const port = z.coerce.number().int().min(1).max(65_535)

/** What the operator may set; everything has a default that works. */
export type Settings = {
  /** Where files and the embedded database are. */
  folder: string
  /** PostgreSQL instead of the embedded database. */
  databaseUrl: string | undefined
  schema: string
  host: string
  port: number
  /** The outside address, without a slash at its end. */
  address: string
  /** Addresses that many people share, such as the city hall's. */
  sharedAddresses: readonly string[]
  isDevelopment: boolean
  /** Where the daily archive goes, and from which hour; none unless the operator names a folder. */
  backupFolder: string | undefined
  backupHour: number
  /** The city's mail server; none unless the operator names one, and then nothing is sent. */
  mailServer: MailServer | undefined
}

/** A setting that cannot be used: said in one sentence, before anything starts. */
export class UnusableSetting extends Error {
  override name = 'UnusableSetting'
}

/** Reads the settings from the environment (docs/guide/operation.md lists them). */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const typedPort = environment['PORT'] ?? '3000'
  const number = port.safeParse(typedPort)
  if (!number.success) throw new UnusableSetting(`PORT「${typedPort}」は1〜65535の番号ではありません。`)
  const host = environment['HOST'] ?? '127.0.0.1'
  const address = environment['BASE_URL'] || `http://localhost:${number.data}`
  if (!/^https?:\/\/[^/\s]+$/.test(address.replace(/\/$/, ''))) {
    throw new UnusableSetting(`BASE_URL「${address}」は http:// か https:// で始まるアドレスではありません。`)
  }
  return {
    folder: environment['SHIRUBE_DATA_DIR'] ?? './data',
    databaseUrl: environment['DATABASE_URL'] || undefined,
    schema: environment['SHIRUBE_SCHEMA'] ?? 'shirube',
    host,
    port: number.data,
    address: address.replace(/\/$/, ''),
    sharedAddresses: (environment['SHIRUBE_SHARED_ADDRESSES'] ?? '').split(',').filter(Boolean),
    isDevelopment: environment['SHIRUBE_DEV'] === '1',
    backupFolder: environment['SHIRUBE_BACKUP_DIR'] || undefined,
    backupHour: readHour(environment['SHIRUBE_BACKUP_HOUR'] ?? '2'),
    mailServer: readMailServer(environment),
  }
}

function readMailServer(environment: Readonly<Record<string, string | undefined>>): MailServer | undefined {
  const url = environment['SHIRUBE_SMTP_URL'] || undefined
  const from = environment['SHIRUBE_MAIL_FROM'] || undefined
  if (!url) return undefined
  if (!/^smtps?:\/\/[^\s/]+/.test(url)) {
    throw new UnusableSetting(
      'SHIRUBE_SMTP_URL は smtp://サーバー名:番号 か smtps://サーバー名:番号 の形で書いてください。',
    )
  }
  if (!from || !/^[^\s@<>]+@[^\s@<>]+$/.test(from)) {
    throw new UnusableSetting('SHIRUBE_MAIL_FROM に、差出人のメールアドレスを書いてください。')
  }
  return { url, from }
}

function readHour(typed: string): number {
  if (!/^(1?\d|2[0-3])$/.test(typed)) {
    throw new UnusableSetting(`SHIRUBE_BACKUP_HOUR「${typed}」は0〜23の時刻ではありません。`)
  }
  return Number(typed)
}

const loopback = ['127.0.0.1', '::1', 'localhost']

/** What the operator should know about these settings. */
export function warningsFor({ host, address }: Settings): string[] {
  const isOpen = !loopback.includes(host)
  if (!isOpen || address.startsWith('https:')) return []
  return [
    'この機械の外からも、暗号化なし（http）でつながる設定です。前に https の中継を置き、BASE_URL を https:// にしてください。',
  ]
}
