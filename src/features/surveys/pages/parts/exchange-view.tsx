import type { Questionnaire } from '#src/formats/survey-question.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { FileField } from '#src/ui/field.tsx'
import { AboutScreen, Section } from '#src/ui/parts.tsx'
import { permissions } from '../../core/permissions.ts'
import { questionsOf } from '../../core/questionnaire/edit-questionnaire.ts'
import type { Survey } from '../../core/survey.ts'
import { FormHead } from './form-head.tsx'
import { SurveyTabs, surveyAddress } from './staff-frame.tsx'

export type FoundFile = {
  name: string
  title: string
  notes: readonly string[]
  remarks: readonly string[]
  questionnaire: Questionnaire
}

type Props = {
  survey: Survey
  actor: Context['actor']
  revision: number
  isInUse: boolean
  found?: FoundFile
  fileProblem?: string
}

export function ExchangeView({ survey, actor, revision, isInUse, found, fileProblem }: Props) {
  const mayDesign = mayDo(actor, permissions, 'design-survey')
  return (
    <>
      <FormHead problems={fileProblem ? { file: fileProblem } : {}} />
      <h1>調査票のファイル</h1>
      <SurveyTabs actor={actor} survey={survey} current="/questionnaire" />
      <Section id="out" title="書き出す">
        <ul class="sb-list">
          <li>
            <a href={surveyAddress(survey.id, '/exchange/xlsform.xlsx')}>XLSForm（Excel。ODK、Kobo など）</a>
          </li>
          <li>
            <a href={surveyAddress(survey.id, '/exchange/limesurvey.lss')}>LimeSurvey（.lss）</a>
          </li>
        </ul>
      </Section>
      {mayDesign && (
        <Section id="in" title="読み込む">
          {isInUse ? (
            <p>
              使っている調査票は、ファイルで置き換えられません。「調査票」で新しい版をつくってから、読み込みます。
            </p>
          ) : (
            <form method="post" class="sb-form" encType="multipart/form-data" aria-label="調査票を読み込む">
              <FileField
                name="file"
                label="XLSForm（.xlsx）か LimeSurvey（.lss）"
                support="10MBまで。読み込む前に、内容を確かめます。"
                accept=".xlsx,.lss,.xml"
                problem={fileProblem}
                required
              />
              <button class="dads-button dads-button--secondary" type="submit">
                内容を確かめる
              </button>
            </form>
          )}
        </Section>
      )}
      {found && <Found found={found} revision={revision} />}
      <AboutScreen>
        <p>
          ここから書き出したファイルは、ほかのプログラムで文を直して、ここに戻せます。満足度×重要度や得点など、相手にないものも、ファイルの中に残ります。
        </p>
      </AboutScreen>
    </>
  )
}

function Found({ found, revision }: { found: FoundFile; revision: number }) {
  const { name, title, notes, remarks, questionnaire } = found
  const questions = questionsOf(questionnaire)
  return (
    <Section id="found" title="読み込む内容">
      <p>
        {name}
        {title && `：「${title}」`}・{questionnaire.sections.length}ページ・{questions.length}問
      </p>
      <Lines title="読み込まないもの" lines={notes} />
      <Lines title="読み込んだあとで直すところ" lines={remarks} />
      <ol class="sb-list">
        {questions.map((question) => (
          <li key={question.code}>
            {question.number} {question.text}
          </li>
        ))}
      </ol>
      <form method="post" class="l-gap" aria-label="調査票を置き換える">
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="content" value={JSON.stringify(questionnaire)} />
        <button class="dads-button" name="act" value="apply" type="submit">
          いまの調査票を、これで置き換える
        </button>
      </form>
    </Section>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class="sb-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
