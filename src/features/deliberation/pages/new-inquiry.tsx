import { findMunicipality } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { SelectField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { sits } from '../core/bodies.ts'
import { inquiryForm } from '../core/inquiry-forms.ts'
import { permissions } from '../core/permissions.ts'
import { makeInquiry } from '../store/commands-inquiries.ts'
import { listBodies, todayOf } from '../store/queries.ts'
import { attachable } from './parts/attachable.ts'
import { inquiriesCrumb, meetingsCrumb } from './parts/deliberation-tabs.tsx'
import { InquiryFields } from './parts/inquiry-fields.tsx'

/** 諮問をつくる: the mayor's question to a body, with the frozen version it is about. */
export const newInquiryPage = page('/staff/inquiries/new', {
  audience: 'staff',
  async show(context) {
    authorize(context, permissions, 'keep-inquiries')
    const city = (await findMunicipality(context))?.name ?? ''
    const usual = {
      askedOn: tokyoDay(context.now),
      sender: `${city}長`,
      addressee: `${city}総合計画審議会会長 様`,
    }
    return screen(context, usual, {})
  },
  async submit(context, _visit, form) {
    const read = readForm(inquiryForm, form)
    if (read.problems) return { ...(await screen(context, read.entered, read.problems)), status: 422 }
    const inquiryId = await makeInquiry(context, read.values)
    return { seeOther: `/staff/inquiries/${inquiryId}?notice=added` }
  },
})

async function screen(context: Context, entered: Entered, problems: Problems): Promise<Screen> {
  authorize(context, permissions, 'keep-inquiries')
  const bodies = (await listBodies(context)).filter((body) => sits(body, todayOf(context)))
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return {
    title: '諮問をつくる',
    crumbs: [meetingsCrumb, inquiriesCrumb],
    body: (
      <>
        <FormHead problems={problems} />
        <h1>諮問をつくる</h1>
        <form method="post" class="sb-form l-gap" aria-label="諮問" action="#error-summary">
          <SelectField
            {...field('bodyId')}
            label="会議体"
            choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            width="mid"
          />
          <InquiryFields entered={entered} problems={problems} versions={await attachable(context)} />
          <div class="l-cluster">
            <button class="dads-button" type="submit">
              諮問をつくる
            </button>
            <a href="/staff/inquiries">やめる</a>
          </div>
        </form>
      </>
    ),
  }
}
