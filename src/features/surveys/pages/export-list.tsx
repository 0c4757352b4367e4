import { writeCsv } from '#src/lib/csv/csv.ts'
import { encodeCp932 } from '#src/lib/csv/encode-cp932.ts'
import { writeSav } from '#src/lib/sav/write-sav.ts'
import { mayDo } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { Section } from '#src/ui/parts.tsx'
import { exportSurvey } from '../core/export/export-survey.ts'
import { savOfDataset } from '../core/export/sav-of-dataset.ts'
import { permissions } from '../core/permissions.ts'
import type { Survey } from '../core/survey.ts'
import { resultsOf, type SurveyResults } from '../store/survey-results.ts'
import { NoAnswers, resultFrame } from './parts/result-frame.tsx'
import { surveyAddress } from './parts/staff-frame.tsx'

/** 書き出し: every file of a survey, and what each of them cannot hold. */
export const exportListPage = page('/staff/surveys/:surveyId/results/files', {
  audience: 'staff',
  async show(context, { params }) {
    const { survey, results } = await resultsOf(context, params.surveyId)
    const mayExport = mayDo(context.actor, permissions, 'export-answers')
    return resultFrame(context, {
      survey,
      title: '書き出し',
      current: '/results/files',
      body: results ? <Files survey={survey} results={results} mayExport={mayExport} /> : <NoAnswers />,
    })
  },
})

const reports = [
  ['report.pdf', '報告書（PDF、図と表）'],
  ['report.docx', '報告書（Word、図と表）'],
  ['tables.xlsx', '集計表（Excel、設問ごとに1シート）'],
] as const

const data = [
  ['codes.csv', '回答データ・番号（CSV、UTF-8）'],
  ['labels.csv', '回答データ・文（CSV、UTF-8）'],
  ['codes-cp932.csv', '回答データ・番号（CSV、Shift_JIS）'],
  ['labels-cp932.csv', '回答データ・文（CSV、Shift_JIS）'],
  ['data.sav', '回答データ（SPSS。PSPP、Rでも読める）'],
  ['dataset.json', '調査データ一式（JSON）'],
  ['codebook.xlsx', 'コード表（Excel）'],
  ['codebook.csv', 'コード表（CSV、UTF-8）'],
  ['ddi.xml', '調査の説明（DDI-Codebook 2.5）'],
  ['texts.csv', '自由記述（CSV、UTF-8）'],
] as const

type FilesProps = { survey: Survey; results: SurveyResults; mayExport: boolean }

function Files({ survey, results, mayExport }: FilesProps) {
  return (
    <>
      <Section id="reports" title="報告書と集計表">
        <Links survey={survey} files={reports} />
        <p class="sb-sub">同じデータからは、いつも同じファイルができます。</p>
      </Section>
      {mayExport && (
        <Section id="data" title="データ">
          <Links survey={survey} files={data} />
          <p class="sb-sub">
            回答データには、1人ずつの答えがあります。ウエイトは最後の列です。案内の名簿とは結びつきません。
          </p>
          <Losses results={results} />
        </Section>
      )}
    </>
  )
}

const Links = ({ survey, files }: { survey: Survey; files: readonly (readonly [string, string])[] }) => (
  <ul class="sb-list">
    {files.map(([file, label]) => (
      <li key={file}>
        <a href={surveyAddress(survey.id, `/results/${file}`)}>{label}</a>
      </li>
    ))}
  </ul>
)

/** What Shift_JIS and SPSS have no place for: said before the file is taken. */
function Losses({ results: { dataset, work } }: { results: SurveyResults }) {
  const { weights } = work.built.design
  const { lost } = encodeCp932(writeCsv(exportSurvey(work.frame, dataset, weights)['labels.csv']).slice(1))
  const { file, notes } = savOfDataset(dataset, weights)
  const all = [...notes, ...writeSav(file).notes]
  return (
    <>
      {lost.length > 0 && (
        <p>
          Shift_JISで書けない文字（「〓」にします）：
          {lost.map(({ sign, count }) => `${sign}（${count}か所）`).join('、')}
        </p>
      )}
      {all.length > 0 && (
        <>
          <h3>SPSSのファイルで変わること</h3>
          <ul class="sb-list">
            {all.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
