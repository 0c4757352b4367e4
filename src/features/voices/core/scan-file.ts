import { mostPaperBytes, readPaperFile } from '#src/features/deliberation/core/paper-file.ts'

/** The largest scan, and what a form with one may send. */
export const mostScanBytes = mostPaperBytes

export type ScanFile = { name: string; contentType: string; bytes: Uint8Array }

/** A scan from a form: nothing chosen, a file by its content, or what is wrong with it. */
export async function readScanFile(
  file: FormDataEntryValue | null,
): Promise<{ scan?: ScanFile; problem?: string }> {
  if (!(file instanceof File) || file.size === 0) return {}
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = readPaperFile(bytes, file.name)
  if ('problem' in read) return { problem: read.problem }
  if (read.extension === 'docx' || read.extension === 'xlsx')
    return { problem: '原本の写しは、PDF、PNG、JPEGで入れてください' }
  return { scan: { name: file.name.slice(-120), contentType: read.contentType, bytes } }
}
