import { FileField } from '#src/ui/field.tsx'
import { AboutScreen, Badge, type BadgeTone, Banner, ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { ReportLine, TakeInReport } from '../../core/workbook.ts'

type ViewProps = {
  address: string
  unitName: string
  sheetCount: number
  problem?: string | undefined
  report?: TakeInReport | undefined
  fileId?: string
}

export function WorkbookView({ address, unitName, sheetCount, problem, report, fileId }: ViewProps) {
  return (
    <>
      <h1>{unitName}のExcel</h1>
      {problem && (
        <Banner tone="error" title="取り込めません。何も変えていません。">
          <p>{problem}</p>
        </Banner>
      )}
      {report && fileId && <Report report={report} fileId={fileId} address={address} />}
      <Section id="out" title="1. Excelを保存する">
        <p>
          <a class="dads-button dads-button--secondary" href={`${address}/workbook.xlsx`}>
            {sheetCount}枚のシートをExcelで保存する
          </a>
        </p>
      </Section>
      <Section id="back" title="2. 書いたExcelを戻す">
        <form method="post" action={address} class="sb-form" encType="multipart/form-data">
          <FileField
            name="file"
            label="書いたExcel"
            support="xlsx、10MBまで。まず内容を確かめ、それから取り込みます。"
            accept=".xlsx"
            required
          />
          <button class="dads-button dads-button--secondary" type="submit">
            内容を確かめる
          </button>
        </form>
      </Section>
      <AboutScreen>
        <p>
          Excelに書き出したあとに画面でも直された項目は、両方の内容を並べて示し、取り込みません。消した行や列は「変わりなし」とみなします。
          取り込んだ内容は下書きです。課長が承認すると回答になります。
        </p>
      </AboutScreen>
    </>
  )
}

const kinds: Record<ReportLine['kind'], { label: string; tone: BadgeTone }> = {
  change: { label: '取り込む', tone: 'info' },
  clear: { label: '消去', tone: 'warn' },
  conflict: { label: '衝突', tone: 'error' },
  problem: { label: '読めない', tone: 'error' },
}

type ReportProps = { report: TakeInReport; fileId: string; address: string }

/** What was read, sheet by sheet and cell by cell, before anything is written. */
function Report({ report: { lines, unchangedCount, missingCount, notes }, fileId, address }: ReportProps) {
  const good = lines.filter(({ kind }) => kind === 'change' || kind === 'clear')
  return (
    <Section id="report" title="確かめた結果（まだ取り込んでいません）">
      <div class="l-flow">
        <p>
          取り込む{good.length}件、変わりなし{unchangedCount}件、取り込めない{lines.length - good.length}件
          {missingCount > 0 && `、ファイルにない項目${missingCount}件（変わりなしとみなします）`}
        </p>
        {notes.map((note) => (
          <p key={note} class="sb-sub">
            {note}
          </p>
        ))}
        {lines.length > 0 && (
          <ScrollFrame label="セルごとの結果">
            <table class="dads-table">
              <caption>セルごとの結果</caption>
              <thead>
                <tr>
                  <th scope="col">シートとセル</th>
                  <th scope="col">項目</th>
                  <th scope="col">結果</th>
                  <th scope="col">いまの内容</th>
                  <th scope="col">ファイルの内容</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={`${line.sheet}${line.cell}${line.words}`}>
                    <th scope="row">
                      {line.sheet}　{line.cell}
                    </th>
                    <td>{line.label || '（不明）'}</td>
                    <td>
                      <Badge tone={kinds[line.kind].tone}>{kinds[line.kind].label}</Badge> {line.words}
                    </td>
                    <td class="sb-prewrap">{line.now || '（空）'}</td>
                    <td class="sb-prewrap">{line.inFile || '（空）'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollFrame>
        )}
        {good.length > 0 && (
          <form method="post" action={`${address}/apply`}>
            <input type="hidden" name="fileId" value={fileId} />
            <button class="dads-button" type="submit">
              {good.length}件を下書きに取り込む
            </button>
          </form>
        )}
      </div>
    </Section>
  )
}
