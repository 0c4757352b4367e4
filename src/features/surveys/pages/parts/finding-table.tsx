import { Banner, NoValue, ScrollFrame } from '#src/ui/parts.tsx'

type Finding = { line: number; column: string; problem: string }

/** What is wrong with a file, by row and column. */
export function FindingTable({ findings }: { findings: readonly Finding[] }) {
  return (
    <div class="l-gap">
      <Banner tone="error" title={`直すところが${findings.length}件あります。まだ何も取り込んでいません。`}>
        <ScrollFrame label="直すところ">
          <table class="dads-table dads-table--dense">
            <caption class="vh">直すところ（{findings.length}件）</caption>
            <thead>
              <tr>
                <th scope="col" class="is-num">
                  行
                </th>
                <th scope="col">列</th>
                <th scope="col">内容</th>
              </tr>
            </thead>
            <tbody>
              {findings.map(({ line, column, problem }) => (
                <tr key={`${line} ${column} ${problem}`}>
                  <td class="is-num">{line}</td>
                  <td>{column || <NoValue words="行の全体" />}</td>
                  <td>{problem}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      </Banner>
    </div>
  )
}
