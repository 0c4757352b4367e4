import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { VoiceReport } from '../../core/voice-report.ts'
import { honestWords, issueWords, quotesWords } from '../../core/voice-report-files.ts'
import { GridView } from './count-grid.tsx'

type ViewProps = { id: string; report: VoiceReport; items: ReadonlyMap<string, string> }

export function PublicReportView({ id, report, items }: ViewProps) {
  const files = [
    ['report.pdf', 'PDF'],
    ['report.docx', 'Word'],
    ['tables.xlsx', 'Excel'],
    ['tables.csv', 'CSV'],
  ] as const
  return (
    <>
      <h1>{report.title}</h1>
      <p class="sb-sub">{eraDay(report.madeOn)}現在</p>
      {report.text && <p class="sb-lead l-measure sb-prewrap">{report.text}</p>}
      <p class="l-measure l-gap">
        意見 n＝{report.opinions}件、提出 {report.submissions}件。{honestWords}
      </p>
      <p class="l-cluster">
        {files.map(([name, label]) => (
          <a key={name} href={`/voices/${id}/${name}`}>
            {label}
          </a>
        ))}
      </p>
      <Section id="issues" title="声から見えた課題">
        {report.issues.some(({ quotesShow }) => quotesShow) && <p class="l-measure">{quotesWords}</p>}
        <ol class="l-flow-l l-gap">
          {report.issues.map((issue) => (
            <li key={issue.title}>
              <h3>{issue.title}</h3>
              {issue.text && <p class="l-measure">{issue.text}</p>}
              <p class="sb-sub">{issueWords(issue)}</p>
              {items.has(issue.planItemId) && (
                <p>
                  結び付く施策：<a href={`/plan/items/${issue.planItemId}`}>{items.get(issue.planItemId)}</a>
                </p>
              )}
              {issue.quotes.map((quote) => (
                <blockquote key={quote} class="sb-note" dir="auto">
                  {quote}
                </blockquote>
              ))}
            </li>
          ))}
        </ol>
      </Section>
      <Section id="frames" title="集め方">
        <ScrollFrame label="集め方">
          <table class="dads-table">
            <caption>経路ごとの集め方</caption>
            <thead>
              <tr>
                <th scope="col">経路</th>
                <th scope="col">集め方</th>
                <th scope="col">参加した人</th>
              </tr>
            </thead>
            <tbody>
              {report.frames.map(({ channel, frames, participants }) => (
                <tr key={channel}>
                  <th scope="row">{channel}</th>
                  <td>{frames.join('、')}</td>
                  <td>{participants ?? <NoValue words="会の参加者ではない、または少ない" />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      </Section>
      {report.grids.map((grid, at) => (
        <Section
          key={`${grid.row}${grid.column}`}
          id={`t-${grid.row}-${grid.column}`}
          title={`${grid.row}と${grid.column}`}
        >
          <GridView grid={grid} hasBars={report.grids.findIndex(({ row }) => row === grid.row) === at} />
        </Section>
      ))}
      {report.left.length > 0 && (
        <p class="l-gap">
          {report.left.join('、')}の表は、人数が少なく、個人がわかるおそれがあるので載せません。
        </p>
      )}
    </>
  )
}
