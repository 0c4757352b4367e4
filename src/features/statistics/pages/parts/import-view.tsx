import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { FileField, ProblemSummary, SelectField, TextField } from '#src/ui/field.tsx'
import { FileFindings } from '#src/ui/file-findings.tsx'
import { AboutScreen, Section } from '#src/ui/parts.tsx'
import { type Finding, mostFindings } from '../../core/figures.ts'
import type { LeftRow } from '../../core/read-source.ts'
import { sourceKindLabels, sourceKinds } from '../../core/source-kinds.ts'
import { importAddress } from './addresses.ts'
import { type ColumnsState, ImportColumns } from './import-columns.tsx'
import { Rehearsal, type RehearsalState } from './import-report.tsx'
import { LeaveOutChoice } from './left-rows.tsx'
import { StatisticsTabs } from './statistics-tabs.tsx'

/** What the page shows: an empty form, a form with problems, columns to choose, findings, or a rehearsal. */
export type ImportState = {
  entered: Entered
  problems?: Problems
  source?: string
  fileId?: string
  findings?: readonly Finding[]
  /** The rows without which a refused file could be taken in. */
  left?: readonly LeftRow[] | undefined
  columns?: ColumnsState
  rehearsal?: RehearsalState
}

export function ImportView(props: ImportState & { actor: Context['actor'] }) {
  const { actor, entered, problems = {}, source, fileId = '', findings, left, columns, rehearsal } = props
  const isBegun = findings !== undefined || rehearsal !== undefined || columns !== undefined
  return (
    <>
      <ProblemSummary problems={problems} />
      <div class="sb-title">
        <h1>統計の取り込み</h1>
      </div>
      <StatisticsTabs actor={actor} current={importAddress} />
      {source && <p class="l-gap">ファイル：{source}</p>}
      {findings && <FileFindings findings={findings} count={findingCount(findings)} />}
      {findings && left && <LeaveOutChoice {...{ left, entered, fileId }} />}
      {columns && <ImportColumns {...{ columns, entered, problems, fileId }} />}
      {rehearsal && <Rehearsal {...{ rehearsal, entered, fileId }} />}
      <KindChoice entered={entered} isBegun={isBegun} />
      {entered['kind'] && !columns && (
        <Section id="choose" title={isBegun ? '別のファイルを確かめる' : '2. ファイルを確かめる'}>
          <SourceForm entered={entered} problems={problems} />
        </Section>
      )}
      <AboutScreen>
        <p>
          1か所でも間違いがあれば、そのままでは何も取り込みません。間違いは、行と列で示します。間違いがその行だけのことなら、その行を除いて取り込むことも選べます。
        </p>
        <p>
          同じ資料の新しい版は、同じ「資料の名前」で取り込みます。変わった値だけを、前の値と並べて示します。ファイルにない値は、そのまま残ります。
        </p>
        <p>空欄、秘匿（X）、該当なし（-）は、0とは別に扱います。</p>
      </AboutScreen>
    </>
  )
}

function KindChoice({ entered, isBegun }: { entered: Entered; isBegun: boolean }) {
  return (
    <Section id="kind-choice" title={isBegun ? '種類を選び直す' : '1. 種類を選ぶ'}>
      <form method="get" action={importAddress} class="sb-form" aria-labelledby="kind-choice">
        <div class="dads-form">
          <label class="dads-form__label" for="kind-wanted">
            何のファイルか
          </label>
          <select id="kind-wanted" name="kind" class="dads-input">
            {sourceKinds.map((kind) => (
              <option key={kind} value={kind} selected={kind === entered['kind']}>
                {sourceKindLabels[kind]}
              </option>
            ))}
          </select>
        </div>
        <button class={`dads-button${entered['kind'] ? ' dads-button--secondary' : ''}`} type="submit">
          この種類で進む
        </button>
      </form>
    </Section>
  )
}

type FormProps = { entered: Entered; problems: Problems }

function SourceForm({ entered, problems }: FormProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <form
      method="post"
      action={importAddress}
      class="sb-form"
      encType="multipart/form-data"
      aria-labelledby="choose"
    >
      <SelectField
        {...field('kind')}
        label="種類"
        choices={sourceKinds.map((kind) => ({ value: kind, label: sourceKindLabels[kind] }))}
      />
      <TextField
        {...field('title')}
        label="資料の名前"
        support="新しい版を取り込むときは、前と同じ名前にします。"
        required
      />
      <TextField
        {...field('edition')}
        label="版・時点"
        support="例：2026年版、令和7年1月1日"
        width="mid"
        required
      />
      <TextField {...field('publisher')} label="公表している機関" required />
      <TextField
        {...field('credit')}
        label="出典の書き方"
        support="図や表の下に、いつも示します。"
        required
      />
      <TextField {...field('url')} label="入手先のアドレス" optional />
      <TextField
        {...field('licence')}
        label="利用の条件"
        support="例：CC BY 4.0、政府標準利用規約"
        optional
      />
      <FileField
        name="file"
        label="ファイル"
        support="1つだけ、20MBまで。CSV（UTF-8、Shift_JIS、UTF-16）、Excel（最初のシート）、JSON。圧縮（.gz）のままでもかまいません。"
        accept=".csv,.json,.txt,.xlsx,.gz"
        problem={problems['file']}
        required
      />
      <button class="dads-button" type="submit">
        内容を確かめる
      </button>
      <p class="sb-sub">確かめるだけでは、何も変わりません。</p>
    </form>
  )
}

const findingCount = ({ length }: readonly Finding[]) =>
  length < mostFindings ? `${length}件` : `${mostFindings}件以上`
