import { isValidOn } from '#src/features/organization/core/units.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { ownerlessSheets, waitsForAnswer } from '../core/ownerless.ts'
import { permissions } from '../core/permissions.ts'
import { listSheets } from './queries.ts'
import { listExtensions } from './queries-extensions.ts'
import { writeSheet } from './rows.ts'

export type HandOver = { sheetId: string; revision: number; unitId: string }

/**
 * 引き継ぐ課を決める: sheets of units that were split or abolished are given to sections of today, one by one: all that were
 * chosen or none. What stands in them stays, with its authors.
 */
export const handOverSheets = command(
  permissions,
  'hand-over-sheets',
  async (context, { roundId, chosen }: { roundId: string; chosen: readonly HandOver[] }) => {
    const [units, day] = [await listUnits(context), tokyoDay(context.now)]
    const sheets = new Map((await listSheets(context, { roundId })).map((sheet) => [sheet.id, sheet]))
    const extensions = await listExtensions(context, roundId)
    for (const { sheetId, revision, unitId } of chosen) {
      const sheet = found(sheets.get(sheetId), 'シート')
      refuseIfStale(sheet, revision)
      if (ownerlessSheets([sheet], units, day).length === 0)
        throw new Refusal('conflict', '引き継ぐ課を決めるのは、なくなった課のシートだけです')
      if (!units.some((unit) => unit.id === unitId && isValidOn(unit, day)))
        throw new Refusal('conflict', '引き継ぐ課は、いまある組織から選んでください')
      if (waitsForAnswer(sheet, extensions))
        throw new Refusal('conflict', '期限の延長の求めに返事をしてから、引き継ぐ課を決めてください')
      await writeSheet(context, sheet, { unitId })
      context.trail.objects.push(sheetId, unitId)
    }
  },
)
