import { findMunicipality } from '#src/features/organization/store/queries.ts'
import { findPrimaryPlan } from '#src/features/plan/store/queries/plans.ts'
import { listVersions } from '#src/features/plan/store/queries/versions.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { sits } from '../core/bodies.ts'
import { inquiryForm } from '../core/forms.ts'
import { sealingLabels } from '../core/inquiry.ts'
import { permissions } from '../core/permissions.ts'
import { makeInquiry } from '../store/commands-inquiries.ts'
import { listBodies, todayOf } from '../store/queries.ts'
import { choicesOf, inquiriesCrumb, meetingsCrumb } from './parts/deliberation-tabs.tsx'

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
  const plan = await findPrimaryPlan(context)
  const versions = plan ? await listVersions(context, plan.id) : []
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
          <TextField {...field('number')} label="文書番号" support="例：企政第12号" width="mid" required />
          <TextField {...field('askedOn')} label="諮問の日" width="short" required />
          <TextField {...field('addressee')} label="宛先" required />
          <TextField {...field('sender')} label="差出人" support="例：○○市長 氏名" required />
          <TextField {...field('subject')} label="件名" support="例：後期基本計画の策定" required />
          <TextField {...field('ground')} label="根拠" support="例：総合計画審議会条例第2条" required />
          <TextArea {...field('question')} label="諮問事項" rows={4} required />
          <SelectField
            {...field('versionId')}
            label="別添する計画の版"
            blank="なし"
            choices={versions.map(({ id, label }) => ({ value: id, label }))}
          />
          <TextField {...field('dueOn')} label="答申を希望する期日" width="short" optional />
          <SelectField
            {...field('sealing')}
            label="公印"
            choices={choicesOf(sealingLabels)}
            support="諮問書と答申書に入ります。"
            width="mid"
          />
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
