import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { AboutScreen, EmptyState, ScrollFrame } from '#src/ui/parts.tsx'
import type { EntryDifference } from '../../core/answering/double-entry.ts'
import { permissions } from '../../core/permissions.ts'
import type { Survey } from '../../core/survey.ts'
import { mayDecide } from '../../store/commands/double-entry.ts'
import type { WaitingSheet } from '../../store/sheets.ts'
import { EntryStages } from './entry-stages.tsx'
import { FormHead } from './form-head.tsx'
import { SurveyTabs, surveyAddress } from './staff-frame.tsx'

type SheetsProps = { survey: Survey; sheets: readonly WaitingSheet[]; actor: Context['actor'] }

export function SheetsView({ survey, sheets, actor }: SheetsProps) {
  const may = mayDo(actor, permissions, 'adjudicate-entries')
  return (
    <>
      <FormHead problems={{}} />
      <h1>待っている用紙</h1>
      <SurveyTabs actor={actor} survey={survey} current="/entry" />
      <EntryStages surveyId={survey.id} current="sheets" waiting={sheets.length} />
      {sheets.length === 0 ? (
        <EmptyState title="待っている用紙はありません。">
          <p>1回だけ入力した用紙と、2人の入力が違う用紙が、ここに並びます。</p>
        </EmptyState>
      ) : (
        <ScrollFrame label="待っている用紙">
          <table class="dads-table dads-table--dense l-gap">
            <caption>待っている用紙</caption>
            <thead>
              <tr>
                <th scope="col" class="is-num">
                  用紙の番号
                </th>
                <th scope="col">次にすること</th>
                {may && <th scope="col">入力の取り消し</th>}
              </tr>
            </thead>
            <tbody>
              {sheets.map((sheet) => (
                <tr key={sheet.number}>
                  <th scope="row" class="is-num">
                    {sheet.number}
                  </th>
                  <td>
                    <NextStep {...{ sheet, survey, actor }} isAllowed={may} />
                  </td>
                  {may && (
                    <td>
                      <DropForm number={sheet.number} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      )}
      <AboutScreen>
        <p>取り消すのは、番号を間違えて入力したときなどです。取り消した用紙は、1回目から入力し直します。</p>
        <p>ここに用紙が残っている間は、締切を確定できません。</p>
      </AboutScreen>
    </>
  )
}

type NextProps = { sheet: WaitingSheet; survey: Survey; actor: Context['actor']; isAllowed: boolean }

function NextStep({ sheet, survey, actor, isAllowed }: NextProps) {
  if (sheet.secondBy === undefined)
    return <>{sheet.firstBy === actor.id ? '別の人が、2回目を入力します' : '2回目を入力します'}</>
  if (!isAllowed || !mayDecide({ actor }, sheet)) return <>入力した2人とは別の人が、違いを決めます</>
  return (
    <a href={surveyAddress(survey.id, `/entry/sheets/${sheet.number}`)}>
      違いを決める<span class="vh">：用紙{sheet.number}番</span>
    </a>
  )
}

function DropForm({ number }: { number: string }) {
  return (
    <form method="post">
      <input type="hidden" name="number" value={number} />
      <button class="dads-button dads-button--quiet dads-button--small" name="act" value="drop" type="submit">
        取り消す<span class="vh">：用紙{number}番</span>
      </button>
    </form>
  )
}

type DecideProps = {
  number: string
  differences: readonly EntryDifference[]
  entered: Entered
  problems: Problems
}

export function DecideView({ number, differences, entered, problems }: DecideProps) {
  return (
    <>
      <FormHead problems={problems} />
      <h1>用紙{number}番の違いを決める</h1>
      <p class="l-gap">
        用紙を見て、欄ごとに正しいほうを選んでください（{differences.length}
        欄）。どちらも違うときは、「ほか」に書きます。
      </p>
      <form method="post" class="sb-form l-gap" action="#error-summary">
        {differences.map((difference) => (
          <Difference
            key={difference.name}
            difference={difference}
            entered={entered}
            problem={problems[difference.name]}
          />
        ))}
        <button class="dads-button" type="submit">
          決めて、回答に加える
        </button>
      </form>
      <AboutScreen>
        <p>
          1つだけの設問に2つ以上の印がある、印が選択肢の間にある、上限より多く選んであるときは、「*」（無効）にします。何も書いていない欄は、空（無回答）のままにします。
        </p>
      </AboutScreen>
    </>
  )
}

type DifferenceProps = { difference: EntryDifference; entered: Entered; problem: string | undefined }

function Difference({ difference, entered, problem }: DifferenceProps) {
  const { name, label, first, second, field } = difference
  const choices = [
    ['first', '1人目', first],
    ['second', '2人目', second],
  ] as const
  const legend = field?.question.options.map((option) => `${option.code} ${option.label}`).join('　')
  return (
    <fieldset
      class={problem ? 'dads-form sb-question dads-form-group--error' : 'dads-form sb-question'}
      id={name}
      tabIndex={-1}
    >
      <legend class="dads-form__label">{label}</legend>
      {field && (
        <p class="dads-form__support">
          {field.question.text}
          {legend && `（${legend}）`}
        </p>
      )}
      {choices.map(([value, who, text]) => (
        <label key={value} class="dads-choice">
          <input
            type="radio"
            name={`choice-${name}`}
            value={value}
            checked={entered[`choice-${name}`] === value}
          />
          <span>
            {who}：<b>{text === '' ? '（空：無回答）' : text}</b>
          </span>
        </label>
      ))}
      <label class="dads-choice">
        <input
          type="radio"
          name={`choice-${name}`}
          value="other"
          checked={entered[`choice-${name}`] === 'other'}
        />
        <span>ほか</span>
      </label>
      <label class="sb-question__other">
        <span>「ほか」の内容</span>
        <input
          class="dads-input dads-input--mid"
          type="text"
          name={`other-${name}`}
          value={entered[`other-${name}`] ?? ''}
          autocomplete="off"
        />
      </label>
      {problem && <p class="dads-form__error">＊{problem}</p>}
    </fieldset>
  )
}
