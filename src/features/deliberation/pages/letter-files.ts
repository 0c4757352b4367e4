import { getVersion } from '#src/features/plan/store/queries/versions.ts'
import type { TextDocument } from '#src/lib/document/text-document.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { docxType } from '#src/platform/office/content-types.ts'
import { writeDocument } from '#src/platform/office/write-document.ts'
import { type MountedPage, page } from '#src/platform/page.ts'
import { type Inquiry, isReported, lastAnsweredOn } from '../core/inquiry.ts'
import { type Attachment, answersLetter, inquiryLetter, reportLetter, sessionsOf } from '../core/letters.ts'
import { hasOpened } from '../core/meetings.ts'
import { permissions } from '../core/permissions.ts'
import { getBody, listMeetings, listMembers } from '../store/queries.ts'
import { getInquiry, listInquiryAgenda } from '../store/queries-inquiries.ts'
import { frozenVersions, listViewChanges } from '../store/queries-view-changes.ts'
import { makeLetter } from '../work/make-letter.ts'

type Letter = { name: string; write: (context: Context, inquiry: Inquiry) => Promise<TextDocument> }

const letters: Readonly<Record<'inquiry' | 'report' | 'answers', Letter>> = {
  inquiry: {
    name: '諮問書',
    write: async (context, inquiry) => inquiryLetter(inquiry, await attachmentOf(context, inquiry)),
  },
  report: {
    name: '答申書',
    async write(context, inquiry) {
      const sessions = await listSessions(context, inquiry)
      const chair = await chairOf(context, inquiry.bodyId, inquiry.reportedOn ?? '')
      const attachment = await attachmentOf(context, inquiry)
      return reportLetter({ inquiry, chair, mayor: `${inquiry.sender} 様`, sessions, attachment })
    },
  },
  answers: {
    name: '附帯意見への対応',
    async write(context, inquiry) {
      const { name: body } = await getBody(context, inquiry.bodyId)
      const changes = await listViewChanges(inquiry, frozenVersions(context))
      const date = lastAnsweredOn(inquiry) || tokyoDay(context.now)
      return answersLetter({ inquiry, body, date, changes })
    },
  },
}

/** The letters of an inquiry in the form of official documents, as Word and as PDF. */
export const letterFiles: readonly MountedPage[] = (['inquiry', 'report', 'answers'] as const).flatMap(
  (kind) => [
    page(`/staff/inquiries/:inquiryId/${kind}.docx`, {
      audience: 'staff',
      async show(context, { params }) {
        const { document, name } = await letterOf(context, kind, params.inquiryId)
        return { file: await writeDocument(document), contentType: docxType, fileName: `${name}.docx` }
      },
    }),
    page(`/staff/inquiries/:inquiryId/${kind}.pdf`, {
      audience: 'staff',
      async show(context, { params }) {
        const { document, name } = await letterOf(context, kind, params.inquiryId)
        return { file: await makeLetter(document), contentType: 'application/pdf', fileName: `${name}.pdf` }
      },
    }),
  ],
)

async function letterOf(context: Context, kind: keyof typeof letters, inquiryId: string) {
  authorize(context, permissions, 'read-meetings')
  const inquiry = await getInquiry(context, inquiryId)
  if (kind !== 'inquiry' && !isReported(inquiry)) throw new Refusal('not-found', '答申がまだありません')
  if (kind === 'answers' && inquiry.views.length === 0) throw new Refusal('not-found', '附帯意見がありません')
  const { name, write } = letters[kind]
  return { document: await write(context, inquiry), name: `${name}_${inquiry.subject}` }
}

/** The frozen version the inquiry is about, as it was laid. */
export async function attachmentOf(
  context: Context,
  { versionId }: Inquiry,
): Promise<Attachment | undefined> {
  if (!versionId) return undefined
  const { label, frozenAt, hash } = await getVersion(context, versionId)
  return { label, frozenOn: tokyoDay(new Date(frozenAt)), hash }
}

/** The sessions held on an inquiry, the first first. */
export async function listSessions(context: Context, inquiry: Inquiry) {
  const held = (await listMeetings(context)).filter(hasOpened)
  return sessionsOf(inquiry, held, await listInquiryAgenda(context))
}

export async function chairOf(context: Context, bodyId: string, day: string): Promise<string> {
  const { name } = await getBody(context, bodyId)
  const chair = (await listMembers(context, bodyId)).find(
    ({ office, validFrom, validTo }) =>
      office.endsWith('会長') && !office.startsWith('副') && validFrom <= day && (!validTo || validTo >= day),
  )
  return chair ? `${name}${chair.office} ${chair.name}` : `${name}会長`
}
