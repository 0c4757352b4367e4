import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { SelectField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { sits } from '../core/bodies.ts'
import { meetingForm } from '../core/forms.ts'
import { permissions } from '../core/permissions.ts'
import { prepareMeeting } from '../store/commands.ts'
import { listBodies, todayOf } from '../store/queries.ts'
import { meetingAddress, meetingsCrumb } from './parts/deliberation-tabs.tsx'
import { MeetingFields } from './parts/meeting-fields.tsx'

/** 会議を準備する: it gets the next number of its body. */
export const newMeetingPage = page('/staff/meetings/new', {
  audience: 'staff',
  show: (context) => screen(context, {}, {}),
  async submit(context, _visit, form) {
    const read = readForm(meetingForm, form)
    if (read.problems) return { ...(await screen(context, read.entered, read.problems)), status: 422 }
    const meetingId = await prepareMeeting(context, { bodyId: String(form.get('bodyId')), ...read.values })
    return { seeOther: `${meetingAddress(meetingId)}?notice=added` }
  },
})

async function screen(context: Context, entered: Entered, problems: Problems): Promise<Screen> {
  authorize(context, permissions, 'prepare-meeting')
  const bodies = (await listBodies(context)).filter((body) => sits(body, todayOf(context)))
  return {
    title: '会議を準備する',
    crumbs: [meetingsCrumb],
    body: (
      <>
        <FormHead problems={problems} />
        <h1>会議を準備する</h1>
        <form method="post" class="sb-form l-gap" aria-label="会議を準備する" action="#error-summary">
          <SelectField
            name="bodyId"
            label="会議体"
            value={entered['bodyId']}
            choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            width="mid"
          />
          <MeetingFields entered={entered} problems={problems} />
          <div class="l-cluster">
            <button class="dads-button" type="submit">
              準備を始める
            </button>
            <a href="/staff/meetings">やめる</a>
          </div>
        </form>
      </>
    ),
  }
}
