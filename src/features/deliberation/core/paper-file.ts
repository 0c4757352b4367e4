/** The largest file a paper may be. */
export const mostPaperBytes = 10 * 1024 * 1024

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
} as const
type Extension = keyof typeof types

export type PaperFile = { contentType: string; extension: Extension } | { problem: string }

/**
 * What kind of file a paper is, by its content and not by its name. PDF, Word, Excel and pictures are taken; macros and
 * everything else are refused with a sentence that says what to do.
 */
export function readPaperFile(bytes: Uint8Array, name: string): PaperFile {
  if (bytes.length === 0) return { problem: 'ファイルを選んでください' }
  if (bytes.length > mostPaperBytes)
    return { problem: 'ファイルは10MBまでです。分けるか、画像を小さくしてください' }
  const extension = extensionOf(bytes)
  if (extension === 'macro')
    return { problem: 'マクロの入ったファイルは載せられません。PDFにするか、マクロを外してください' }
  if (!extension) return { problem: '載せられるのは、PDF、Word（docx）、Excel（xlsx）、PNG、JPEGです' }
  const named = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase().replace('jpeg', 'jpg')
  if (named !== extension)
    return {
      problem: `名前は「.${named ?? ''}」ですが、中身は${extension.toUpperCase()}です。保存し直してください`,
    }
  return { contentType: types[extension], extension }
}

function extensionOf(bytes: Uint8Array): Extension | 'macro' | undefined {
  // Not the decoder's latin1, which is windows-1252: the first byte of a PNG would be another sign.
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  if (head.startsWith('%PDF-')) return 'pdf'
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'png'
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpg'
  if (!head.startsWith('PK\u0003\u0004')) return undefined
  const all = latin(bytes)
  if (/vbaProject\.bin/i.test(all)) return 'macro'
  if (!all.includes('[Content_Types].xml')) return undefined
  if (all.includes('word/document.xml')) return 'docx'
  return all.includes('xl/workbook.xml') ? 'xlsx' : undefined
}

const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)
