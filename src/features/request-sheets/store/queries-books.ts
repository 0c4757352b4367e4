import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { findMunicipality, listUnits } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { Known } from '../core/workbook/known-sheets.ts'
import type { UnitBook } from '../core/workbook/write-unit-book.ts'
import { getRound, listSheets } from './queries.ts'
import { listReferences } from './queries-references.ts'

/** `key`: the installation's key for the checks inside a workbook. */
type Asked = { roundId: string; unitId: string; key: string }

/** What a unit's workbook is written from. The sheets of another unit are not found. */
export async function getUnitBook(context: Context, { roundId, unitId, key }: Asked): Promise<UnitBook> {
  const known = await getKnownSheets(context, { roundId, unitId, key })
  const unitName = unitNameOn(await listUnits(context), unitId, tokyoDay(context.now)) ?? ''
  const { round, sheets, references, municipalityCode } = known
  const origin = { municipalityCode, roundId, unitId, exportedAt: context.now.toISOString() }
  return { round, sheets, references, unitName, origin, key }
}

/** What a unit's returned workbook is compared with. */
export async function getKnownSheets(context: Context, { roundId, unitId, key }: Asked): Promise<Known> {
  const round = await getRound(context, roundId)
  const sheets = await listSheets(context, { roundId, unitId })
  found(sheets[0], 'シート')
  return {
    round,
    sheets,
    references: await listReferences(context, round.fields),
    municipalityCode: (await findMunicipality(context))?.code ?? '',
    key,
  }
}
