import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { sheetFields } from '../core/fields.ts'
import { permissions } from '../core/permissions.ts'
import { presetTemplates, type SheetTemplate } from '../core/sheet-templates.ts'
import { type SheetTables, tables } from './tables.ts'

/** ひな形: the three presets, then the city's own in the order they were made. */
export async function listTemplates(context: Context): Promise<SheetTemplate[]> {
  authorize(context, permissions, 'keep-templates')
  const rows = await tables(context)
    .selectFrom('sheetTemplates')
    .selectAll()
    .where('retiredAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return [...presetTemplates, ...rows.map(templateOf)]
}

export async function getTemplate(context: Context, templateId: string): Promise<SheetTemplate> {
  const all = await listTemplates(context)
  return found(
    all.find(({ id }) => id === templateId),
    'ひな形',
  )
}

const templateOf = ({
  createdAt: _,
  retiredAt: __,
  ...row
}: SheetTables['sheetTemplates']): SheetTemplate => ({
  ...row,
  fields: sheetFields.parse(JSON.parse(row.fields)),
})
