import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { bodyForm } from '../core/forms.ts'
import { permissions } from '../core/permissions.ts'
import { addBody } from '../store/commands-bodies.ts'
import { listBodies } from '../store/queries.ts'
import { BodyFields } from './parts/body-fields.tsx'
import { bodiesCrumb, meetingsCrumb } from './parts/deliberation-tabs.tsx'

/** 会議体を加える. The rules stand as most ordinances have them. */
export const newBodyPage = page('/staff/bodies/new', {
  audience: 'staff',
  async show(context) {
    const usual = { quorum: 'half', decisionRule: 'majority', minutesStyle: 'names', isOpenByDefault: 'yes' }
    return screen(context, usual, {})
  },
  async submit(context, _visit, form) {
    const read = readForm(bodyForm, form)
    if (read.problems) return { ...(await screen(context, read.entered, read.problems)), status: 422 }
    const bodyId = await addBody(context, read.values)
    return { seeOther: `/staff/bodies/${bodyId}?notice=added` }
  },
})

async function screen(context: Context, entered: Entered, problems: Problems): Promise<Screen> {
  authorize(context, permissions, 'keep-bodies')
  return {
    title: '会議体を加える',
    crumbs: [meetingsCrumb, bodiesCrumb],
    body: (
      <>
        <FormHead problems={problems} />
        <h1>会議体を加える</h1>
        <form method="post" class="sb-form l-gap" aria-label="会議体" action="#error-summary">
          <BodyFields entered={entered} problems={problems} others={await listBodies(context)} />
          <div class="l-cluster">
            <button class="dads-button" type="submit">
              加える
            </button>
            <a href="/staff/bodies">やめる</a>
          </div>
        </form>
      </>
    ),
  }
}
