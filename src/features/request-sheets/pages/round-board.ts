import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { page } from '#src/platform/page.ts'
import { boardBook } from '../core/board-book.ts'
import { getRound, listSheets } from '../store/queries.ts'
import { countOpenComments } from '../store/queries-review.ts'

/** 回収の状況 of a round as a workbook, for the committee: of the sheets the person may read. */
export const roundBoardFile = page('/staff/sheets/rounds/:roundId/board.xlsx', {
  audience: 'staff',
  async show(context, { params: { roundId } }) {
    const [round, sheets] = [await getRound(context, roundId), await listSheets(context, { roundId })]
    const units = await listUnits(context)
    const today = tokyoDay(context.now)
    const book = boardBook({
      round,
      sheets,
      openComments: await countOpenComments(context, sheets),
      today,
      nameOf: (id) => unitNameOn(units, id, today) ?? '廃止された組織',
    })
    const title = `${round.title}_回収の状況`
    return {
      file: await writeWorkbook(book, { createdAt: context.now, title }),
      contentType: xlsxType,
      fileName: `${title}_${today}.xlsx`,
    }
  },
})
