import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import { newFieldForm, templateForm } from '../core/template-form.ts'
import { addField, moveField, retireTemplate, saveTemplate } from '../store/commands-templates.ts'
import { getTemplate } from '../store/queries-templates.ts'
import {
  fieldAddress,
  sheetsCrumb,
  templateAddress,
  templatesAddress,
  templatesCrumb,
} from './parts/addresses.ts'
import { TemplateView } from './parts/template-view.tsx'

/** One ひな形: its fields in their order, and what the section will see. Each step is a form of its own. */
export const templatePage = page('/staff/sheets/templates/:templateId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.templateId, {}),
  async submit(context, { params: { templateId } }, form) {
    authorize(context, permissions, 'keep-templates')
    const outcome = await submit(context, templateId, form)
    if ('seeOther' in outcome) return outcome
    const { status, ...state } = outcome
    return { ...(await screen(context, templateId, state)), status }
  },
})

type State = { entered?: Entered; problems?: Problems; isStale?: boolean }
type Back = State & { status: 409 | 422 }

async function submit(context: Context, templateId: string, form: FormData): Promise<SeeOther | Back> {
  const entered = enteredIn(form)
  const edit = { templateId, revision: Number(entered['revision']) }
  const here = `${templateAddress(templateId)}?notice=saved`
  const step = async (saving: Promise<unknown>, seeOther = here): Promise<SeeOther | Back> =>
    (await unlessStale(saving)).isStale ? { status: 409, entered, isStale: true } : { seeOther }
  const [act = '', fieldId = ''] = (entered['act'] ?? '').split(' ')
  switch (act) {
    case 'retire':
      return step(retireTemplate(context, edit), `${templatesAddress}?notice=removed`)
    case 'up':
    case 'down':
    case 'out':
      return step(moveField(context, { ...edit, fieldId, towards: act }))
    case 'add': {
      const read = readForm(newFieldForm, form)
      if (read.problems) return { status: 422, entered, problems: read.problems }
      const added = await unlessStale(addField(context, { ...edit, ...read.values }))
      if (added.isStale) return { status: 409, entered, isStale: true }
      return { seeOther: `${fieldAddress(templateId, added.saved)}?notice=added` }
    }
    default: {
      const read = readForm(templateForm, form)
      if (read.problems) return { status: 422, entered, problems: read.problems }
      return step(saveTemplate(context, { ...edit, ...read.values }))
    }
  }
}

async function screen(context: Context, templateId: string, state: State): Promise<Screen> {
  const template = await getTemplate(context, templateId)
  return {
    title: template.title,
    crumbs: [sheetsCrumb, templatesCrumb],
    body: (
      <TemplateView
        template={template}
        entered={state.entered ?? {}}
        problems={state.problems ?? {}}
        isStale={state.isStale ?? false}
      />
    ),
  }
}
