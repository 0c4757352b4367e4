import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { FileField, SelectField, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Banner, Section } from '#src/ui/parts.tsx'
import type { FrameFinding } from '../../core/sample/draw-sample.ts'
import { ruleLabels, type SamplePlan } from '../../core/sample/sample-plan.ts'
import type { Survey } from '../../core/survey.ts'
import type { InvitationCount } from '../../store/queries.ts'
import { FindingTable } from './finding-table.tsx'
import { FormHead } from './form-head.tsx'
import { SamplePlanView } from './sample-plan-view.tsx'
import { SurveyTabs, surveyAddress } from './staff-frame.tsx'

type SampleProps = {
  survey: Survey
  actor: Context['actor']
  invitations: readonly InvitationCount[]
  asked: Entered
  planned: SamplePlan | undefined
  planProblem: string | undefined
  entered: Entered
  problems: Problems
  findings: readonly FrameFinding[]
}

const ruleChoices = Object.entries(ruleLabels).map(([value, label]) => ({ value, label }))

export function SampleView(props: SampleProps) {
  const { survey, actor, problems, findings } = props
  return (
    <>
      <FormHead problems={problems} />
      <h1>標本</h1>
      <SurveyTabs actor={actor} survey={survey} current="/sample" />
      {findings.length > 0 && <FindingTable findings={findings} />}
      <Calculator {...props} />
      <Drawing {...props} />
      <AboutScreen>
        <p>
          標本誤差は、単純無作為抽出とみなした95％の幅です。標本抽出による誤差だけで、答えない人がいることの偏りは含みません。
        </p>
        <p>抽出名簿には、氏名・住所・生年月日を入れません。宛名の印刷は、住民記録のシステムで行います。</p>
      </AboutScreen>
    </>
  )
}

function Calculator({ asked, planned, planProblem }: SampleProps) {
  return (
    <Section id="size" title="何人に送るか">
      <form method="get" class="sb-filter" aria-labelledby="size">
        <label>
          母集団（人）
          <input type="text" name="population" inputMode="numeric" value={asked['population'] ?? ''} />
        </label>
        <label>
          標本誤差（±ポイント）
          <input type="text" name="error" inputMode="decimal" value={asked['error'] ?? '5'} />
        </label>
        <label>
          見込む回収率（%）
          <input type="text" name="rate" inputMode="decimal" value={asked['rate'] ?? '40'} />
        </label>
        <label>
          層への配分
          <select name="rule">
            {ruleChoices.map(({ value, label }) => (
              <option key={value} value={value} selected={value === asked['rule']}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          層ごとの最少（通）
          <input type="text" name="minimum" inputMode="numeric" value={asked['minimum'] ?? ''} />
        </label>
        <button class="dads-button dads-button--secondary" type="submit">
          計算する
        </button>
      </form>
      {planProblem && (
        <div class="l-gap">
          <Banner tone="warn" title={planProblem} />
        </div>
      )}
      {planned && <SamplePlanView planned={planned} />}
    </Section>
  )
}

function Drawing({ survey, invitations, asked, entered, problems, planned }: SampleProps) {
  const sent = invitations.reduce((sum, one) => sum + one.sent, 0)
  return (
    <Section id="draw" title="抽出と回答コード">
      {sent > 0 && <Invitations survey={survey} sent={sent} />}
      {survey.state === 'draft' ? (
        <form method="post" class="sb-form l-gap" encType="multipart/form-data" aria-labelledby="draw">
          <FileField
            name="file"
            label="抽出名簿（CSV）"
            support={`列：宛名番号${survey.strata.variables.map((name) => `、${name}`).join('')}。氏名や住所の列があると、取り込みません。`}
            accept=".csv,text/csv"
            problem={problems['file']}
            required
          />
          <TextField
            name="sample"
            label="抽出する人数"
            value={entered['sample'] ?? (planned ? String(planned.forms) : '')}
            problem={problems['sample']}
            width="short"
            inputMode="numeric"
            required
          />
          <SelectField
            name="rule"
            label="層への配分のしかた"
            width="short"
            choices={ruleChoices}
            value={entered['rule'] ?? asked['rule']}
            problem={problems['rule']}
          />
          <TextField
            name="minimum"
            label="層ごとの最少（人）"
            support="小さな層からも、これだけは抽出します。比例からのずれは、集計のウェイトで直ります。"
            value={entered['minimum'] ?? asked['minimum']}
            problem={problems['minimum']}
            width="short"
            inputMode="numeric"
            optional
          />
          <TextField
            name="seed"
            label="種（乱数のもとになる言葉）"
            support="同じ名簿と同じ種からは、いつでも同じ人が選ばれます。抽出の記録に残ります。"
            value={entered['seed']}
            problem={problems['seed']}
            width="mid"
            required
          />
          <button class="dads-button" type="submit">
            抽出して、回答コードを出す
          </button>
          <p class="sb-sub">
            回答コードのCSVは、この1回だけ出ます。システムの中には、コードそのものは残りません。もう一度抽出すると、前のコードは使えなくなります。
          </p>
        </form>
      ) : (
        <p>調査を始めたので、抽出し直すことはできません。</p>
      )}
    </Section>
  )
}

function Invitations({ survey, sent }: { survey: Survey; sent: number }) {
  return (
    <div class="l-flow">
      <p>
        <b>{sent.toLocaleString('ja')}人</b>に回答コードを出してあります。
        <a href={surveyAddress(survey.id, '/letters')}>手紙（PDF）をつくる</a>
      </p>
      {survey.state === 'draft' ? (
        <form method="post">
          <button class="dads-button dads-button--secondary" name="act" value="renew" type="submit">
            回答コードを出し直す
          </button>
        </form>
      ) : (
        <p>
          <a href={surveyAddress(survey.id, '/reminders.csv')}>まだ回答のない宛名番号（CSV）</a>
        </p>
      )}
    </div>
  )
}
