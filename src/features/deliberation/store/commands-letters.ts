import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { sits } from '../core/bodies.ts'
import { type InquiryErratum, inquiryErratumProblem, isIssued, issuedWords } from '../core/inquiry.ts'
import { permissions } from '../core/permissions.ts'
import type { InquiryContent } from './commands-inquiries.ts'
import { getBody } from './queries.ts'
import { getInquiry, listInquiryAgenda } from './queries-inquiries.ts'
import { tables } from './tables.ts'

type Step = { inquiryId: string; revision: number }

/** The inquiry as it is prepared; what went out stays. */
async function inPreparation(context: Context, { inquiryId, revision }: Step) {
  const inquiry = await getInquiry(context, inquiryId)
  refuseIfStale(inquiry, revision)
  if (isIssued(inquiry)) throw new Refusal('conflict', issuedWords)
  return inquiry
}

/** 諮問を直す, before its letter goes out. */
export const changeInquiry = command(
  permissions,
  'keep-inquiries',
  async (context, { inquiryId, revision, content }: Step & { content: InquiryContent }) => {
    const { bodyId } = await inPreparation(context, { inquiryId, revision })
    if (!sits(await getBody(context, bodyId), content.askedOn))
      throw new Refusal('conflict', 'この会議体は、諮問の日より前に解散しています')
    const { versionId, dueOn } = content
    await tables(context)
      .updateTable('inquiries')
      .set({ ...content, versionId: versionId ?? null, dueOn: dueOn ?? null, revision: revision + 1 })
      .where('id', '=', inquiryId)
      .execute()
  },
)

/** 諮問書を出したことを記録する: from now on residents read it. */
export const issueInquiry = command(permissions, 'keep-inquiries', async (context, step: Step) => {
  const { askedOn } = await inPreparation(context, step)
  const issuedOn = tokyoDay(context.now)
  if (askedOn > issuedOn) throw new Refusal('conflict', '諮問の日が、まだ来ていません')
  await tables(context)
    .updateTable('inquiries')
    .set({ issuedOn, revision: step.revision + 1 })
    .where('id', '=', step.inquiryId)
    .execute()
})

/** 諮問を取りやめる, before its letter goes out and as long as no agenda names it. */
export const dropInquiry = command(permissions, 'keep-inquiries', async (context, step: Step) => {
  await inPreparation(context, step)
  const named = (await listInquiryAgenda(context)).some(({ inquiryId }) => inquiryId === step.inquiryId)
  if (named) throw new Refusal('conflict', 'この諮問を審議する議題があります。先に議題から外してください')
  await tables(context).deleteFrom('inquiries').where('id', '=', step.inquiryId).execute()
})

type Correction = Step & { erratum: Omit<InquiryErratum, 'correctedOn'> }

/** 諮問の訂正を載せる: the letter stays as it went out; beside it stands what it should have said. */
export const correctInquiry = command(
  permissions,
  'keep-inquiries',
  async (context, { inquiryId, revision, erratum }: Correction) => {
    const inquiry = await getInquiry(context, inquiryId)
    refuseIfStale(inquiry, revision)
    if (!isIssued(inquiry))
      throw new Refusal('conflict', '諮問書をまだ出していないので、内容をそのまま直せます')
    const problem = inquiryErratumProblem(inquiry, erratum)
    if (problem) throw new Refusal('conflict', problem)
    const errata = [...inquiry.errata, { ...erratum, correctedOn: tokyoDay(context.now) }]
    await tables(context)
      .updateTable('inquiries')
      .set({ errata: JSON.stringify(errata), revision: revision + 1 })
      .where('id', '=', inquiryId)
      .execute()
  },
)
