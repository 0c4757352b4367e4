import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import type { SheetField } from '../core/fields.ts'
import { permissions } from '../core/permissions.ts'
import type { AskedOf, SheetTemplate } from '../core/sheet-templates.ts'
import { type FieldForm, fieldOf, movedField } from '../core/template-form.ts'
import { getTemplate } from './queries-templates.ts'
import { tables } from './tables.ts'

type NewTemplate = { title: string; askedOf: AskedOf; copiedId?: string | undefined }

/** ひな形をつくる, from nothing or as a copy of another one. Returns its id. */
export const addTemplate = command(
  permissions,
  'keep-templates',
  async (context, { title, askedOf, copiedId }: NewTemplate) => {
    const copied = copiedId ? await getTemplate(context, copiedId) : undefined
    const id = context.newId('rt')
    await tables(context)
      .insertInto('sheetTemplates')
      .values({
        id,
        title,
        askedOf,
        sheetType: copied?.sheetType ?? 'own',
        fields: JSON.stringify(copied?.fields ?? []),
        createdAt: context.now.toISOString(),
        retiredAt: null,
        revision: 1,
      })
      .execute()
    return id
  },
)

type Edit = { templateId: string; revision: number }

export const saveTemplate = command(
  permissions,
  'keep-templates',
  async (context, { templateId, revision, ...values }: Edit & { title: string; askedOf: AskedOf }) => {
    await writeTemplate(context, await editable(context, templateId, revision), values)
  },
)

/** 項目を加える, as the last one. Its id is never used again, so that answers of other years are not taken for its own. */
export const addField = command(
  permissions,
  'keep-templates',
  async (context, { templateId, revision, ...form }: Edit & Pick<FieldForm, 'label' | 'kind'>) => {
    const template = await editable(context, templateId, revision)
    const id = context.newId('fd')
    const field: SheetField = { ...form, id, isRequired: false }
    await writeTemplate(context, template, { fields: [...template.fields, field] })
    return id
  },
)

export const saveField = command(
  permissions,
  'keep-templates',
  async (context, { templateId, revision, fieldId, form }: Edit & { fieldId: string; form: FieldForm }) => {
    const template = await editable(context, templateId, revision)
    found(
      template.fields.find(({ id }) => id === fieldId),
      '項目',
    )
    const saved = fieldOf(fieldId, form)
    const fields = template.fields.map((field) => (field.id === fieldId ? saved : field))
    await writeTemplate(context, template, { fields })
  },
)

type Move = Edit & { fieldId: string; towards: 'up' | 'down' | 'out' }

/** 項目を動かす・外す. */
export const moveField = command(
  permissions,
  'keep-templates',
  async (context, { templateId, revision, fieldId, towards }: Move) => {
    const template = await editable(context, templateId, revision)
    const fields =
      towards === 'out'
        ? template.fields.filter(({ id }) => id !== fieldId)
        : movedField(template.fields, fieldId, towards)
    await writeTemplate(context, template, { fields })
  },
)

/** ひな形をやめる: rounds made from it keep their own copy. */
export const retireTemplate = command(
  permissions,
  'keep-templates',
  async (context, { templateId, revision }: Edit) => {
    const template = await editable(context, templateId, revision)
    await writeTemplate(context, template, { retiredAt: context.now.toISOString() })
  },
)

async function editable(context: Context, templateId: string, revision: number): Promise<SheetTemplate> {
  const template = await getTemplate(context, templateId)
  if (template.revision === 0)
    throw new Refusal('conflict', 'はじめからあるひな形は変えられません。写してから直してください')
  refuseIfStale(template, revision)
  return template
}

type Values = Partial<Pick<SheetTemplate, 'title' | 'askedOf' | 'fields'>> & { retiredAt?: string }

async function writeTemplate(context: Context, template: SheetTemplate, { fields, ...values }: Values) {
  await tables(context)
    .updateTable('sheetTemplates')
    .set({
      ...values,
      ...(fields ? { fields: JSON.stringify(fields) } : {}),
      revision: template.revision + 1,
    })
    .where('id', '=', template.id)
    .execute()
}
