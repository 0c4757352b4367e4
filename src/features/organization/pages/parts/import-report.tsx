import { Badge, Banner, NoValue, ScrollFrame, Stat } from '#src/ui/parts.tsx'
import { type CsvReport, csvActLabels } from '../../core/csv-table.ts'
import { type ImportKind, importLabels, type RehearsalState } from './import-props.ts'

const mostRows = 300

/** What the file would change, line by line, and the button that does it. */
export function Rehearsal({
  kind,
  reports,
  ignored,
  text,
  seen,
  isStale,
}: RehearsalState & { kind: ImportKind }) {
  const count = (act: CsvReport['act']) => reports.filter((report) => report.act === act).length
  const changing = count('add') + count('change')
  return (
    <div class="l-gap l-flow-l">
      {isStale && (
        <Banner tone="warn" title="確かめたあとで、ほかの人が変更しました。まだ何も取り込んでいません。">
          <p>いまの内容で確かめ直しました。もう一度見て、よければ取り込んでください。</p>
        </Banner>
      )}
      <div class="l-cols l-cols--3">
        {(['add', 'change', 'same'] as const).map((act) => (
          <Stat key={act} label={csvActLabels[act]} value={count(act)} unit="行" />
        ))}
      </div>
      {ignored.length > 0 && <p>取り込まない列：{ignored.join('、')}</p>}
      <ReportTable reports={reports} />
      {changing === 0 && <p>取り込むものがありません。いまの内容と同じです。</p>}
      {changing > 0 && (
        <form method="post" class="l-cluster" encType="multipart/form-data">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="text" value={text} />
          <input type="hidden" name="seen" value={seen} />
          <button class="dads-button" name="act" value="apply" type="submit">
            {importLabels[kind]}を{changing}行取り込む
          </button>
          <a href={`/staff/organization/import?kind=${kind}`}>やめる</a>
        </form>
      )}
    </div>
  )
}

const tones = { add: 'ok', change: 'info', same: 'quiet' } as const

function ReportTable({ reports }: { reports: readonly CsvReport[] }) {
  return (
    <>
      <ScrollFrame label="行ごとの内容">
        <table class="dads-table">
          <caption>行ごとの内容（まだ取り込んでいません）</caption>
          <thead>
            <tr>
              <th scope="col" class="is-num">
                行
              </th>
              <th scope="col">すること</th>
              <th scope="col">対象</th>
              <th scope="col">内容</th>
            </tr>
          </thead>
          <tbody>
            {reports.slice(0, mostRows).map(({ line, act, subject, details }) => (
              <tr key={line}>
                <td class="is-num">{line}</td>
                <td>
                  <Badge tone={tones[act]}>{csvActLabels[act]}</Badge>
                </td>
                <th scope="row">{subject}</th>
                <td>
                  {details.length === 0 ? (
                    <NoValue words="変わらない" />
                  ) : (
                    details.map((words) => <div key={words}>{words}</div>)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {reports.length > mostRows && <p>ほか{reports.length - mostRows}行</p>}
    </>
  )
}
