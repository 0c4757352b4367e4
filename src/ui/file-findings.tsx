import { Banner, NoValue, ScrollFrame } from './parts.tsx'

/** What is wrong at one place of a file; an empty column is the whole row. */
export type FileFinding = { line: number; column: string; value: string; problem: string }

type FileFindingsProps = {
  findings: readonly FileFinding[]
  /** How many in words, where there may be more than were looked for. */
  count?: string
  isWide?: boolean
}

const mostRows = 300

/** A refused file: what is wrong, by line and column. */
export function FileFindings({ findings, count, isWide = false }: FileFindingsProps) {
  return (
    <div class="l-gap l-flow">
      <Banner
        tone="error"
        title={`取り込めません（${count ?? `${findings.length}件`}）。何も変えていません。`}
      >
        <p>次のところを直して、もう一度ファイルを選んでください。</p>
      </Banner>
      <ScrollFrame label="直すところ">
        <table class={isWide ? 'dads-table dads-table--wide' : 'dads-table'}>
          <caption>直すところ</caption>
          <thead>
            <tr>
              <th scope="col" class="is-num">
                行
              </th>
              <th scope="col">列</th>
              <th scope="col">書かれていた値</th>
              <th scope="col">直し方</th>
            </tr>
          </thead>
          <tbody>
            {findings.slice(0, mostRows).map(({ line, column, value, problem }) => (
              <tr key={`${line} ${column} ${problem}`}>
                <td class="is-num">{line}</td>
                <td>{column || <NoValue words="行全体" />}</td>
                <td>{value || <NoValue words="空" />}</td>
                <td>{problem}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {findings.length > mostRows && <p>ほか{findings.length - mostRows}件</p>}
    </div>
  )
}
