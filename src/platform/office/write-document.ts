import type { TextDocument } from '#src/lib/document/text-document.ts'

/** Writes a document as DOCX; the same document gives the same bytes. The library is loaded when the first one is written. */
export async function writeDocument(document: TextDocument): Promise<Uint8Array> {
  const { wordFile } = await import('./word-file.ts')
  return wordFile(document)
}
