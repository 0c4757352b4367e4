import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, unlessStale } from '#src/platform/errors.ts'
import { getFile, keepFile, readBytes } from '#src/platform/files.ts'
import { runInWorker } from '#src/platform/jobs/run-in-worker.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { mayFillSheet, permissions } from '../core/permissions.ts'
import { acceptedChanges, sheetWorkbook } from '../core/workbook.ts'
import { takeInSheets } from '../store/commands.ts'
import { getRound, listSheets } from '../store/queries.ts'
import type { TakeInResult } from '../work/take-in-work.ts'
import { roundAddress, sheetsCrumb } from './parts/sheet-state.tsx'
import { WorkbookView } from './parts/workbook-view.tsx'

const largest = 10 * 1024 * 1024
type Place = { roundId: string; unitId: string }

/** The sheets of one unit as a workbook: out, back, looked at, taken in. */
export const unitWorkbookPage = page('/staff/sheets/rounds/:roundId/units/:unitId', {
  audience: 'staff',
  maxBytes: largest + 64 * 1024,
  show: (context, { params }) => screen(context, params, {}),
  async submit(context, { params, folder }, form) {
    const { sheets } = await askedOf(context, params)
    refuseStrangers(context, sheets)
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0)
      return { ...(await screen(context, params, { problem: 'ファイルを選んでください' })), status: 422 }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const result = await lookAt(context, params, bytes)
    if (result.problem !== undefined) return { ...(await screen(context, params, result)), status: 422 }
    const fileId = await keepFile(context, folder, { bytes, name: file.name, contentType: xlsxType })
    return screen(context, params, { ...result, fileId })
  },
})

/** Takes over the good cells of what was looked at, read anew against what the sheets hold now. */
export const unitWorkbookApplyPage = page('/staff/sheets/rounds/:roundId/units/:unitId/apply', {
  audience: 'staff',
  show: async (_, { params }) => ({ seeOther: addressOf(params) }),
  async submit(context, { params, folder }, form) {
    const { sheets } = await askedOf(context, params)
    refuseStrangers(context, sheets)
    const file = await getFile(context, String(form.get('fileId') ?? ''))
    const result = await lookAt(context, params, await readBytes(folder, file))
    if (result.problem !== undefined) return { ...(await screen(context, params, result)), status: 422 }
    const changes = [...acceptedChanges(result.report)].map(([sheetId, answers]) => {
      const revision = sheets.find(({ id }) => id === sheetId)?.revision ?? 0
      return { sheetId, revision, answers }
    })
    const outcome = await unlessStale(takeInSheets(context, { ...params, changes }))
    if (outcome.isStale)
      return { ...(await screen(context, params, { ...result, fileId: file.id })), status: 409 }
    return { seeOther: `${roundAddress(params.roundId)}?notice=imported` }
  },
})

export const unitWorkbookFile = page('/staff/sheets/rounds/:roundId/units/:unitId/workbook.xlsx', {
  audience: 'staff',
  async show(context, { params }) {
    const { round, sheets, unitName } = await askedOf(context, params)
    const written = sheetWorkbook({ round, sheets, unitName })
    return {
      file: await writeWorkbook(written, { createdAt: context.now, title: round.title }),
      contentType: xlsxType,
      fileName: `${round.title}_${unitName}.xlsx`,
    }
  },
})

const addressOf = ({ roundId, unitId }: Place) => `${roundAddress(roundId)}/units/${unitId}`

async function askedOf(context: Context, { roundId, unitId }: Place) {
  const round = await getRound(context, roundId)
  const sheets = (await listSheets(context, roundId)).filter((sheet) => sheet.unitId === unitId)
  found(sheets[0], 'シート')
  const unitName = unitNameOn(await listUnits(context), unitId, tokyoDay(context.now)) ?? ''
  return { round, sheets, unitName }
}

function refuseStrangers(context: Context, sheets: Awaited<ReturnType<typeof listSheets>>) {
  authorize(context, permissions, 'fill-sheet')
  if (!sheets.every((sheet) => mayFillSheet(context.actor, sheet)))
    throw new Refusal('forbidden', 'この課のシートを取り込めるのは、依頼された課と事務局です')
}

async function lookAt(context: Context, place: Place, bytes: Uint8Array): Promise<TakeInResult> {
  const { round, sheets } = await askedOf(context, place)
  const module = new URL('../work/take-in-work.ts', import.meta.url)
  const input = { base64: Buffer.from(bytes).toString('base64'), round, sheets }
  return runInWorker<TakeInResult>(module, JSON.stringify(input)).result
}

type Looked = Partial<TakeInResult> & { fileId?: string }

async function screen(context: Context, place: Place, looked: Looked): Promise<Screen> {
  const { round, sheets, unitName } = await askedOf(context, place)
  return {
    title: `${unitName}のExcel`,
    crumbs: [sheetsCrumb, { label: round.title, href: roundAddress(round.id) }],
    body: (
      <WorkbookView address={addressOf(place)} unitName={unitName} sheetCount={sheets.length} {...looked} />
    ),
  }
}
