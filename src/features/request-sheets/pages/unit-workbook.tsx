import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { getFile, keepFile, readBytes } from '#src/platform/files.ts'
import { entriesOf } from '#src/platform/form.ts'
import { runInWorker } from '#src/platform/jobs/run-in-worker.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { readSecret } from '#src/platform/secret.ts'
import { mayFillSheet, permissions } from '../core/permissions.ts'
import { unitBook } from '../core/workbook/write-unit-book.ts'
import { getUnitBook } from '../store/queries-books.ts'
import { assignBooks, assignmentsIn } from '../work/assign-books.ts'
import { checkedFile } from '../work/checked-file.ts'
import type { BookResult } from '../work/read-book-work.ts'
import type { NamedBook } from '../work/read-books.ts'
import { booksByUnit, type LookedBook, lookAtBooks, takeInBooks } from '../work/take-in-books.ts'
import { roundAddress, sheetsCrumb, unitBookAddress } from './parts/addresses.ts'
import { getBookToSend } from './parts/besides-of.ts'
import { roundFacts } from './parts/round-facts.ts'
import { WorkbookView } from './parts/workbook-view.tsx'

const largest = 10 * 1024 * 1024
type Place = { roundId: string; unitId: string }

/** The sheets of one unit as a workbook: out, back, looked at, taken in. */
export const unitWorkbookPage = page('/staff/sheets/rounds/:roundId/units/:unitId', {
  audience: 'staff',
  maxBytes: largest + 64 * 1024,
  show: (context, { params, folder }) => screen(context, params, { folder }),
  async submit(context, { params, folder }, form) {
    await refuseStrangers(context, params, folder)
    const given = String(form.get('fileId') ?? '')
    if (given !== '') return assigned(context, params, { folder, fileId: given, form })
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0)
      return {
        ...(await screen(context, params, { folder, problem: 'ファイルを選んでください' })),
        status: 422,
      }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const looked = await lookAt(context, params, { folder, bytes })
    if (looked.problem !== undefined)
      return { ...(await screen(context, params, { folder, problem: looked.problem })), status: 422 }
    const fileId = await keepFile(context, folder, { bytes, name: file.name, contentType: xlsxType })
    return screen(context, params, { folder, looked, fileId })
  },
})

/** Takes over the good cells of what was looked at, read anew against what the sheets hold now. */
export const unitWorkbookApplyPage = page('/staff/sheets/rounds/:roundId/units/:unitId/apply', {
  audience: 'staff',
  show: async (_, { params }) => ({ seeOther: unitBookAddress(params.roundId, params.unitId) }),
  async submit(context, { params, folder }, form) {
    await refuseStrangers(context, params, folder)
    const { assigned: rows, isSeen } = assignmentsIn(form)
    const fileId = String(form.get('fileId') ?? '')
    if (!isSeen) return assigned(context, params, { folder, fileId, form })
    const file = await getFile(context, fileId)
    const bytes = await readBytes(folder, file)
    const looked = await lookAt(context, params, { folder, bytes, rows })
    if (looked.problem !== undefined)
      return { ...(await screen(context, params, { folder, problem: looked.problem })), status: 422 }
    const chosen = new Set(entriesOf(form, 'choose'))
    const key = readSecret(folder)
    const [taken] = await takeInBooks(context, [looked.named], { roundId: params.roundId, key, chosen })
    if (taken?.problem === undefined) return { seeOther: `${roundAddress(params.roundId)}?notice=imported` }
    const state = { folder, looked, fileId: file.id, problem: taken.problem }
    return { ...(await screen(context, params, state)), status: 409 }
  },
})

export const unitWorkbookFile = page('/staff/sheets/rounds/:roundId/units/:unitId/workbook.xlsx', {
  audience: 'staff',
  async show(context, { params, folder }) {
    const book = await getBookToSend(context, { ...params, key: readSecret(folder) })
    return {
      file: await writeWorkbook(unitBook(book), { createdAt: context.now, title: book.round.title }),
      contentType: xlsxType,
      fileName: `${book.round.title}_${book.unitName}.xlsx`,
    }
  },
})

/** The file as it came back, with what is to be mended in it: nothing is written. */
export const unitWorkbookChecked = page('/staff/sheets/rounds/:roundId/units/:unitId/checked.xlsx', {
  audience: 'staff',
  async show(context, { params, folder, url }) {
    await refuseStrangers(context, params, folder)
    const file = await getFile(context, url.searchParams.get('file') ?? '')
    const looked = await lookAt(context, params, { folder, bytes: await readBytes(folder, file) })
    if (looked.problem !== undefined) throw new Refusal('conflict', looked.problem)
    return checkedFile(context, { ...params, folder, ...looked })
  },
})

async function refuseStrangers(context: Context, place: Place, folder: string) {
  authorize(context, permissions, 'fill-sheet')
  const { sheets } = await getUnitBook(context, { ...place, key: readSecret(folder) })
  const owner = await getOwner(context)
  if (!sheets.every((sheet) => mayFillSheet(owner, sheet)))
    throw new Refusal('forbidden', 'この課のシートを取り込めるのは、依頼された課と事務局です')
}

type Assigning = { folder: string; fileId: string; form: FormData }

/** The report of a file that was kept, with its rows as they are assigned now. Nothing is taken in. */
async function assigned(
  context: Context,
  place: Place,
  { folder, fileId, form }: Assigning,
): Promise<Screen> {
  const bytes = await readBytes(folder, await getFile(context, fileId))
  const looked = await lookAt(context, place, { folder, bytes, rows: assignmentsIn(form).assigned })
  return screen(context, place, { folder, looked, fileId, problem: looked.problem })
}

/** `rows`: what a person assigned by hand. */
type Given = { folder: string; bytes: Uint8Array; rows?: readonly string[] }
type Looked = { looked: LookedBook; named: NamedBook; at: number; problem?: undefined } | { problem: string }

async function lookAt(
  context: Context,
  { roundId, unitId }: Place,
  { folder, bytes, rows = [] }: Given,
): Promise<Looked> {
  const module = new URL('../work/read-book-work.ts', import.meta.url)
  const base64 = Buffer.from(bytes).toString('base64')
  const read = await runInWorker<BookResult>(module, JSON.stringify({ base64 })).result
  if (read.problem !== undefined) return { problem: read.problem }
  const books = assignBooks(await booksByUnit(context, [{ name: '', ...read }], roundId), rows)
  const all = await lookAtBooks(context, books, { roundId, key: readSecret(folder) })
  const at = Math.max(
    0,
    all.findIndex((one) => one.unitId === unitId),
  )
  const [looked, named] = [all[at], books[at]]
  if (!looked || !named || looked.problem !== undefined) return { problem: looked?.problem ?? '' }
  if (looked.unitId !== unitId)
    return { problem: `${looked.unitName}のファイルです。この課のファイルを選んでください` }
  if (all.length > 1)
    looked.report.notes.push('ほかの課のシートも入っているファイルです。この課の分だけを見ています')
  return { looked, named, at }
}

type State = { folder: string; looked?: Looked; fileId?: string; problem?: string }

async function screen(
  context: Context,
  place: Place,
  { folder, looked, fileId, problem }: State,
): Promise<Screen> {
  const { round, sheets, unitName } = await getUnitBook(context, { ...place, key: readSecret(folder) })
  const owner = await getOwner(context)
  const report = looked && 'looked' in looked ? looked.looked.report : undefined
  return {
    title: `${unitName}のExcel`,
    facts: roundFacts(round),
    crumbs: [sheetsCrumb, { label: round.title, href: roundAddress(round.id) }],
    body: (
      <WorkbookView
        address={unitBookAddress(place.roundId, place.unitId)}
        unitName={unitName}
        sheetCount={sheets.length}
        mayTakeIn={sheets.every((sheet) => mayFillSheet(owner, sheet))}
        problem={problem}
        report={report}
        at={looked && 'at' in looked ? looked.at : 0}
        fileId={fileId}
      />
    ),
  }
}
