import type { Context } from '#src/platform/context.ts'
import { FileField } from '#src/ui/field.tsx'
import { AboutScreen, Banner, EmptyState, Section } from '#src/ui/parts.tsx'
import type { ImportReport } from '../../core/answering/import-answers.ts'
import type { Survey } from '../../core/survey.ts'
import { FindingTable } from './finding-table.tsx'
import { FormHead } from './form-head.tsx'
import { SurveyTabs, surveyAddress } from './staff-frame.tsx'

type ImportProps = {
  survey: Survey
  actor: Context['actor']
  report?: ImportReport
  source?: string
  text?: string
  fileProblem?: string
}

export function ImportView({ survey, actor, report, source, text, fileProblem }: ImportProps) {
  return (
    <>
      <FormHead problems={fileProblem ? { file: fileProblem } : {}} />
      <h1>回答の取り込み</h1>
      <SurveyTabs actor={actor} survey={survey} current="/import" />
      {source && <p class="l-gap">{source}</p>}
      {report && report.findings.length > 0 && <FindingTable findings={report.findings} />}
      {report && report.findings.length === 0 && <Rehearsal report={report} text={text ?? ''} />}
      {survey.state === 'open' ? (
        <ChooseFile survey={survey} fileProblem={fileProblem} isAgain={report !== undefined} />
      ) : (
        <EmptyState title="いまは取り込めません。">
          <p>調査を始めてから、締切を確定するまでの間に取り込みます。</p>
        </EmptyState>
      )}
      <AboutScreen>
        <p>
          1行が1人の回答です。見出しは、調査票の列の名前（ひな形のとおり）にします。値は、番号でも選択肢の文でもかまいません。空は無回答、INV
          は無効、NAP は非該当です。
        </p>
        <p>1行でも間違いがあれば、何も取り込みません。同じファイルは、1回だけ取り込めます。</p>
      </AboutScreen>
    </>
  )
}

type ChooseProps = { survey: Survey; fileProblem: string | undefined; isAgain: boolean }

function ChooseFile({ survey, fileProblem, isAgain }: ChooseProps) {
  return (
    <Section id="choose" title={isAgain ? '別のファイルを確かめる' : 'ファイルを確かめる'}>
      <form method="post" class="sb-form" encType="multipart/form-data" aria-labelledby="choose">
        <FileField
          name="file"
          label="CSVファイル"
          support="20MBまで。文字コードは UTF-8 でも Shift_JIS でもかまいません。"
          accept=".csv,text/csv"
          problem={fileProblem}
          required
        />
        <button class="dads-button" type="submit">
          内容を確かめる
        </button>
        <p class="sb-sub">
          確かめるだけでは、何も変わりません。
          <a href={surveyAddress(survey.id, '/import/template.csv')}>ひな形（CSV）</a>
        </p>
      </form>
    </Section>
  )
}

function Rehearsal({ report, text }: { report: ImportReport; text: string }) {
  const withCode = report.rows.filter(({ code }) => code !== undefined).length
  return (
    <Section id="rehearsal" title="取り込むとこうなります">
      <ul class="sb-list">
        <li>
          回答 <b>{report.rows.length.toLocaleString('ja')}件</b>（回答コードのあるもの{withCode}件）
        </li>
        {report.absent.length > 0 && (
          <li>ファイルにない列（すべて無回答になります）：{report.absent.join('、')}</li>
        )}
        {report.ignored.length > 0 && <li>読まない列：{report.ignored.join('、')}</li>}
      </ul>
      {report.absent.length > 0 && (
        <Banner
          tone="warn"
          title="ファイルにない列があります。見出しの書き間違いでないか、確かめてください。"
        />
      )}
      <form method="post" class="l-gap">
        <textarea name="text" hidden readOnly aria-label="確かめたファイルの内容">
          {text}
        </textarea>
        <button class="dads-button" name="act" value="apply" type="submit">
          {report.rows.length.toLocaleString('ja')}件を取り込む
        </button>
      </form>
    </Section>
  )
}
