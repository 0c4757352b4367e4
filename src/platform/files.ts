import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from './context.ts'
import { inTransaction } from './database/transaction.ts'
import { found } from './errors.ts'

export type StoredFile = { id: string; sha256: string; name: string; contentType: string; size: number }
type NewFile = { bytes: Uint8Array; name: string; contentType: string }

/** Keeps bytes under their own SHA-256: written once, beside first and then renamed, so that no half file is ever seen. */
export async function keepBytes(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = join(folder, 'files', sha256)
  if (existsSync(path)) return sha256
  await mkdir(join(folder, 'files'), { recursive: true })
  const beside = `${path}.${process.pid}.new`
  await writeFile(beside, bytes)
  await rename(beside, path)
  return sha256
}

/** Writes down a kept file under the name it will be saved as. */
export async function registerFile(context: Context, file: NewFile & { sha256: string }): Promise<string> {
  const id = context.newId('fi')
  const { sha256, name, contentType, bytes } = file
  const createdAt = context.now.toISOString()
  await context.db
    .insertInto('files')
    .values({ id, sha256, name, contentType, size: bytes.length, createdAt })
    .execute()
  return id
}

/** Keeps a file and writes it down, for a later step of the same work. */
export async function keepFile(context: Context, folder: string, file: NewFile): Promise<string> {
  const sha256 = await keepBytes(folder, file.bytes)
  return inTransaction(context, (inside) => registerFile(inside, { ...file, sha256 }))
}

/** Takes a stored file out of the records; its bytes go afterwards by `removeForgottenBytes`. */
export async function forgetFile(context: Context, fileId: string) {
  await context.db.deleteFrom('files').where('id', '=', fileId).execute()
}

/** Removes bytes that stand in no record any more. The same content kept elsewhere under another name stays. */
export async function removeForgottenBytes(context: Context, folder: string, sha256: string) {
  const known = await context.db
    .selectFrom('files')
    .select('id')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (!known) await rm(join(folder, 'files', sha256), { force: true })
}

export async function getFile(context: Context, fileId: string): Promise<StoredFile> {
  const row = await context.db.selectFrom('files').selectAll().where('id', '=', fileId).executeTakeFirst()
  return found(row as StoredFile | undefined, 'ファイル')
}

/** The bytes of a stored file; refused when they are no longer what was written. */
export async function readBytes(folder: string, { sha256 }: StoredFile): Promise<Uint8Array> {
  const bytes = await readFile(join(folder, 'files', sha256))
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error('a stored file has changed')
  return bytes
}
