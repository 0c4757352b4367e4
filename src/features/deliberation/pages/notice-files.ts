import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { docxType } from '#src/platform/office/content-types.ts'
import { writeDocument } from '#src/platform/office/write-document.ts'
import { type MountedPage, page } from '#src/platform/page.ts'
import { numberWords } from '../core/meetings.ts'
import { mayGiveNotice, noticeLetter } from '../core/notice.ts'
import { permissions } from '../core/permissions.ts'
import { noticeContent } from '../store/commands-notices.ts'
import { getMeeting } from '../store/queries.ts'
import { makeLetter } from '../work/make-letter.ts'
import { chairOf } from './letter-files.ts'

/** 開催通知 as a letter to print, as Word and as PDF. */
export const noticeFiles: readonly MountedPage[] = [
  page('/staff/meetings/:meetingId/notice.docx', {
    audience: 'staff',
    async show(context, { params }) {
      const { document, name } = await letterOf(context, params.meetingId)
      return { file: await writeDocument(document), contentType: docxType, fileName: `${name}.docx` }
    },
  }),
  page('/staff/meetings/:meetingId/notice.pdf', {
    audience: 'staff',
    async show(context, { params }) {
      const { document, name } = await letterOf(context, params.meetingId)
      return { file: await makeLetter(document), contentType: 'application/pdf', fileName: `${name}.pdf` }
    },
  }),
]

async function letterOf(context: Context, meetingId: string) {
  authorize(context, permissions, 'call-meeting')
  const file = await getMeeting(context, meetingId)
  const { meeting, body } = file
  if (!mayGiveNotice(meeting)) throw new Refusal('not-found', '通知書は、招集してから開会するまであります')
  const date = tokyoDay(context.now)
  const sender = await chairOf(context, body.id, date)
  const document = noticeLetter({ ...noticeContent(file), sender, date, knowing: 'not-told' })
  return { document, name: `開催通知_${body.name}${numberWords(meeting)}` }
}
