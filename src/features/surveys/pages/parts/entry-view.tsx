import type { Questionnaire } from '#src/formats/survey-question.ts'
import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Banner, EmptyState, Section } from '#src/ui/parts.tsx'
import { type KeyField, keyFields } from '../../core/answering/key-in.ts'
import { stratumName } from '../../core/sample/strata.ts'
import type { Survey } from '../../core/survey.ts'
import { FormHead } from './form-head.tsx'
import { SurveyTabs } from './staff-frame.tsx'

type EntryProps = {
  survey: Survey
  questionnaire: Questionnaire
  actor: Context['actor']
  entered: Entered
  problems: Problems
  done: string
}

export function EntryView(props: EntryProps) {
  const { survey, actor, problems, done } = props
  return (
    <>
      <FormHead problems={problems} />
      {done === 'received' && <Banner title="1枚を入力しました。次の用紙を入力できます。" />}
      {done === 'done' && (
        <Banner tone="warn" title="この回答コードには、すでに回答があります。">
          <p>先に届いた回答を数え、この用紙は数に入れませんでした（件数は「概要」に出ます）。</p>
        </Banner>
      )}
      <h1>紙の入力</h1>
      <SurveyTabs actor={actor} survey={survey} current="/entry" />
      {survey.state === 'open' ? (
        <EntryForm {...props} />
      ) : (
        <EmptyState title="いまは入力できません。">
          <p>調査を始めてから、締切を確定するまでの間に入力します。</p>
        </EmptyState>
      )}
      <AboutScreen>
        <p>
          番号を入力して、Tabキーで次へ進みます。いくつも選ぶ設問は「1 3
          5」のように空けて書きます。「.」か空は無回答、「*」は無効（1つだけの設問に2つ丸があるなど）です。
        </p>
        <p>回答コードを読み取るのは、同じ人の回答を2つ数えないためです。回答とは一緒に保管しません。</p>
      </AboutScreen>
    </>
  )
}

function EntryForm({ survey, questionnaire, entered, problems }: EntryProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const strata = survey.strata.cells.map(({ codes }) => stratumName(codes))
  return (
    <form method="post" class="l-flow-l l-gap" action="#error-summary" aria-label="1枚の入力">
      <div class="l-cols l-cols--3">
        <TextField {...field('code')} label="回答コード" autocomplete="off" optional />
        <TextField {...field('receivedOn')} label="届いた日" required />
        {strata.length > 0 && (
          <SelectField
            {...field('stratum')}
            label="層（コードが読めないとき）"
            blank="（分からない）"
            choices={strata.map((value) => ({ value, label: value }))}
          />
        )}
      </div>
      {problems['form'] && (
        <p class="dads-form__error" id="form">
          ＊{problems['form']}
        </p>
      )}
      {questionnaire.sections.map(({ id, title, questions }) => (
        <Section key={id} id={`section-${id}`} title={title}>
          <div class="sb-keyin">
            {questions.map((question) => {
              const fields = keyFields(question)
              return (
                <>
                  {fields.length > 0 && (
                    <h3 key={`${question.code} text`}>
                      {question.number}　{question.text}
                    </h3>
                  )}
                  {fields.map((one) => (
                    <KeyInput
                      key={one.name}
                      field={one}
                      value={entered[one.name]}
                      problem={problems[one.name]}
                    />
                  ))}
                </>
              )
            })}
          </div>
        </Section>
      ))}
      <button class="dads-button" type="submit">
        この1枚を保存して、次へ
      </button>
    </form>
  )
}

type KeyProps = { field: KeyField; value: string | undefined; problem: string | undefined }

function KeyInput({ field: { name, label, codes, question }, value, problem }: KeyProps) {
  return (
    <label for={name}>
      <span>
        {label}
        {question.type === 'text-long' || question.type === 'text-short' ? '' : `［${codes}］`}
      </span>
      <input
        class="dads-input"
        type="text"
        id={name}
        name={name}
        value={value ?? ''}
        autocomplete="off"
        aria-invalid={problem ? 'true' : undefined}
      />
      {problem && <span class="dads-form__error">＊{problem}</span>}
    </label>
  )
}
