import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { type Choice, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Banner, Disclosure } from '#src/ui/parts.tsx'
import { questionTypeLabels } from '../../core/labels.ts'
import type { QuestionnaireProblem } from '../../core/questionnaire/check-questionnaire.ts'
import type { Survey } from '../../core/survey.ts'
import { FormHead } from './form-head.tsx'
import { ItemRows, OptionRows } from './question-rows.tsx'
import { QuestionView } from './question-view.tsx'
import { surveyAddress } from './staff-frame.tsx'
import { StaleBanner } from './stale-banner.tsx'

export type EditorProps = {
  survey: Survey
  question: SurveyQuestion
  revision: number
  entered: Entered
  saved: Entered
  problems: Problems
  findings: readonly QuestionnaireProblem[]
  earlier: readonly (Choice & { codes: string })[]
  measures: readonly Choice[]
  isStale: boolean
  mayEdit: boolean
  /** As it would look with what is typed. */
  previewed: SurveyQuestion
  /** Whom it is put to, in words. */
  condition: string
}

const labels = {
  text: '設問の文',
  plainText: '補足',
  showIf: '条件の式',
  minimum: '最小',
  maximum: '最大',
}

export function QuestionEditor(props: EditorProps) {
  const { survey, question, revision, entered, saved, problems, findings, isStale, mayEdit } = props
  const label = questionTypeLabels[question.type as keyof typeof questionTypeLabels] ?? question.type
  return (
    <>
      <FormHead problems={problems} />
      {isStale && <StaleBanner saved={saved} typed={entered} labels={labels} />}
      <div class="sb-title">
        <h1>{question.number || '説明文'}</h1>
        <p class="sb-sub">{label}</p>
      </div>
      {findings.length > 0 && (
        <div class="l-gap">
          <Banner tone="warn" title="この設問の点検">
            <ul class="sb-list">
              {findings.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </Banner>
        </div>
      )}
      {mayEdit ? (
        <question-preview>
          <form method="post" class="sb-form l-gap" action="#error-summary">
            <input type="hidden" name="revision" value={revision} />
            <Fields {...props} />
            <div class="l-cluster">
              <button class="dads-button" name="act" value="save" type="submit">
                保存する
              </button>
              <button class="dads-button dads-button--secondary" name="act" value="more" type="submit">
                保存して、続けて直す（行を増やす）
              </button>
              <button class="dads-button dads-button--secondary" name="act" value="preview" type="submit">
                見え方を確かめる
              </button>
              <a href={surveyAddress(survey.id, '/questionnaire')}>取りやめる</a>
            </div>
          </form>
          <Preview {...props} />
        </question-preview>
      ) : (
        <p class="l-gap">この調査票は使われているので、直せません。</p>
      )}
    </>
  )
}

/** The question as people will see it; with scripts it follows what is typed. Nothing of it is saved. */
function Preview({ previewed, condition }: EditorProps) {
  return (
    <section class="l-section" aria-labelledby="preview">
      <h2 id="preview">見え方</h2>
      <form class="sb-form sb-box" data-preview aria-label="見え方">
        {condition && <p class="sb-sub">{condition}だけに出ます</p>}
        <QuestionView question={previewed} cells={{}} />
      </form>
    </section>
  )
}

function Fields(props: EditorProps) {
  const { question, entered, problems, measures } = props
  const { type } = question
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const isMatrix = type === 'matrix' || type === 'matrix-dual'
  const hasOptions = ['single', 'multiple', 'ranking', 'rating', 'place'].includes(type) || isMatrix
  return (
    <>
      <TextArea {...field('text')} label={labels.text} rows={3} required />
      <TextField
        {...field('plainText')}
        label={labels.plainText}
        support="設問の下に小さく出ます。"
        optional
      />
      {isMatrix && <ItemRows {...{ entered, measures }} />}
      {!isMatrix && type !== 'note' && measures.length > 0 && (
        <SelectField
          name="item-0-measure"
          label="関係する施策"
          blank="（なし）"
          value={entered['item-0-measure']}
          choices={measures}
          optional
        />
      )}
      {hasOptions && (
        <OptionRows
          prefix="option"
          label={type === 'matrix-dual' ? '満足度の選択肢' : '選択肢'}
          {...{ entered, problems }}
        />
      )}
      {type === 'matrix-dual' && (
        <OptionRows prefix="importance" label="重要度の選択肢" {...{ entered, problems }} />
      )}
      <Limits {...props} />
      <Branching {...props} />
    </>
  )
}

function Limits({ question: { type }, entered, problems }: EditorProps) {
  if (!['number', 'multiple', 'ranking'].includes(type)) return null
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const isNumber = type === 'number'
  return (
    <>
      <TextField
        {...field('minimum')}
        label={
          isNumber ? '最小の数' : type === 'ranking' ? '少なくとも何位まで選ぶか' : '少なくともいくつ選ぶか'
        }
        width="short"
        inputMode="numeric"
        optional
      />
      <TextField
        {...field('maximum')}
        label={isNumber ? '最大の数' : type === 'ranking' ? '何位まで選ぶか' : 'いくつまで選べるか'}
        width="short"
        inputMode="numeric"
        optional
      />
      {isNumber && <TextField {...field('unit')} label="単位" width="short" optional />}
    </>
  )
}

function Branching({ entered, problems, earlier }: EditorProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <>
      <SelectField
        {...field('branchOn')}
        label="この設問を出す条件：設問"
        blank="（条件なし：全員に聞く）"
        support="選んだ設問で、次の番号を答えた人だけに出ます。"
        choices={earlier}
      />
      <TextField
        {...field('branchCodes')}
        label="この設問を出す条件：選んだ番号"
        support="いくつもあるときは「1,2」のように書きます。どれか1つを選んだ人に出ます。"
        width="short"
        optional
      />
      <Disclosure label="くわしい条件を式で書く・番号の一覧を見る" open={Boolean(entered['showIf'])}>
        <TextField
          {...field('showIf')}
          label="条件の式"
          support="例：q1 = '2' and not selected(q3, '9')"
          optional
        />
        {earlier.length > 0 && (
          <dl class="dads-description-list l-gap">
            {earlier.map(({ value, label, codes }) => (
              <div key={value}>
                <dt>
                  {value}：{label}
                </dt>
                <dd>{codes}</dd>
              </div>
            ))}
          </dl>
        )}
      </Disclosure>
    </>
  )
}
