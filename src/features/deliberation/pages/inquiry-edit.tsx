import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { Disclosure, EmptyState } from '#src/ui/parts.tsx'
import { sits } from '../core/bodies.ts'
import { type Inquiry, inquiryPartLabels, inquiryParts, isIssued, issuedWords } from '../core/inquiry.ts'
import { inquiryContentForm } from '../core/inquiry-forms.ts'
import { permissions } from '../core/permissions.ts'
import { changeInquiry, dropInquiry } from '../store/commands-letters.ts'
import { getBody } from '../store/queries.ts'
import { getInquiry, listInquiryAgenda } from '../store/queries-inquiries.ts'
import { attachable } from './parts/attachable.ts'
import { inquiriesCrumb, meetingsCrumb } from './parts/deliberation-tabs.tsx'
import { InquiryFields } from './parts/inquiry-fields.tsx'

/** 諮問を直す: what the letter says, until it goes out; or the whole inquiry is given up. */
export const inquiryEditPage = page('/staff/inquiries/:inquiryId/edit', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.inquiryId, {}),
  async submit(context, { params: { inquiryId } }, form) {
    const outcome = await (form.get('act') === 'drop' ? drop : change)(context, inquiryId, form)
    if ('seeOther' in outcome) return outcome
    const { status, ...state } = outcome
    return { ...(await screen(context, inquiryId, state)), status }
  },
})

type State = { entered?: Entered; problems?: Problems; rows?: readonly VersionRow[] }
type Back = State & { status: 409 | 422 }

async function change(context: Context, inquiryId: string, form: FormData): Promise<SeeOther | Back> {
  const read = readForm(inquiryContentForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  const { bodyId } = await getInquiry(context, inquiryId)
  if (!sits(await getBody(context, bodyId), read.values.askedOn))
    return { status: 422, entered, problems: { askedOn: 'この会議体は、諮問の日より前に解散しています' } }
  const revision = Number(entered['revision'])
  const outcome = await unlessStale(changeInquiry(context, { inquiryId, revision, content: read.values }))
  if (!outcome.isStale) return { seeOther: `/staff/inquiries/${inquiryId}?notice=saved` }
  const saved = enteredOf(await getInquiry(context, inquiryId))
  const rows = inquiryParts.map((part) => ({
    label: inquiryPartLabels[part],
    saved: saved[part] ?? '',
    typed: entered[part] ?? '',
  }))
  return { status: 409, entered: { ...entered, revision: saved['revision'] ?? '' }, rows }
}

async function drop(context: Context, inquiryId: string, form: FormData): Promise<SeeOther | Back> {
  const revision = Number(enteredIn(form)['revision'])
  const outcome = await unlessStale(dropInquiry(context, { inquiryId, revision }))
  return outcome.isStale ? { status: 409, rows: [] } : { seeOther: '/staff/inquiries?notice=removed' }
}

const enteredOf = ({ versionId, dueOn, ...inquiry }: Inquiry): Entered => ({
  number: inquiry.number,
  askedOn: inquiry.askedOn,
  addressee: inquiry.addressee,
  sender: inquiry.sender,
  subject: inquiry.subject,
  ground: inquiry.ground,
  question: inquiry.question,
  versionId: versionId ?? '',
  dueOn: dueOn ?? '',
  sealing: inquiry.sealing,
  revision: String(inquiry.revision),
})

async function screen(context: Context, inquiryId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'keep-inquiries')
  const inquiry = await getInquiry(context, inquiryId)
  const entered = { ...enteredOf(inquiry), ...state.entered }
  const problems = state.problems ?? {}
  const here = `/staff/inquiries/${inquiryId}`
  const isNamed = (await listInquiryAgenda(context)).some((item) => item.inquiryId === inquiryId)
  return {
    title: `諮問を直す：${inquiry.subject}`,
    crumbs: [meetingsCrumb, inquiriesCrumb, { label: inquiry.subject, href: here }],
    body: (
      <>
        <FormHead problems={problems} rows={state.rows} />
        <h1>諮問を直す</h1>
        {isIssued(inquiry) ? (
          <EmptyState title="この諮問は直せません。">
            <p>{issuedWords}。</p>
            <p>
              <a href={here}>諮問の画面へ</a>
            </p>
          </EmptyState>
        ) : (
          <>
            <form method="post" class="sb-form l-gap" aria-label="諮問" action="#error-summary">
              <input type="hidden" name="revision" value={entered['revision']} />
              <InquiryFields entered={entered} problems={problems} versions={await attachable(context)} />
              <div class="l-cluster">
                <button class="dads-button" type="submit" name="act" value="change">
                  保存する
                </button>
                <a href={here}>やめる</a>
              </div>
            </form>
            <DropInquiry inquiry={inquiry} isNamed={isNamed} />
          </>
        )}
      </>
    ),
  }
}

function DropInquiry({ inquiry, isNamed }: { inquiry: Inquiry; isNamed: boolean }) {
  return (
    <div class="l-gap">
      <Disclosure label="諮問を取りやめる">
        {isNamed ? (
          <p>この諮問を審議する議題があります。先に、会議の議題から外してください。</p>
        ) : (
          <form method="post" class="l-flow" aria-label="諮問を取りやめる">
            <input type="hidden" name="revision" value={inquiry.revision} />
            <p>諮問する会議体を間違えたときも、取りやめて、つくり直します。</p>
            <button class="dads-button dads-button--secondary" type="submit" name="act" value="drop">
              「{inquiry.subject}」を取りやめる
            </button>
          </form>
        )}
      </Disclosure>
    </div>
  )
}
