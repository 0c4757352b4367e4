import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { readSecret } from '#src/platform/secret.ts'
import { checkedBook, requestName } from '../core/workbook/checked-book.ts'
import { getUnitBook } from '../store/queries-books.ts'
import type { NamedBook } from './read-books.ts'
import type { LookedBook } from './take-in-books.ts'

type Asked = { roundId: string; folder: string; named: NamedBook; looked: LookedBook }

/** A returned workbook with comments on its cells and a first sheet of what is asked, as a file. */
export async function checkedFile(context: Context, { roundId, folder, named, looked }: Asked) {
  if (!named.book || !looked.report)
    throw new Refusal('conflict', looked.problem ?? 'このファイルは読めませんでした')
  const book = await getUnitBook(context, { roundId, unitId: looked.unitId, key: readSecret(folder) })
  const title = `${requestName}_${book.round.title}_${book.unitName || looked.unitId}`
  return {
    file: await writeWorkbook(checkedBook(book, named.book, looked.report), {
      createdAt: context.now,
      title,
    }),
    contentType: xlsxType,
    fileName: `${title}.xlsx`,
  }
}
