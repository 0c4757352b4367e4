import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { listVoicesLedTo } from '#src/features/publication/store/queries/led-to.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState, Section } from '#src/ui/parts.tsx'
import { cellWords, gridTitle, reportDocument, reportSheets } from '../core/voice-report-files.ts'
import { listPublicItems } from '../store/queries/plan-items.ts'
import { getPublishedReport, listPublishedReports } from '../store/queries/reports.ts'
import { PublicReportView } from './parts/public-report-view.tsx'
import { pdfOf, wordOf } from './session-files.ts'

const home = { label: '総合計画', href: '/' }
const here = { label: 'いただいた声', href: '/voices' }

/** いただいた声: every published report of what was heard. */
export const publicVoicesPage = page('/voices', {
  audience: 'public',
  async show(context) {
    const reports = await listPublishedReports(context)
    const ledTo = await listVoicesLedTo(context)
    return {
      title: here.label,
      crumbs: [home],
      body: (
        <>
          <h1>いただいた声</h1>
          <p class="sb-lead l-measure">
            調査、ワークショップ、ヒアリング、要望、説明会などでいただいた声を、まとめて公表しています。
          </p>
          {reports.length === 0 && (
            <EmptyState title="まだ公表していません。">
              <p>まとまりしだい、ここに載せます。</p>
            </EmptyState>
          )}
          <ul class="sb-rows sb-rows--2">
            {reports.map(({ id, report }) => (
              <li key={id}>
                <p class="sb-rows__when">{eraDay(report.madeOn)}</p>
                <div>
                  <p>
                    <a href={`/voices/${id}`}>{report.title}</a>
                  </p>
                  <p class="sb-sub">
                    意見 n＝{report.opinions}件、提出 {report.submissions}件
                  </p>
                </div>
              </li>
            ))}
          </ul>
          {ledTo.length > 0 && (
            <Section id="led-to" title="計画のどこにつながったか">
              <ul class="sb-list">
                {ledTo.map(({ href, words, places }) => (
                  <li key={href}>
                    <a href={href}>{words}</a>
                    <span class="sb-sub">　{places.length}か所</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <p>
            <a href="/participation">参加の予定と、会ごとの結果</a>
          </p>
        </>
      ),
    }
  },
})

/** 声のまとめ: issues with n, tables with small counts hidden. */
export const publicVoiceReportPage = page('/voices/:reportId', {
  audience: 'public',
  async show(context, { params }) {
    const { id, report } = await getPublishedReport(context, params.reportId)
    return {
      title: report.title,
      crumbs: [home, here],
      body: <PublicReportView id={id} report={report} items={await listPublicItems(context)} />,
    }
  },
})

async function documentOf(context: Context, reportId: string) {
  const { report } = await getPublishedReport(context, reportId)
  const [{ name, isSample }, names] = [await getMunicipality(context), await listPublicItems(context)]
  return { document: reportDocument(report, { city: name, isInvented: isSample, names }), name: report.title }
}

const pdf = page('/voices/:reportId/report.pdf', {
  audience: 'public',
  show: async (context, { params }) => pdfOf(await documentOf(context, params.reportId)),
})

const word = page('/voices/:reportId/report.docx', {
  audience: 'public',
  show: async (context, { params }) => wordOf(await documentOf(context, params.reportId)),
})

const workbook = page('/voices/:reportId/tables.xlsx', {
  audience: 'public',
  async show(context, { params }) {
    const { report, publishedAt } = await getPublishedReport(context, params.reportId)
    const file = await writeWorkbook(reportSheets(report), {
      createdAt: new Date(publishedAt),
      title: report.title,
    })
    return { file, contentType: xlsxType, fileName: `${report.title}.xlsx` }
  },
})

const csv = page('/voices/:reportId/tables.csv', {
  audience: 'public',
  async show(context, { params }) {
    const { report } = await getPublishedReport(context, params.reportId)
    const rows = report.grids.flatMap((grid) =>
      [...grid.rows, '計'].flatMap((row, at) =>
        [...grid.columns, '計'].map((column, place) => [
          gridTitle(grid),
          row,
          column,
          cellWords(grid.cells[at]?.[place] ?? null),
        ]),
      ),
    )
    return {
      file: writeCsv([['表', '行', '列', '意見の数'], ...rows]),
      contentType: 'text/csv; charset=utf-8',
      fileName: `${report.title}.csv`,
    }
  },
})

/** The report as files, all of released words and counts only. */
export const publicReportFiles = [pdf, word, workbook, csv]

/** The addresses of a report, for the static copy. */
export const reportPaths = (id: string) => [
  `/voices/${id}`,
  ...['report.pdf', 'report.docx', 'tables.xlsx', 'tables.csv'].map((name) => `/voices/${id}/${name}`),
]
