import { mostPaperBytes, readPaperFile } from '#src/features/deliberation/core/paper-file.ts'
import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { getFile, keepFile, readBytes } from '#src/platform/files.ts'
import { page } from '#src/platform/page.ts'
import { Banner } from '#src/ui/parts.tsx'
import { attachmentsOf } from '../core/fields.ts'
import { mayFillSheet } from '../core/permissions.ts'
import { attachFile, detachFile } from '../store/commands.ts'
import { getSheet, listSubmissions } from '../store/queries.ts'
import { sheetAddress, sheetsCrumb } from './parts/addresses.ts'

/** Files are added to a sheet and taken away here. */
export const sheetFilesPage = page('/staff/sheets/:sheetId/files', {
  audience: 'staff',
  maxBytes: mostPaperBytes + 64 * 1024,
  show: async (_, { params }) => ({ seeOther: sheetAddress(params.sheetId) }),
  async submit(context, { params: { sheetId }, folder }, form) {
    const { sheet } = await getSheet(context, sheetId)
    if (!mayFillSheet(await getOwner(context), sheet))
      throw new Refusal('forbidden', 'このシートに書けるのは、依頼された課と事務局です')
    const fieldId = String(form.get('fieldId') ?? '')
    const step = { sheetId, revision: Number(form.get('revision')), fieldId }
    const detached = String(form.get('detach') ?? '')
    if (detached) {
      await detachFile(context, { ...step, file: { fileId: detached, name: '' } })
      return { seeOther: `${sheetAddress(sheetId)}?notice=removed` }
    }
    const file = form.get(`file-${fieldId}`)
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
    const name = file instanceof File ? file.name : ''
    const read = readPaperFile(bytes, name)
    if ('problem' in read) return refused(sheetId, sheet.subject, read.problem)
    const fileId = await keepFile(context, folder, { bytes, name, contentType: read.contentType })
    await attachFile(context, { ...step, file: { fileId, name } })
    return { seeOther: `${sheetAddress(sheetId)}?notice=added` }
  },
})

const refused = (sheetId: string, subject: string, problem: string) => ({
  title: 'ファイルを添えられません',
  status: 422 as const,
  crumbs: [sheetsCrumb, { label: subject, href: sheetAddress(sheetId) }],
  body: (
    <>
      <h1>ファイルを添えられません</h1>
      <Banner tone="error" title={problem} />
      <p class="l-gap">
        <a href={sheetAddress(sheetId)}>シートに戻る</a>（シートの回答は変わっていません）
      </p>
    </>
  ),
})

/** One attached file: found only through a sheet the person may read. */
export const sheetFilePage = page('/staff/sheets/:sheetId/files/:fileId', {
  audience: 'staff',
  async show(context, { params: { sheetId, fileId }, folder }) {
    const { contentType, ...file } = await attachedFile(context, sheetId, fileId)
    return { file: await readBytes(folder, { ...file, contentType }), contentType, fileName: file.name }
  },
})

async function attachedFile(context: Context, sheetId: string, fileId: string) {
  const { sheet, round } = await getSheet(context, sheetId)
  const all = [sheet.answers, ...(await listSubmissions(context, sheetId)).map(({ answers }) => answers)]
  const files = round.fields
    .filter(({ kind }) => kind === 'attachment')
    .flatMap(({ id }) => all.flatMap((answers) => attachmentsOf(answers[id] ?? '')))
  found(
    files.find((one) => one.fileId === fileId),
    'ファイル',
  )
  return getFile(context, fileId)
}
