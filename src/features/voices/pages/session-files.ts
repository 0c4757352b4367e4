import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { getVersion, getVersionDocument } from '#src/features/plan/store/queries/versions.ts'
import type { TextDocument } from '#src/lib/document/text-document.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { docxType, xlsxType } from '#src/platform/office/content-types.ts'
import { writeDocument } from '#src/platform/office/write-document.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { type Download, type MountedPage, page } from '#src/platform/page.ts'
import { documentPdf } from '#src/platform/pdf/document-pdf.ts'
import { handoutDocument } from '../core/handout.ts'
import { fileNameOf, noteSheet } from '../core/note-sheet.ts'
import { permissions } from '../core/permissions.ts'
import { guideDocument, type SessionFile, sessionReport } from '../core/session-documents.ts'
import { voteResult } from '../core/statement-votes.ts'
import { getSession, listNotes, listSessionTables, listSteps } from '../store/queries/sessions.ts'
import { listStatements, listVoteSheets } from '../store/queries/votes.ts'

type Named = { document: TextDocument; name: string }

export const wordOf = async ({ document, name }: Named): Promise<Download> => ({
  file: await writeDocument(document),
  contentType: docxType,
  fileName: `${name}.docx`,
})

export const pdfOf = async ({ document, name }: Named): Promise<Download> => ({
  file: (await documentPdf(document)).pdf,
  contentType: 'application/pdf',
  fileName: `${name}.pdf`,
})

async function fileOf(context: Context, sessionId: string): Promise<SessionFile> {
  authorize(context, permissions, 'read-voices')
  const session = await getSession(context, sessionId)
  const [steps, tables, notes, { name, isSample }] = await Promise.all([
    listSteps(context, sessionId),
    listSessionTables(context, sessionId),
    listNotes(context, sessionId),
    getMunicipality(context),
  ])
  return { session, steps, tables, notes, city: name, isInvented: isSample }
}

async function report(context: Context, sessionId: string): Promise<Named> {
  const file = await fileOf(context, sessionId)
  const votes = voteResult(await listStatements(context, sessionId), await listVoteSheets(context, sessionId))
  return { document: sessionReport({ ...file, votes }), name: fileNameOf(file.session, '記録（庁内用）') }
}

async function guide(context: Context, sessionId: string): Promise<Named> {
  const file = await fileOf(context, sessionId)
  return { document: guideDocument(file), name: fileNameOf(file.session, '進行表') }
}

async function handout(context: Context, sessionId: string): Promise<Named> {
  const { session, steps, city } = await fileOf(context, sessionId)
  if (!session.versionId) throw new Refusal('not-found', '説明する計画の版が選ばれていません')
  const { label } = await getVersion(context, session.versionId)
  const plan = await getVersionDocument(context, session.versionId)
  const document = handoutDocument({ session, steps, plan, label, city })
  return { document, name: fileNameOf(session, '配る資料') }
}

const inBothKinds = (name: string, make: typeof report): MountedPage[] => [
  page(`/staff/sessions/:sessionId/${name}.docx`, {
    audience: 'staff',
    show: async (context, { params }) =>
      wordOf(await make(context, (params as Record<string, string>)['sessionId'] ?? '')),
  }),
  page(`/staff/sessions/:sessionId/${name}.pdf`, {
    audience: 'staff',
    show: async (context, { params }) =>
      pdfOf(await make(context, (params as Record<string, string>)['sessionId'] ?? '')),
  }),
]

const notesWorkbook = page('/staff/sessions/:sessionId/notes.xlsx', {
  audience: 'staff',
  async show(context, { params }): Promise<Download> {
    const file = await fileOf(context, params.sessionId)
    const name = fileNameOf(file.session, '記録の一覧（庁内用）')
    const bytes = await writeWorkbook([noteSheet(file)], { createdAt: context.now, title: name })
    return { file: bytes, contentType: xlsxType, fileName: `${name}.xlsx` }
  },
})

/** Report, guide and handout of a session as files. */
export const sessionFiles: readonly MountedPage[] = [
  ...inBothKinds('report', report),
  ...inBothKinds('guide', guide),
  ...inBothKinds('handout', handout),
  notesWorkbook,
]
