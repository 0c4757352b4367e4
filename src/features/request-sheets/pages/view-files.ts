import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { page } from '#src/platform/page.ts'
import { roundViewLabels } from '../core/views/round-view.ts'
import { roundViews } from '../core/views/round-views.ts'
import { viewRows, viewSheet } from '../core/views/view-files.ts'
import { getViewGround } from '../store/queries-views.ts'

/** One view of a round as CSV. */
export const viewCsv = page('/staff/sheets/rounds/:roundId/views/:kind/table.csv', {
  audience: 'staff',
  async show(context, { params }) {
    const { view, name } = await viewOf(context, params)
    return { file: writeCsv(viewRows(view)), contentType: 'text/csv; charset=utf-8', fileName: `${name}.csv` }
  },
})

/** The same as a workbook, with what it is and as of when above it. */
export const viewWorkbook = page('/staff/sheets/rounds/:roundId/views/:kind/table.xlsx', {
  audience: 'staff',
  async show(context, { params }) {
    const { view, name, round } = await viewOf(context, params)
    const { isSample } = await getMunicipality(context)
    const heading = [round.title, eraDay(tokyoDay(context.now)), isSample ? '見本（架空）' : '']
    const sheet = viewSheet(view, heading.filter(Boolean).join('　'))
    return {
      file: await writeWorkbook([sheet], { createdAt: context.now, title: name }),
      contentType: xlsxType,
      fileName: `${name}.xlsx`,
    }
  },
})

async function viewOf(context: Context, { roundId, kind }: { roundId: string; kind: string }) {
  const ground = await getViewGround(context, roundId)
  const view = found(
    roundViews(ground).find((one) => one.kind === kind),
    '一覧',
  )
  const name = `${ground.round.title}_${roundViewLabels[view.kind]}_${tokyoDay(context.now)}`
  return { view, name, round: ground.round }
}
