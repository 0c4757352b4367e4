import { z } from 'zod'
import { authorize } from '#src/platform/authorize.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../core/permissions.ts'
import { tables } from './tables.ts'

const place = z.number().int().min(0)
const column = place.optional()
const mappingText = z.strictObject({
  area: place,
  time: place,
  value: place,
  name: column,
  item: column,
  unit: column,
  sex: column,
  age: column,
  basis: z.enum(['census', 'register', 'projection', 'neutral']),
  itemName: z.string(),
  itemUnit: z.string(),
})
export type SavedMapping = z.infer<typeof mappingText>

/** Keeps the choice of columns under a name; the same name again replaces it. */
export const saveMapping = command(
  permissions,
  'import-statistics',
  async (context, { name, mapping }: { name: string; mapping: SavedMapping }) => {
    const row = { mapping: JSON.stringify(mapping), savedAt: context.now.toISOString() }
    await tables(context)
      .insertInto('statisticsMappings')
      .values({ name, ...row })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute()
  },
)

export async function listMappings(context: Context): Promise<{ name: string; mapping: SavedMapping }[]> {
  authorize(context, permissions, 'import-statistics')
  const rows = await tables(context).selectFrom('statisticsMappings').select(['name', 'mapping']).execute()
  const collator = new Intl.Collator('ja')
  return rows
    .map(({ name, mapping }) => ({ name, mapping: mappingText.parse(JSON.parse(mapping)) }))
    .sort((a, b) => collator.compare(a.name, b.name))
}
