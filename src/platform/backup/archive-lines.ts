import { z } from 'zod'

/** One value of a row; the database knows text, whole numbers and measured values only. */
const cell = z.union([z.string(), z.number(), z.null()])
export type Cell = z.infer<typeof cell>

const table = z.strictObject({ name: z.string(), columns: z.array(z.string()).min(1) })
export type TableShape = z.infer<typeof table>

/** First line of an archive: what it holds, and the migrations its tables have been through. */
export const header = z.strictObject({
  format: z.literal('shirube-backup/1'),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: z.array(table),
})
export type Header = z.infer<typeof header>

export const rowsLine = z.strictObject({ table: z.string(), rows: z.array(z.array(cell)) })
/** A piece of a kept file, named by the SHA-256 of the whole. */
export const fileLine = z.strictObject({ file: z.string().regex(/^[0-9a-f]{64}$/), part: z.base64() })
/** Last line: how much there was, and the SHA-256 of all lines before. */
export const endLine = z.strictObject({
  end: z.strictObject({ rows: z.int(), files: z.int() }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

export const bodyLine = z.union([rowsLine, fileLine])
export type BodyLine = z.infer<typeof bodyLine>

/** Why an archive is not taken, in one sentence. Nothing was changed. */
export class ArchiveProblem extends Error {
  override name = 'ArchiveProblem'
}
