import { AboutScreen, Badge, Banner, Disclosure, Section } from '#src/ui/parts.tsx'
import { countsOf } from '../../core/workbook/merge-book.ts'
import type { Upload } from '../../store/queries-uploads.ts'
import type { LookedBook, TakenBook } from '../../work/take-in-books.ts'
import { roundAddress, uploadAddress, uploadedAddress } from './addresses.ts'
import { AssignButton, CheckedLink, ReportLines, ReportNotes } from './report-view.tsx'

type Props = {
  upload: Upload
  looked: readonly LookedBook[] | undefined
  taken: readonly TakenBook[] | undefined
}

export function UploadView({ upload, looked, taken }: Props) {
  return (
    <>
      <h1>まとめて戻したExcel</h1>
      {!looked && <Reading upload={upload} />}
      {taken && <Taken taken={taken} />}
      {looked && <Looked upload={upload} looked={looked} isAgain={taken !== undefined} />}
      <p class="l-gap l-cluster">
        <a href={roundAddress(upload.roundId)}>回収の状況を見る</a>
        <a href={uploadAddress(upload.roundId)}>ほかのファイルを戻す</a>
      </p>
      <AboutScreen>
        <p>
          1冊は、全部取り込むか、まったく取り込まないかのどちらかです。読めないセルは取り込まず、ほかのセルは下書きになります。
        </p>
      </AboutScreen>
    </>
  )
}

function Reading({ upload: { id, job } }: { upload: Upload }) {
  const isFailed = job.state === 'failed'
  return (
    <>
      <p class="l-gap" role="status">
        <Badge tone={isFailed ? 'error' : 'info'}>{job.step}</Badge>
      </p>
      {!isFailed && (
        <job-progress>
          <p>
            <progress max={100} value={job.percent}>
              {job.percent}％
            </progress>{' '}
            {job.percent}％
          </p>
          <p>
            <a href={uploadedAddress(id)}>いまの状態を見る</a>
          </p>
        </job-progress>
      )}
    </>
  )
}

function Taken({ taken }: { taken: readonly TakenBook[] }) {
  const failed = taken.filter(({ problem }) => problem !== undefined)
  const good = taken.filter(({ count }) => count > 0)
  const cells = good.reduce((sum, { count }) => sum + count, 0)
  return (
    <Banner
      tone={failed.length > 0 ? 'warn' : 'ok'}
      title={`${good.length}冊の${cells}件を下書きに取り込みました。`}
    >
      {failed.map(({ name, problem }) => (
        <p key={name}>
          {name}：{problem}
        </p>
      ))}
    </Banner>
  )
}

type LookedProps = { upload: Upload; looked: readonly LookedBook[]; isAgain: boolean }

function Looked({ upload, looked, isAgain }: LookedProps) {
  const all = looked.flatMap(({ report }) => (report ? [countsOf(report)] : []))
  const good = all.reduce((sum, one) => sum + one.good, 0)
  const choices = all.reduce((sum, one) => sum + one.choices, 0)
  return (
    <Section
      id="books"
      title={isAgain ? '残っているもの' : `確かめた結果（${looked.length}冊、まだ取り込んでいません）`}
    >
      <form method="post" action={uploadedAddress(upload.id)} class="l-flow">
        {(good > 0 || choices > 0) && (
          <button class="dads-button" type="submit">
            {good > 0 ? `${good}件を下書きに取り込む` : '選んだものを下書きに取り込む'}
          </button>
        )}
        {looked.map((book, at) => (
          <Book
            key={book.name}
            book={book}
            at={at}
            address={uploadedAddress(upload.id)}
            checked={`${uploadedAddress(upload.id)}/checked.xlsx?book=${at}`}
          />
        ))}
      </form>
    </Section>
  )
}

type BookProps = { book: LookedBook; at: number; address: string; checked: string }

function Book({ book: { name, unitName, report, problem }, at, address, checked }: BookProps) {
  const title = [unitName, name].filter(Boolean).join('　')
  if (!report)
    return (
      <div class="sb-box l-flow">
        <h3>{title}</h3>
        <p>
          <Badge tone="error">取り込めない</Badge> {problem}
        </p>
      </div>
    )
  const { choices, problems } = countsOf(report)
  return (
    <div class="sb-box l-flow">
      <h3>{title}</h3>
      <ReportNotes report={report} />
      <CheckedLink report={report} href={checked} />
      {report.lines.length > 0 && (
        <Disclosure label={`セルごとの結果（${report.lines.length}）`} open={choices + problems > 0}>
          <ReportLines report={report} label={`${unitName}のセルごとの結果`} at={at} />
          <AssignButton report={report} address={address} />
        </Disclosure>
      )}
    </div>
  )
}
