import { join } from 'node:path'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { getFile, keepFile } from '#src/platform/files.ts'
import { entriesOf } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { readSecret } from '#src/platform/secret.ts'
import { FileField } from '#src/ui/field.tsx'
import { Banner } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { startUpload } from '../store/commands-uploads.ts'
import { getRound } from '../store/queries.ts'
import { getUpload, type Upload } from '../store/queries-uploads.ts'
import { assignBooks, assignmentsIn } from '../work/assign-books.ts'
import { checkedFile } from '../work/checked-file.ts'
import { booksOf } from '../work/read-books.ts'
import { booksByUnit, lookAtBooks, type TakenBook, takeInBooks } from '../work/take-in-books.ts'
import { roundAddress, sheetsCrumb, uploadAddress, uploadedAddress } from './parts/addresses.ts'
import { roundFacts } from './parts/round-facts.ts'
import { UploadView } from './parts/upload-view.tsx'

const largest = 60 * 1024 * 1024

/** Excelをまとめて戻す: many workbooks or a ZIP of them. They are read first; nothing is taken in here. */
export const uploadPage = page('/staff/sheets/rounds/:roundId/upload', {
  audience: 'staff',
  maxBytes: largest,
  show: (context, { params }) => form(context, params.roundId),
  async submit(context, { params: { roundId }, folder, wakeJobs }, sent) {
    authorize(context, permissions, 'take-in-books')
    const files = sent.getAll('files').filter((file): file is File => file instanceof File && file.size > 0)
    if (files.length === 0)
      return { ...(await form(context, roundId, 'ファイルを選んでください')), status: 422 }
    const kept = []
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const contentType = 'application/octet-stream'
      const fileId = await keepFile(context, folder, { bytes, name: file.name, contentType })
      const { sha256 } = await getFile(context, fileId)
      kept.push({ fileId, name: file.name, path: join(folder, 'files', sha256) })
    }
    const uploadId = await startUpload(context, { roundId, files: kept })
    wakeJobs()
    return { seeOther: uploadedAddress(uploadId) }
  },
})

async function form(context: Context, roundId: string, problem?: string): Promise<Screen> {
  authorize(context, permissions, 'take-in-books')
  const round = await getRound(context, roundId)
  return {
    title: 'Excelをまとめて戻す',
    facts: roundFacts(round),
    crumbs: [sheetsCrumb, { label: round.title, href: roundAddress(roundId) }],
    body: (
      <>
        <h1>Excelをまとめて戻す</h1>
        {problem && <Banner tone="error" title={problem} />}
        <form
          method="post"
          class="sb-form l-gap"
          encType="multipart/form-data"
          action={uploadAddress(roundId)}
        >
          <FileField
            name="files"
            label="課から戻ったExcel"
            support="複数のxlsxかcsv、それらを入れたZIP。合わせて60MBまで。どの課のファイルかは中身で見分けます。"
            accept=".xlsx,.csv,.zip"
            multiple
            required
          />
          <p>まず全部を読み、課ごとの結果を示します。取り込むのは、そのあとです。</p>
          <button class="dads-button" type="submit">
            内容を確かめる
          </button>
        </form>
      </>
    ),
  }
}

/** What came back: progress while it is read, then every workbook with its report, then taken in. */
export const uploadedPage = page('/staff/sheets/uploads/:uploadId', {
  audience: 'staff',
  async show(context, { params, folder }) {
    return screen(context, await getUpload(context, params.uploadId), { folder })
  },
  async submit(context, { params, folder }, sent) {
    authorize(context, permissions, 'take-in-books')
    const upload = await getUpload(context, params.uploadId)
    if (!upload.job.fileId) return { seeOther: uploadedAddress(upload.id) }
    const { assigned, isSeen } = assignmentsIn(sent)
    if (!isSeen || sent.get('act') === 'assign') return screen(context, upload, { folder, assigned })
    const books = assignBooks(await booksIn(context, upload, folder), assigned)
    const chosen = new Set(entriesOf(sent, 'choose'))
    const { roundId } = upload
    const taken = await takeInBooks(context, books, { roundId, key: readSecret(folder), chosen })
    return screen(context, upload, { folder, taken })
  },
})

/** One workbook of the upload with what is to be mended in it, to be handed back to its section. */
export const uploadChecked = page('/staff/sheets/uploads/:uploadId/checked.xlsx', {
  audience: 'staff',
  async show(context, { params, folder, url }) {
    const upload = await getUpload(context, params.uploadId)
    const { roundId } = upload
    const books = await booksIn(context, upload, folder)
    const named = found(books[Number(url.searchParams.get('book'))], 'ファイル')
    const [looked] = await lookAtBooks(context, [named], { roundId, key: readSecret(folder) })
    return checkedFile(context, { roundId, folder, named, looked: found(looked, 'ファイル') })
  },
})

/** What was read so far, one workbook a unit. */
async function booksIn(context: Context, { roundId, job }: Upload, folder: string) {
  return booksByUnit(context, job.fileId ? await booksOf(context, folder, job.fileId) : [], roundId)
}

async function screen(
  context: Context,
  upload: Upload,
  { folder, taken, assigned = [] }: { folder: string; taken?: TakenBook[]; assigned?: string[] },
): Promise<Screen> {
  const round = await getRound(context, upload.roundId)
  const key = readSecret(folder)
  const looked = upload.job.fileId
    ? await lookAtBooks(context, assignBooks(await booksIn(context, upload, folder), assigned), {
        roundId: round.id,
        key,
      })
    : undefined
  return {
    title: 'まとめて戻したExcel',
    facts: roundFacts(round),
    crumbs: [sheetsCrumb, { label: round.title, href: roundAddress(round.id) }],
    body: <UploadView upload={upload} looked={looked} taken={taken} />,
  }
}
