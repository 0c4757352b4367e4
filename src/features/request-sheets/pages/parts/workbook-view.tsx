import { FileField } from '#src/ui/field.tsx'
import { AboutScreen, Banner, Section } from '#src/ui/parts.tsx'
import { countsOf, type TakeInReport } from '../../core/workbook/merge-book.ts'
import { AssignButton, CheckedLink, ReportLines, ReportNotes } from './report-view.tsx'

type ViewProps = {
  address: string
  unitName: string
  sheetCount: number
  mayTakeIn: boolean
  problem?: string | undefined
  report?: TakeInReport | undefined
  /** The position of the book in the file. */
  at?: number
  fileId?: string | undefined
}

export function WorkbookView({
  address,
  unitName,
  sheetCount,
  mayTakeIn,
  problem,
  report,
  at = 0,
  fileId,
}: ViewProps) {
  return (
    <>
      <h1>{unitName}のExcel</h1>
      {problem && (
        <Banner tone="error" title="取り込めません。何も変えていません。">
          <p>{problem}</p>
        </Banner>
      )}
      {report && fileId && <Report report={report} at={at} fileId={fileId} address={address} />}
      <Section id="out" title={mayTakeIn ? '1. Excelを保存する' : 'Excelを保存する'}>
        <p>
          <a class="dads-button dads-button--secondary" href={`${address}/workbook.xlsx`}>
            {sheetCount}枚のシートをExcelで保存する
          </a>
        </p>
      </Section>
      {mayTakeIn && (
        <Section id="back" title="2. 書いたExcelを戻す">
          <form method="post" action={address} class="sb-form" encType="multipart/form-data">
            <FileField
              name="file"
              label="書いたExcel"
              support="xlsxかcsv、10MBまで。LibreOfficeで保存したものも使えます。まず内容を確かめ、それから取り込みます。"
              accept=".xlsx,.csv"
              required
            />
            <button class="dads-button dads-button--secondary" type="submit">
              内容を確かめる
            </button>
          </form>
        </Section>
      )}
      <AboutScreen>
        <p>
          Excelに書き出したあとに画面でも直された項目は、両方の内容を並べて示し、選んだものだけを取り込みます。消した行や列、シートは「変わりなし」とみなします。
          取り込んだ内容は下書きです。課長が承認すると回答になります。
        </p>
      </AboutScreen>
    </>
  )
}

type ReportProps = { report: TakeInReport; at: number; fileId: string; address: string }

/** What was read, sheet by sheet and cell by cell, before anything is written. */
function Report({ report, at, fileId, address }: ReportProps) {
  const { good, choices } = countsOf(report)
  return (
    <Section id="report" title="確かめた結果（まだ取り込んでいません）">
      <form method="post" action={`${address}/apply`} class="l-flow">
        <input type="hidden" name="fileId" value={fileId} />
        <ReportNotes report={report} />
        <CheckedLink report={report} href={`${address}/checked.xlsx?file=${fileId}`} />
        <ReportLines report={report} label="セルごとの結果" at={at} />
        <p class="l-cluster">
          <AssignButton report={report} address={address} />
          {(good > 0 || choices > 0) && (
            <button class="dads-button" type="submit">
              {good > 0 ? `${good}件を下書きに取り込む` : '選んだものを下書きに取り込む'}
            </button>
          )}
        </p>
      </form>
    </Section>
  )
}
