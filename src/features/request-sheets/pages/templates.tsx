import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen, Badge, Section } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { askedOfLabels, type SheetTemplate } from '../core/sheet-templates.ts'
import { templateForm } from '../core/template-form.ts'
import { addTemplate } from '../store/commands-templates.ts'
import { listTemplates } from '../store/queries-templates.ts'
import { sheetsCrumb, templateAddress } from './parts/addresses.ts'

/** ひな形: the three presets and the city's own; a new one begins from nothing or as a copy. */
export const templatesPage = page('/staff/sheets/templates', {
  audience: 'staff',
  show: (context) => screen(context, { askedOf: 'unit' }, {}),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'keep-templates')
    const read = readForm(templateForm, form)
    if (read.problems) return { ...(await screen(context, read.entered, read.problems)), status: 422 }
    const copiedId = read.entered['copiedId'] || undefined
    const templateId = await addTemplate(context, { ...read.values, copiedId })
    return { seeOther: `${templateAddress(templateId)}?notice=added` }
  },
})

async function screen(context: Context, entered: Entered, problems: Problems): Promise<Screen> {
  const templates = await listTemplates(context)
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return {
    title: 'シートのひな形',
    crumbs: [sheetsCrumb],
    body: (
      <>
        <FormHead problems={problems} />
        <h1>シートのひな形</h1>
        <div class="l-gap">
          <TemplateTable templates={templates} />
        </div>
        <Section id="new" title="ひな形をつくる">
          <form method="post" class="sb-form" aria-label="ひな形をつくる" action="#error-summary">
            <TextField {...field('title')} label="ひな形の名前" support="例：公共施設の調査票" required />
            <SelectField
              {...field('copiedId')}
              label="もとにするひな形"
              blank="何もないところから"
              choices={templates.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <SelectField
              {...field('askedOf')}
              label="だれに何枚"
              choices={Object.entries(askedOfLabels).map(([value, label]) => ({ value, label }))}
              width="mid"
            />
            <button class="dads-button" type="submit">
              つくって、項目を決める
            </button>
          </form>
        </Section>
        <AboutScreen>
          <p>
            ひな形は、シートの項目の集まりです。依頼をつくると写しが使われるので、あとでひな形を直しても、送った依頼は変わりません。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

function TemplateTable({ templates }: { templates: readonly SheetTemplate[] }) {
  return (
    <table class="dads-table dads-table--cards">
      <caption>ひな形（{templates.length}）</caption>
      <thead>
        <tr>
          <th scope="col">名前</th>
          <th scope="col">だれに</th>
          <th scope="col" class="is-num">
            項目
          </th>
          <th scope="col">種類</th>
        </tr>
      </thead>
      <tbody>
        {templates.map(({ id, title, askedOf, fields, revision }) => (
          <tr key={id}>
            <th scope="row">
              <a href={templateAddress(id)}>{title}</a>
            </th>
            <td data-label="だれに">{askedOfLabels[askedOf]}</td>
            <td data-label="項目" class="is-num">
              {fields.length}
            </td>
            <td data-label="種類">
              <Badge tone="quiet">{revision === 0 ? 'はじめからある' : '市のひな形'}</Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
