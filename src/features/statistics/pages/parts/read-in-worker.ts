import { readBytes, type StoredFile } from '#src/platform/files.ts'
import { runInWorker } from '#src/platform/jobs/run-in-worker.ts'
import type { ColumnMapping } from '../../core/readers/tidy.ts'
import type { SourceKind } from '../../core/source-kinds.ts'
import type { ReadInput, ReadResult } from '../../work/read-work.ts'

type Given = {
  folder: string
  file: StoredFile
  kind: SourceKind
  mapping: ColumnMapping | undefined
  leavesOut: boolean
}

/** Reads a kept file away from the event loop. */
export async function readInWorker({ folder, file, kind, mapping, leavesOut }: Given): Promise<ReadResult> {
  const bytes = await readBytes(folder, file)
  const module = new URL('../../work/read-work.ts', import.meta.url)
  const input: ReadInput = {
    base64: Buffer.from(bytes).toString('base64'),
    kind,
    leavesOut,
    ...(mapping ? { mapping } : {}),
  }
  return runInWorker<ReadResult>(module, JSON.stringify(input)).result
}
