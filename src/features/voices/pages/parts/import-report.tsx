import { type CsvReport, csvActLabels } from '#src/features/organization/core/csv-table.ts'
import { Badge, Banner, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { rehearsalHash } from '../../store/commands/intake.ts'

const mostRows = 300

export type RehearsalProps = {
  reports: readonly CsvReport[]
  ignored: readonly string[]
  text: string
  isStale: boolean
}

/** What the file would take in, line by line, and the button that does it. */
export function ImportRehearsal({ reports, ignored, text, isStale }: RehearsalProps) {
  const added = reports.filter(({ act }) => act === 'add').length
  return (
    <div class="l-gap l-flow">
      {isStale && (
        <Banner
          tone="warn"
          title="確かめたあとで、ほかの人が変更しました。まだ何も取り込んでいません。もう一度確かめてください。"
        />
      )}
      <p>
        {reports.length}行のうち、新しい声は{added}件です。
        {ignored.length > 0 && `取り込まない列：${ignored.join('、')}`}
      </p>
      <ScrollFrame label="行ごとの内容">
        <table class="dads-table dads-table--wide">
          <caption>行ごとの内容（まだ取り込んでいません）</caption>
          <thead>
            <tr>
              <th scope="col" class="is-num">
                行
              </th>
              <th scope="col">すること</th>
              <th scope="col">声</th>
              <th scope="col">内容</th>
            </tr>
          </thead>
          <tbody>
            {reports.slice(0, mostRows).map(({ line, act, subject, details }) => (
              <tr key={line}>
                <td class="is-num">{line}</td>
                <td>
                  <Badge tone={act === 'add' ? 'ok' : 'quiet'}>{csvActLabels[act]}</Badge>
                </td>
                <td dir="auto">{subject}</td>
                <td>{details.join('、') || <NoValue words="なし" />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {reports.length > mostRows && <p>ほか{reports.length - mostRows}行</p>}
      {added > 0 && (
        <form method="post" class="l-cluster" encType="multipart/form-data">
          <input type="hidden" name="text" value={text} />
          <input type="hidden" name="seen" value={rehearsalHash(reports)} />
          <button class="dads-button" name="act" value="apply" type="submit">
            {added}件を取り込む
          </button>
          <a href="/staff/voices/import">やめる</a>
        </form>
      )}
    </div>
  )
}
