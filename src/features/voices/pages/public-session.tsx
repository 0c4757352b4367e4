import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { findLedTo } from '#src/features/publication/store/queries/led-to.ts'
import { LedToView } from '#src/features/publication/views/led-to.tsx'
import { writeCsv } from '#src/lib/csv/csv.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { page } from '#src/platform/page.ts'
import { channelLabels } from '../core/labels.ts'
import { publicHead, publicReportDocument, publicRows } from '../core/public-report.ts'
import { channelOf } from '../core/session.ts'
import { listPublicItems } from '../store/queries/plan-items.ts'
import { getPublicReport } from '../store/queries/public-sessions.ts'
import { PublicSessionView } from './parts/public-session-view.tsx'
import { pdfOf } from './session-files.ts'

const crumbs = [
  { label: '総合計画', href: '/' },
  { label: '参加の予定', href: '/participation' },
]

/** One session for everybody: how to take part, and afterwards what was said and what became of it. */
export const publicSessionPage = page('/participation/:sessionId', {
  audience: 'public',
  async show(context, { params }) {
    const report = await getPublicReport(context, params.sessionId)
    const items = await listPublicItems(context)
    const channel = channelOf[report.session.kind]
    return {
      title: report.session.title,
      crumbs,
      body: (
        <>
          <PublicSessionView report={report} items={items} />
          {report.session.reportedAt && (
            <LedToView
              ledTo={await findLedTo(context, `voices-${channel}`)}
              title={`${channelLabels[channel]}の声がつながったところ`}
            />
          )}
        </>
      ),
    }
  },
})

async function published(context: Context, sessionId: string) {
  const report = await getPublicReport(context, sessionId)
  if (!report.session.reportedAt) throw new Refusal('not-found', '結果は、まだ公開されていません')
  return { report, names: await listPublicItems(context) }
}

/** Every note of the report as an open table. */
export const publicSessionCsv = page('/participation/:sessionId/notes.csv', {
  audience: 'public',
  async show(context, { params }) {
    const { report, names } = await published(context, params.sessionId)
    return {
      file: writeCsv([publicHead, ...publicRows(report, names)]),
      contentType: 'text/csv; charset=utf-8',
      fileName: `${report.session.title}.csv`,
    }
  },
})

/** The report as a document to print. */
export const publicSessionPdf = page('/participation/:sessionId/report.pdf', {
  audience: 'public',
  async show(context, { params }) {
    const { report, names } = await published(context, params.sessionId)
    const { name, isSample } = await getMunicipality(context)
    const document = publicReportDocument(report, { city: name, isInvented: isSample, names })
    return pdfOf({ document, name: `${report.session.title}-結果` })
  },
})
