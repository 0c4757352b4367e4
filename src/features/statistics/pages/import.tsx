import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { getFile, keepFile, type StoredFile } from '#src/platform/files.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { type DatasetContent, datasetForm } from '../core/dataset-form.ts'
import { itemConflicts } from '../core/item-conflicts.ts'
import { hasMapping, readMapping } from '../core/mapping-form.ts'
import { permissions } from '../core/permissions.ts'
import { planImport } from '../core/plan-import.ts'
import type { ColumnMapping } from '../core/readers/tidy.ts'
import { sourceDefaults, sourceKinds } from '../core/source-kinds.ts'
import { kindDiffers, takeInFile } from '../store/commands.ts'
import { listMappings, saveMapping } from '../store/mappings.ts'
import { findDatasetByTitle, listDatasets, listFigures, listItems } from '../store/queries.ts'
import { datasetAddress, datasetsAddress, importAddress } from './parts/addresses.ts'
import { type ImportState, ImportView } from './parts/import-view.tsx'
import { hasLeftOut } from './parts/left-rows.tsx'
import { readInWorker } from './parts/read-in-worker.ts'

const largest = 20 * 1024 * 1024

/**
 * 取り込み: first what the file would add and change, then the change. A file with one mistake changes nothing; where the
 * other rows are right without it, a person may choose to take in those.
 */
export const importPage = page(importAddress, {
  audience: 'staff',
  maxBytes: largest + 64 * 1024,
  async show(context, { url }) {
    authorize(context, permissions, 'import-statistics')
    const kind = sourceKinds.find((one) => one === url.searchParams.get('kind'))
    const known = (await listDatasets(context)).find(({ id }) => id === url.searchParams.get('dataset'))
    const entered = known ? { ...known, edition: '' } : kind ? { kind, ...sourceDefaults[kind] } : {}
    return screen(context, { entered: textsOf(entered) })
  },
  async submit(context, { folder }, form) {
    authorize(context, permissions, 'import-statistics')
    const read = readForm(datasetForm, form)
    const problems = { ...read.problems, ...(await fileProblem(context, form)) }
    const { entered } = read
    if (read.problems || Object.keys(problems).length > 0) return refused(context, { entered, problems })
    const known = await findDatasetByTitle(context, read.values.title)
    if (known && known.kind !== read.values.kind) {
      return refused(context, { entered, problems: { title: kindDiffers } })
    }
    const file = await fileOf(context, folder, form)
    return rehearse(context, { folder, file, entered, content: read.values })
  },
})

/** Takes over what was looked at before, unless somebody took in another file in between. */
export const importApplyPage = page(`${importAddress}/apply`, {
  audience: 'staff',
  show: async () => ({ seeOther: importAddress }),
  async submit(context, { folder }, form) {
    authorize(context, permissions, 'import-statistics')
    const read = readForm(datasetForm, form)
    if (read.problems) return refused(context, { entered: read.entered, problems: read.problems })
    const file = await getFile(context, read.entered['fileId'] ?? '')
    const given = { folder, file, entered: read.entered, content: read.values }
    const mapping = hasMapping(read.entered) ? readMapping(read.entered) : undefined
    if (mapping?.problems) return rehearse(context, given)
    const leavesOut = hasLeftOut(read.entered)
    const { kind } = read.values
    const result = await readInWorker({ folder, file, kind, mapping: mapping?.mapping, leavesOut })
    if (result.step !== 'read') return rehearse(context, given)
    const seen = Number(read.entered['seen'] ?? 0)
    const taking = { content: read.values, file: result.file, fileName: file.name, sha256: file.sha256, seen }
    const outcome = await unlessStale(takeInFile(context, taking))
    if (outcome.isStale) return rehearse(context, { ...given, isStale: true })
    await keepMapping(context, read.entered, mapping?.mapping)
    return { seeOther: `${datasetAddress(outcome.saved)}?notice=imported` }
  },
})

const textsOf = (values: Record<string, unknown>): Entered =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))

async function fileProblem(context: Context, form: FormData): Promise<Problems> {
  if (form.get('fileId')) {
    await getFile(context, String(form.get('fileId')))
    return {}
  }
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return { file: 'ファイルを選んでください' }
  return file.size > largest ? { file: '20MBまでのファイルを選んでください' } : {}
}

async function fileOf(context: Context, folder: string, form: FormData): Promise<StoredFile> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return getFile(context, String(form.get('fileId')))
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kept = { bytes, name: file.name, contentType: 'application/octet-stream' }
  return getFile(context, await keepFile(context, folder, kept))
}

type Looking = {
  folder: string
  file: StoredFile
  entered: Entered
  content: DatasetContent
  isStale?: boolean
}

/** Shows what the file would change, asks for its columns, or says what is wrong with it. Nothing is written. */
async function rehearse(
  context: Context,
  { folder, file, entered, content, isStale }: Looking,
): Promise<Screen> {
  const { kind } = content
  const base = { entered, source: file.name, fileId: file.id }
  const mapping = kind === 'tidy' && hasMapping(entered) ? readMapping(entered) : undefined
  const chosen = mapping && !mapping.problems ? mapping.mapping : undefined
  const leavesOut = hasLeftOut(entered)
  const result = await readInWorker({ folder, file, kind, mapping: chosen, leavesOut })
  if (result.step === 'columns') {
    const saved = await listMappings(context)
    const columns = { headings: result.headings, example: result.example, saved }
    const problems = mapping?.problems ?? {}
    const status = mapping ? (422 as const) : (200 as const)
    return { ...screen(context, { ...base, columns, problems }), status }
  }
  if (result.step === 'refused') {
    const { findings, left } = result
    return { ...screen(context, { ...base, findings, left }), status: 422 }
  }
  const known = await findDatasetByTitle(context, content.title)
  const conflicts = itemConflicts(known ? await listItems(context, known.id) : [], result.file.items)
  if (conflicts.length > 0) {
    return { ...screen(context, { entered, source: file.name, findings: conflicts }), status: 422 }
  }
  const kept = known ? await listFigures(context, known.id) : []
  const seen = known?.lastImport ?? 0
  const plan = planImport(kept, result.file, seen + 1)
  const { file: read, encoding, left } = result
  const rehearsal = { plan, file: read, encoding, left, seen, isNew: !known, isStale }
  return { ...screen(context, { ...base, rehearsal }), ...(isStale ? { status: 409 as const } : {}) }
}

async function keepMapping(context: Context, entered: Entered, mapping: ColumnMapping | undefined) {
  const name = (entered['mappingName'] ?? '').trim().slice(0, 60)
  if (mapping && name !== '') await saveMapping(context, { name, mapping })
}

const refused = (context: Context, state: ImportState): Screen => ({ ...screen(context, state), status: 422 })

const screen = ({ actor }: Context, state: ImportState): Screen => ({
  title: '統計の取り込み',
  crumbs: [{ label: '統計の資料', href: datasetsAddress }],
  body: <ImportView {...state} actor={actor} />,
})
