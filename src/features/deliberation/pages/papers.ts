import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { getFile, readBytes } from '#src/platform/files.ts'
import { type Download, page } from '#src/platform/page.ts'
import { isLaid, type Paper, paperIdIn } from '../core/papers.ts'
import { getMeeting } from '../store/queries.ts'
import { getPublicPaper } from '../store/queries-public.ts'

/** A paper for staff, also before the meeting; a withdrawn one for nobody. */
export const staffPaper = page('/staff/meetings/:meetingId/papers/:paperAddress', {
  audience: 'staff',
  async show(context, { params: { meetingId, paperAddress }, folder }) {
    const { papers } = await getMeeting(context, meetingId)
    const paper = papers.find((one) => one.id === paperIdIn(paperAddress) && isLaid(one))
    return fileOf(context, folder, found(paper, '資料'))
  },
})

/** A paper for residents, from the opening of the meeting on. */
export const publicPaper = page('/meetings/:meetingId/papers/:paperAddress', {
  audience: 'public',
  async show(context, { params: { meetingId, paperAddress }, folder }) {
    return fileOf(context, folder, await getPublicPaper(context, meetingId, paperIdIn(paperAddress)))
  },
})

/** Always as attachment: what came from outside is never shown inside our pages. */
async function fileOf(context: Context, folder: string, { fileId, label }: Paper): Promise<Download> {
  const file = await getFile(context, fileId)
  const bytes = await readBytes(folder, file)
  return { file: bytes, contentType: file.contentType, fileName: `${label}_${file.name}` }
}
