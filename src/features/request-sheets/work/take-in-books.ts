import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import {
  acceptedChanges,
  mergeBook,
  outdatedChoices,
  type TakeInReport,
} from '../core/workbook/merge-book.ts'
import { splitBook } from '../core/workbook/split-book.ts'
import { takeInSheets } from '../store/commands.ts'
import { listUnitsAsked } from '../store/queries.ts'
import { getKnownSheets } from '../store/queries-books.ts'
import type { NamedBook } from './read-books.ts'

/** One workbook of an upload against what the sheets of its unit hold now. */
export type LookedBook = { name: string; unitId: string; unitName: string } & (
  | { problem: string; report?: undefined }
  | { report: TakeInReport; problem?: undefined }
)

type Asked = { roundId: string; key: string }

/** Compares every workbook (of `booksByUnit`) with its unit's sheets. Nothing is written. */
export async function lookAtBooks(
  context: Context,
  books: readonly NamedBook[],
  { roundId, key }: Asked,
): Promise<LookedBook[]> {
  const unitOf = await listUnitsAsked(context, roundId)
  const units = await listUnits(context)
  const today = tokyoDay(context.now)
  const looked: LookedBook[] = []
  for (const { name, book, problem } of books) {
    const unitId = book ? [...splitBook(book, unitOf).keys()][0] : undefined
    const unitName = (unitId && unitNameOn(units, unitId, today)) ?? ''
    const place = { name, unitId: unitId ?? '', unitName }
    if (!book) looked.push({ ...place, problem })
    else if (!unitId) looked.push({ ...place, problem: 'この依頼のシートが、ファイルに見つかりません' })
    else {
      const merged = mergeBook(book, await getKnownSheets(context, { roundId, unitId, key }))
      looked.push(merged.problem === undefined ? { ...place, report: merged } : { ...place, ...merged })
    }
  }
  return looked
}

/** Every workbook as one a unit: the ids say whose a row is; the record inside may be lost, and a file name is never trusted. */
export async function booksByUnit(
  context: Context,
  books: readonly NamedBook[],
  roundId: string,
): Promise<NamedBook[]> {
  const unitOf = await listUnitsAsked(context, roundId)
  return books.flatMap((named): NamedBook[] => {
    const parts = named.book ? [...splitBook(named.book, unitOf).values()] : []
    return parts.length > 1 ? parts.map((book) => ({ name: named.name, book })) : [named]
  })
}

/** What became of one workbook: taken whole, or not at all. */
export type TakenBook = { name: string; unitName: string; count: number; problem?: string }

type Taking = Asked & { chosen: ReadonlySet<string>; progress?: (at: number, of: number) => void }

/** Takes the good cells of every workbook over, one workbook after the other, each of them whole or not at all. */
export async function takeInBooks(
  context: Context,
  books: readonly NamedBook[],
  { roundId, key, chosen, progress }: Taking,
): Promise<TakenBook[]> {
  const taken: TakenBook[] = []
  for (const [at, named] of books.entries()) {
    progress?.(at, books.length)
    const [looked] = await lookAtBooks(context, [named], { roundId, key })
    if (!looked) continue
    const { name, unitName, unitId } = looked
    if (looked.problem !== undefined) taken.push({ name, unitName, count: 0, problem: looked.problem })
    else
      taken.push({
        name,
        unitName,
        ...(await takeIn(context, { roundId, unitId, report: looked.report, chosen })),
      })
  }
  return taken
}

type One = { roundId: string; unitId: string; report: TakeInReport; chosen: ReadonlySet<string> }

async function takeIn(context: Context, { roundId, unitId, report, chosen }: One) {
  if (outdatedChoices(report, chosen).length > 0) return { count: 0, problem: editedMeanwhile }
  const changes = [...acceptedChanges(report, chosen)].map(([sheetId, answers]) => ({
    sheetId,
    revision: report.revisions[sheetId] ?? 0,
    answers,
  }))
  const count = changes.reduce((sum, { answers }) => sum + Object.keys(answers).length, 0)
  if (count === 0) return { count }
  const outcome = await unlessStale(takeInSheets(context, { roundId, unitId, changes }))
  if (!outcome.isStale) return { count }
  return { count: 0, problem: editedMeanwhile }
}

const editedMeanwhile =
  '確かめたあとに、ほかの人が画面で直しました。いまの内容とくらべて、もう一度選んでください'
