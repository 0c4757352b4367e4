import { z } from 'zod'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { answerKinds, type Inquiry, inquiryParts } from '../core/inquiry.ts'
import { permissions } from '../core/permissions.ts'
import { tables } from './tables.ts'

const views = z.array(
  z.object({
    text: z.string(),
    answer: z.string(),
    answerKind: z.union([z.enum(answerKinds), z.literal('')]),
    answeredOn: z.string().default(''),
    versionId: z.string().default(''),
    itemId: z.string().default(''),
  }),
)

const errata = z.array(
  z.object({
    part: z.enum(inquiryParts),
    oldWords: z.string(),
    newWords: z.string(),
    reason: z.string(),
    correctedOn: z.string(),
  }),
)

/** Every inquiry with its report, the latest first. What was asked and reported is public; one in preparation only staff see. */
export async function listInquiries(context: Context): Promise<Inquiry[]> {
  authorize(context, permissions, 'read-public-meetings')
  const all = tables(context).selectFrom('inquiries').selectAll()
  const seesAll = mayDo(context.actor, permissions, 'read-meetings')
  const rows = await (seesAll ? all : all.where('issuedOn', 'is not', null))
    .orderBy('askedOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    versionId: row.versionId ?? undefined,
    dueOn: row.dueOn ?? undefined,
    reportedOn: row.reportedOn ?? undefined,
    issuedOn: row.issuedOn ?? undefined,
    errata: errata.parse(JSON.parse(row.errata)),
    views: views.parse(JSON.parse(row.views)),
  }))
}

export async function getInquiry(context: Context, inquiryId: string): Promise<Inquiry> {
  return found(
    (await listInquiries(context)).find(({ id }) => id === inquiryId),
    '諮問',
  )
}

/** Which meetings speak of which inquiry, by their agenda. */
export async function listInquiryAgenda(
  context: Context,
): Promise<{ meetingId: string; inquiryId: string | undefined }[]> {
  authorize(context, permissions, 'read-public-meetings')
  const rows = await tables(context)
    .selectFrom('agendaItems')
    .select(['meetingId', 'inquiryId'])
    .where('inquiryId', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ meetingId, inquiryId }) => ({ meetingId, inquiryId: inquiryId ?? undefined }))
}
