import { expect, test } from 'vitest'
import { readPhotoFile } from './session-photo.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
const file = (bytes: Uint8Array | string, name: string) => new File([bytes as BlobPart], name)

test('a photograph is a picture by its content; everything else is refused in words', async () => {
  expect(await readPhotoFile(file(png, 'テーブル1.png'))).toMatchObject({
    photo: { contentType: 'image/png' },
  })
  expect(await readPhotoFile(file('%PDF-1.7', '紙.pdf'))).toEqual({
    problem: '写真は、PNG、JPEGで入れてください',
  })
  expect((await readPhotoFile(file('<svg/>', 'a.png'))).photo).toBeUndefined()
  expect(await readPhotoFile(null)).toEqual({ problem: '写真を選んでください' })
})
