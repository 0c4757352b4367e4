import { readScanFile, type ScanFile } from './scan-file.ts'

/** 付箋の写真: a picture of the cards of a table, kept beside the record they are typed from. */
export type SessionPhoto = { id: string; sessionId: string; name: string; size: number; addedAt: string }

export const mostPhotos = 40

/** A picture from a form, by its content, or what is wrong with it. */
export async function readPhotoFile(
  file: FormDataEntryValue | null,
): Promise<{ photo?: ScanFile; problem?: string }> {
  const { scan, problem = '写真を選んでください' } = await readScanFile(file)
  if (!scan) return { problem }
  return scan.contentType.startsWith('image/')
    ? { photo: scan }
    : { problem: '写真は、PNG、JPEGで入れてください' }
}
