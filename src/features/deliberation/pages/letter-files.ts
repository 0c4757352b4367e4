import { getVersion } from '#src/features/plan/store/queries/versions.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { docxType } from '#src/platform/office/content-types.ts'
import { writeDocument } from '#src/platform/office/write-document.ts'
import { page } from '#src/platform/page.ts'
import { isReported } from '../core/inquiry.ts'
import { inquiryLetter, reportLetter } from '../core/letters.ts'
import { hasOpened } from '../core/meetings.ts'
import { permissions } from '../core/permissions.ts'
import { getBody, listMeetings, listMembers } from '../store/queries.ts'
import { getInquiry } from '../store/queries-inquiries.ts'

/** 諮問書 as a Word file in the form of an official letter. */
export const inquiryFile = page('/staff/inquiries/:inquiryId/inquiry.docx', {
  audience: 'staff',
  async show(context, { params }) {
    authorize(context, permissions, 'read-meetings')
    const inquiry = await getInquiry(context, params.inquiryId)
    const version = inquiry.versionId ? await getVersion(context, inquiry.versionId) : undefined
    const file = await writeDocument(inquiryLetter(inquiry, version?.label))
    return { file, contentType: docxType, fileName: `諮問書_${inquiry.subject}.docx` }
  },
})

/** 答申書 with its views and the sessions held between the question and the answer. */
export const reportFile = page('/staff/inquiries/:inquiryId/report.docx', {
  audience: 'staff',
  async show(context, { params }) {
    authorize(context, permissions, 'read-meetings')
    const inquiry = await getInquiry(context, params.inquiryId)
    if (!isReported(inquiry)) throw new Refusal('not-found', '答申がまだありません')
    const sessions = (await listMeetings(context))
      .filter((meeting) => meeting.bodyId === inquiry.bodyId && hasOpened(meeting))
      .filter(({ heldOn }) => heldOn >= inquiry.askedOn && heldOn <= (inquiry.reportedOn ?? ''))
      .reverse()
    const chair = await chairOf(context, inquiry.bodyId, inquiry.reportedOn ?? '')
    const file = await writeDocument(
      reportLetter({ inquiry, chair, mayor: `${inquiry.sender} 様`, sessions }),
    )
    return { file, contentType: docxType, fileName: `答申書_${inquiry.subject}.docx` }
  },
})

async function chairOf(context: Context, bodyId: string, day: string): Promise<string> {
  const { name } = await getBody(context, bodyId)
  const chair = (await listMembers(context, bodyId)).find(
    ({ office, validFrom, validTo }) =>
      office.endsWith('会長') && !office.startsWith('副') && validFrom <= day && (!validTo || validTo >= day),
  )
  return chair ? `${name}${chair.office} ${chair.name}` : `${name}会長`
}
