import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, unlessStale } from '#src/platform/errors.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { CheckField, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { fieldKindLabels, type SheetField } from '../core/fields.ts'
import { permissions } from '../core/permissions.ts'
import { prefillLabels } from '../core/prefill-sheet.ts'
import { columnText, fieldForm } from '../core/template-form.ts'
import { saveField } from '../store/commands-templates.ts'
import { getTemplate } from '../store/queries-templates.ts'
import { sheetsCrumb, templateAddress, templatesCrumb } from './parts/addresses.ts'

type Place = { templateId: string; fieldId: string }

/** One field of a template: label, kind, hint, choices or columns, and what it is filled with beforehand. */
export const templateFieldPage = page('/staff/sheets/templates/:templateId/fields/:fieldId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params, {}),
  async submit(context, { params }, form) {
    authorize(context, permissions, 'keep-templates')
    const read = readForm(fieldForm, form)
    const { entered } = read
    if (read.problems)
      return { ...(await screen(context, params, { entered, problems: read.problems })), status: 422 }
    const revision = Number(entered['revision'])
    const outcome = await unlessStale(saveField(context, { ...params, revision, form: read.values }))
    if (!outcome.isStale) return { seeOther: `${templateAddress(params.templateId)}?notice=saved` }
    const { field } = await placeOf(context, params)
    const saved = enteredOf(field)
    const rows = Object.entries(labels).map(([name, label]) => ({
      label,
      saved: saved[name] ?? '',
      typed: entered[name] ?? '',
    }))
    return { ...(await screen(context, params, { entered, rows })), status: 409 }
  },
})

const labels = { label: '項目の名前', hint: '書き方', choices: '選択肢', columns: '列', rows: '行の数' }

async function placeOf(context: Context, { templateId, fieldId }: Place) {
  const template = await getTemplate(context, templateId)
  if (template.revision === 0) throw new Refusal('not-found', 'はじめからあるひな形の項目は直せません')
  const field = found(
    template.fields.find(({ id }) => id === fieldId),
    '項目',
  )
  return { template, field }
}

const enteredOf = (field: SheetField): Entered => ({
  label: field.label,
  kind: field.kind,
  hint: field.hint ?? '',
  prefill: field.prefill ?? '',
  choices: (field.choices ?? []).join('\n'),
  columns: (field.columns ?? []).map(columnText).join('\n'),
  rows: String(field.rows ?? 5),
  ...(field.isRequired ? { isRequired: 'yes' } : {}),
})

type State = { entered?: Entered; problems?: Problems; rows?: readonly VersionRow[] }

async function screen(context: Context, place: Place, state: State): Promise<Screen> {
  const { template, field } = await placeOf(context, place)
  const entered = state.entered ?? enteredOf(field)
  const props = (name: string) => ({ name, value: entered[name], problem: state.problems?.[name] })
  return {
    title: `${field.label}：${template.title}`,
    crumbs: [sheetsCrumb, templatesCrumb, { label: template.title, href: templateAddress(template.id) }],
    body: (
      <>
        <FormHead problems={state.problems ?? {}} rows={state.rows} />
        <h1>{field.label}</h1>
        <form method="post" class="sb-form l-gap" aria-label="項目" action="#error-summary">
          <input type="hidden" name="revision" value={template.revision} />
          <TextField {...props('label')} label="項目の名前" width="mid" required />
          <SelectField
            {...props('kind')}
            label="答えの種類"
            choices={Object.entries(fieldKindLabels).map(([value, label]) => ({ value, label }))}
            width="mid"
          />
          <CheckField
            name="isRequired"
            label="必ず書く項目にする"
            isChecked={entered['isRequired'] !== undefined}
          />
          <TextField {...props('hint')} label="書き方" support="欄の上に出ます。" optional />
          <SelectField
            {...props('prefill')}
            label="事前記入"
            support="計画にあることは、はじめから書いておきます。計画にないときは、前回の受理した回答を写します。"
            blank="なし"
            choices={Object.entries(prefillLabels).map(([value, label]) => ({ value, label }))}
            width="mid"
          />
          <TextArea
            {...props('choices')}
            label="選択肢（選択のとき）"
            support="1行に1つ書きます。"
            rows={4}
          />
          <TextArea
            {...props('columns')}
            label="列（表のとき）"
            support="1行に1つ書きます。数の列は「概算費（数）」、選ぶ列は「今後：継続・縮小・廃止」と書きます。"
            rows={4}
          />
          <TextField {...props('rows')} label="行の数（表のとき）" width="short" inputMode="numeric" />
          <div class="l-cluster">
            <button class="dads-button" type="submit">
              保存する
            </button>
            <a href={templateAddress(template.id)}>やめる</a>
          </div>
        </form>
      </>
    ),
  }
}
